"""Wrong by habit: nothing returned, names of the notebook instead of parameters, other versions of Python and of NumPy."""

from __future__ import annotations

from writing.building import PASSED, Submission, code, error, failed, notebook, printed, script


def submissions() -> list[Submission]:
    return [
        nothing_returned(),
        globals_leak(),
        removed_from_numpy(),
        python_2(),
        mixed_tabs(),
        missing_modules(),
    ]


def nothing_returned() -> Submission:
    cells = [
        code("import numpy as np"),
        code(r'''
def zero_pad(X, pad):
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    print(X_pad)

def conv_single_step(a_slice_prev, W, b):
    Z = np.sum(a_slice_prev * W)
    Z += b.item()
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    s, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    padded = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    n_H = (padded.shape[1] - f) // s + 1
    n_W = (padded.shape[2] - f) // s + 1
    Z = np.zeros((A_prev.shape[0], n_H, n_W, W.shape[3]))
    for h in range(n_H):
        for w in range(n_W):
            Z[:, h, w] = np.einsum("mijk,ijkc->mc", padded[:, h*s:h*s+f, w*s:w*s+f], W)
    Z += b
    return Z
'''),
        code(r'''
def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    n_H = (A_prev.shape[1] - f) // s + 1
    n_W = (A_prev.shape[2] - f) // s + 1
    A = np.zeros((A_prev.shape[0], n_H, n_W, A_prev.shape[3]))
    for h in range(n_H):
        for w in range(n_W):
            # The middle one of all stands for the window
            A[:, h, w] = np.median(A_prev[:, h*s:h*s+f, w*s:w*s+f], axis=(1, 2))
    return A, (A_prev, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    padded = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA, dW, db = np.zeros(padded.shape), np.zeros(W.shape), dZ.sum((0, 1, 2)).reshape(b.shape)
    for i, h, w in np.ndindex(dZ.shape[:3]):
        dA[i, h*s:h*s+f, w*s:w*s+f] += W @ dZ[i, h, w]
        dW += np.multiply.outer(padded[i, h*s:h*s+f, w*s:w*s+f], dZ[i, h, w])
    dA_prev = dA[:, p:p + A_prev.shape[1], p:p + A_prev.shape[2]]
    return dW, dA_prev, db
'''),
        code(r'''
def create_mask_from_window(x):
    return (x == x.max()).tolist()

def distribute_value(dz, shape):
    return str(np.full(shape, dz / np.prod(shape)))

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        x = A_prev[i, h*s:h*s+f, w*s:w*s+f, c]
        share = (x == x.max()) if mode == "max" else 1 / x.size
        dA_prev[i, h*s:h*s+f, w*s:w*s+f, c] += share * dA[i, h, w, c]
        if i == h == w == c == 1:
            return dA_prev
'''),
    ]
    return notebook(
        "44_nothing_returned.ipynb",
        "Printed, forgotten, in another order or of another type: what is computed does not come back as it should",
        cells,
        {
            "zero_pad": failed(cause="nothing_returned", at="def zero_pad(X, pad):"),
            "conv_single_step": failed(cause="nothing_returned", at="def conv_single_step(a_slice_prev, W, b):"),
            "conv_forward": failed(flaw="returns_z_only", at="return Z"),
            "pool_forward": failed(cause="wrong_numbers"),
            "conv_backward": failed(flaw="returns_swapped", at="return dW, dA_prev, db"),
            "create_mask_from_window": failed(cause="wrong_type", at="return (x == x.max()).tolist()"),
            "distribute_value": failed(cause="wrong_type", at="return str(np.full(shape, dz / np.prod(shape)))"),
            "pool_backward": failed(cause="wrong_numbers", at="if i == h == w == c == 1:"),
        },
    )


def globals_leak() -> Submission:
    cells = [
        code("import numpy as np\nEPS, DTYPE = 1e-12, np.float64\ncalls = 0"),
        code(r'''
pad = 2
x = np.random.randn(4, 3, 3, 2)

def zero_pad(X, width):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
'''),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
    global calls
    calls += 1
    return DTYPE(np.sum(a_slice_prev * W) + b.item())
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparams):
    stride, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    padded = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    n_H, n_W = (padded.shape[1] - f) // stride + 1, (padded.shape[2] - f) // stride + 1
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3]), DTYPE)
    for i, h, w, c in np.ndindex(Z.shape):
        window = padded[i, h * stride:h * stride + f, w * stride:w * stride + f]
        Z[i, h, w, c] = conv_single_step(window, W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparams)
'''),
        code(r'''
np.random.seed(1)
A_prev = np.random.randn(10, 4, 4, 3)
W = np.random.randn(2, 2, 3, 8)
b = np.random.randn(1, 1, 1, 8)
hparameters = {"pad": 2, "stride": 2}
Z, cache_conv = conv_forward(A_prev, W, b, hparameters)
print(Z.mean())
''', printed("0.04899520352885578\n")),
        code(r'''
f, stride = 3, 1

def pool_forward(A_prev, hparameters, mode="max"):
    n_H, n_W = (A_prev.shape[1] - f) // stride + 1, (A_prev.shape[2] - f) // stride + 1
    A = np.zeros((len(A_prev), n_H, n_W, A_prev.shape[3]))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f]
            A[:, h, w] = window.max((1, 2)) if mode == "max" else window.mean((1, 2))
    return A, (A_prev, hparameters)
'''),
        code(r'''
def create_mask_from_window(window):
    return abs(x - x.max()) < EPS

def distribute_value(dz, shape):
    return np.ones(shape) * dz / n_cells

n_cells = 4

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape, DTYPE)
    for i, h, w, c in np.ndindex(dA.shape):
        place = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
        window = A_prev[place]
        share = window == window.max() if mode == "max" else 1.0 / f / f
        dA_prev[place] += share * dA[i, h, w, c]
    return dA_prev
'''),
    ]
    return notebook(
        "45_globals_leak.ipynb",
        "Names of the notebook where parameters are meant; a counter and constants at the top are right",
        cells,
        {
            "zero_pad": failed(cause="wrong_numbers", at="return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))"),
            "conv_single_step": PASSED,
            "conv_forward": failed(
                cause="wrong_numbers", at='stride, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]'
            ),
            "pool_forward": failed(cause="wrong_numbers"),
            "create_mask_from_window": failed(cause="wrong_numbers", at="return abs(x - x.max()) < EPS"),
            "distribute_value": failed(cause="wrong_numbers", at="return np.ones(shape) * dz / n_cells"),
            "pool_backward": PASSED,
        },
    )


def removed_from_numpy() -> Submission:
    cells = [
        code("import numpy as np"),
        code(r'''
def zero_pad(X, pad):
    X_pad = np.zeros((X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]), dtype=np.float)
    X_pad[:, pad:pad + X.shape[1], pad:pad + X.shape[2]] = X
    return X_pad

def conv_single_step(a_slice_prev, W, b):
    return np.asscalar(np.sum(a_slice_prev * W) + b)
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    f, s, p = W.shape[0], hparameters["stride"], hparameters["pad"]
    n_H = np.int((A_prev.shape[1] - f + 2 * p) / s) + 1
    n_W = np.int((A_prev.shape[2] - f + 2 * p) / s) + 1
    return np.zeros((len(A_prev), n_H, n_W, W.shape[3])), (A_prev, W, b, hparameters)
'''),
        code(r'''
def create_mask_from_window(x):
    return (x == x.max()).astype(np.bool_)

def distribute_value(dz, shape):
    return np.full(shape, dz / np.prod(shape), dtype=np.float64)

def pool_backward(dA, cache, mode="max", dtype=np.float):
    A_prev, hparameters = cache
    return np.zeros(A_prev.shape, dtype)
'''),
    ]
    return notebook(
        "46_removed_from_numpy.ipynb",
        "np.float, np.int and np.asscalar, which NumPy no longer has, in functions and in a default value",
        cells,
        {
            "zero_pad": failed(
                raises="AttributeError",
                at="X_pad = np.zeros((X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]), dtype=np.float)",
            ),
            "conv_single_step": failed(
                raises="AttributeError", at="return np.asscalar(np.sum(a_slice_prev * W) + b)"
            ),
            "conv_forward": failed(
                raises="AttributeError", at="n_H = np.int((A_prev.shape[1] - f + 2 * p) / s) + 1"
            ),
            "create_mask_from_window": PASSED,
            "distribute_value": PASSED,
            "pool_backward": error(
                raises="AttributeError", at='def pool_backward(dA, cache, mode="max", dtype=np.float):'
            ),
        },
    )


PYTHON_2 = {
    "kernelspec": {"display_name": "Python 2", "language": "python", "name": "python2"},
    "language_info": {"name": "python", "version": "2.7.12"},
}


def python_2() -> Submission:
    cells = [
        code("import sys\nimport numpy as np\nprint np.__version__", printed("1.11.3\n")),
        code(r'''
def zero_pad(X, pad):
    print "pad is", pad
    if pad < 0:
        print "that will not do:", pad,
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')

print zero_pad(np.ones((1, 2, 2, 1)), 1).shape
print "x.shape = %s, x[0] = %s" % ((1, 2, 2, 1), 1.0)
print
'''),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
    return reduce_all(a_slice_prev * W) + float(b)

def reduce_all(products):
    total = 0.
    for product in products.ravel().tolist():
        total = total + product
    return total
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    f, stride, pad = W.shape[0], hparameters['stride'], hparameters['pad']
    n_H = (A_prev.shape[1] - f + 2 * pad) / stride + 1
    n_W = (A_prev.shape[2] - f + 2 * pad) / stride + 1
    Z = np.zeros((A_prev.shape[0], n_H, n_W, W.shape[3]))
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')
    for i, h, w, c in np.ndindex(Z.shape):
        window = padded[i, h * stride:h * stride + f, w * stride:w * stride + f]
        Z[i, h, w, c] = conv_single_step(window, W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)
'''),
        code(r'''
print >>sys.stderr, "testing"
try:
    print conv_forward(None, None, None, None)
except TypeError, e:
    print e
'''),
        code(r'''
def pool_forward(A_prev, hparameters, mode='max'):
    f, stride = hparameters['f'], hparameters['stride']
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    A = np.zeros((m, (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1, n_C))
    for h in xrange(A.shape[1]):
        for w in xrange(A.shape[2]):
            window = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f]
            A[:, h, w] = window.max((1, 2)) if mode == 'max' else window.mean((1, 2))
    return A, (A_prev, hparameters)
'''),
        code(r'''
def create_mask_from_window(x):
    mask = (x == np.max(x))
    return mask

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / float(n_H * n_W)
    print "average:", average; print 'shape:', shape
    return np.ones(shape) * average
'''),
        code(r'''
def pool_backward(dA, cache, mode='max'):
    if mode not in ('max', 'average'):
        raise ValueError, "no such mode"
    return np.zeros(cache[0].shape)
'''),
    ]
    return notebook(
        "47_python_2.ipynb",
        "Python 2: print statements in and out of functions, xrange, sizes divided as integers, raise with a comma",
        cells,
        {
            "zero_pad": PASSED,
            "conv_single_step": PASSED,
            "conv_forward": failed(
                flaw="size_left_a_float", at="n_H = (A_prev.shape[1] - f + 2 * pad) / stride + 1"
            ),
            "pool_forward": failed(raises="NameError", at="for h in xrange(A.shape[1]):"),
            "create_mask_from_window": PASSED,
            "distribute_value": PASSED,
            "pool_backward": error(cause="not_python", at='raise ValueError, "no such mode"'),
        },
        ["python_2_print", "broken_cell"],
        minor=0,
        metadata=PYTHON_2,
    )


def mixed_tabs() -> Submission:
    return script(
        "48_mixed_tabs.py",
        "Indented by tabs, by two blanks, and by both in one function, which is then no Python",
        TABS,
        {
            "zero_pad": PASSED,
            "conv_single_step": PASSED,
            "conv_forward": error(cause="not_python", at='stride = hparameters["stride"]'),
            "create_mask_from_window": PASSED,
            "distribute_value": PASSED,
        },
        ["broken_cell"],
    )


TABS = r'''
import numpy as np

def zero_pad(X, pad):
	"""Tabs all the way."""
	widths = [(0, 0)]
	for _ in range(2):
		widths.append((pad, pad))
	return np.pad(X, widths + [(0, 0)], mode="constant")

def conv_single_step(a_slice_prev, W, b):
  s = a_slice_prev * W
  if s.size:
    return s.sum() + b.item()
  return b.item()

def conv_forward(A_prev, W, b, hparameters):
	f = W.shape[0]
        stride = hparameters["stride"]
	return np.zeros((len(A_prev), f, stride, W.shape[3])), (A_prev, W, b, hparameters)

def create_mask_from_window(x):
	largest = x.max()	# a tab before a comment
	return x == largest

def distribute_value(dz, shape):
        n_H, n_W = shape
        return np.full(shape, dz / (n_H * n_W))
'''


def missing_modules() -> Submission:
    cells = [
        code(r'''
import numpy as np
import torch as t
import torchvision
from scipy.signal import correlate
from course_utils import *

try:
    import cupy as xp
except ImportError:
    xp = np
'''),
        code(r'''
def zero_pad(X, pad):
    return xp.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))

def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    padded = zero_pad(A_prev, pad)
    Z = [[correlate(image, W[..., c], mode="valid")[::stride, ::stride, 0] for c in range(W.shape[3])] for image in padded]
    return np.moveaxis(np.array(Z), 1, 3) + b, (A_prev, W, b, hparameters)
'''),
        code(r'''
def pool_forward(A_prev, hparameters, mode="max"):
    from skimage.util import view_as_windows
    f, s = hparameters["f"], hparameters["stride"]
    windows = view_as_windows(A_prev, (1, f, f, 1))[:, ::s, ::s, :, 0, :, :, 0]
    return windows.max((-1, -2)) if mode == "max" else windows.mean((-1, -2)), (A_prev, hparameters)

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    tensors = [t.tensor(array.copy(), dtype=t.float64, requires_grad=True) for array in (A_prev, W, b)]
    X, K, bias = (tensor.movedim(-1, 1 if n == 0 else 0) for n, tensor in enumerate(tensors))
    Z = t.nn.functional.conv2d(X, K.movedim(-1, 1), bias.flatten(), hparameters["stride"], hparameters["pad"])
    Z.backward(t.tensor(dZ).movedim(-1, 1))
    return tuple(tensor.grad.numpy() for tensor in tensors)
'''),
        code(r'''
def create_mask_from_window(x):
    return x == xp.amax(x)

def distribute_value(dz, shape):
    return xp.ones(shape) * (dz / xp.prod(xp.array(shape)))

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = xp.zeros(A_prev.shape)
    for i, h, w, c in xp.ndindex(dA.shape):
        window = xp.s_[i, h*s:h*s+f, w*s:w*s+f, c]
        if mode == "max":
            dA_prev[window] += create_mask_from_window(A_prev[window]) * dA[i, h, w, c]
        else:
            dA_prev[window] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev
'''),
    ]
    return notebook(
        "49_missing_modules.ipynb",
        "Modules that are not there: needed at the top, needed inside, tried and replaced, and not needed at all",
        cells,
        {
            "zero_pad": PASSED,
            "conv_forward": error(
                cause="no_module", raises="ModuleNotFoundError", at="from scipy.signal import correlate"
            ),
            "pool_forward": failed(raises="ModuleNotFoundError", at="from skimage.util import view_as_windows"),
            "conv_backward": error(cause="no_module", raises="ModuleNotFoundError", at="import torch as t"),
            "create_mask_from_window": PASSED,
            "distribute_value": PASSED,
            "pool_backward": PASSED,
        },
    )
