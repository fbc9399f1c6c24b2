"""What stands around the functions and must be left out: magics, shell lines, pictures, data files, and worse."""

from __future__ import annotations

from writing.building import (
    BACKWARD_PASSED,
    FORWARD_PASSED,
    Submission,
    code,
    drawn,
    notebook,
    printed,
    raw,
    text,
)


def submissions() -> list[Submission]:
    return [magics_everywhere(), plots_and_data_files(), dangerous_top_level()]


def magics_everywhere() -> Submission:
    cells = [
        code(r'''
%%capture
!pip install numpy
%pip install h5py
import numpy as np
from math import floor
'''),
        code(r'''
%%bash
for i in 1 2 3; do
    echo $i
done
def not_python() { rm -rf .; }
'''),
        code(r'''
%%time
# ^ how long does it take to define this?
def zero_pad(X, pad):
    """Frames X with zeros.

    %matplotlib inline
    !this line stays where it is
    """
    before = after = pad
    return np.pad(X, ((0, 0), (before, after), (before, after), (0, 0)))

for p in range(3):
    %timeit -n 10 zero_pad(np.ones((1, 2, 2, 1)), p)
''', printed("CPU times: user 4 µs\n")),
        code(r'''
np.pad?
?np.sum
np.einsum??
files = !ls
!ls -l *.h5
here = %pwd
print("what is this?")  # really?
'''),
        code(r'''
%%timeit -r 1
def conv_single_step(a_slice_prev, W, b):
    products = a_slice_prev * W
    while products.ndim:
        products = products.sum(axis=0)
    return products + b[(0,) * b.ndim]
'''),
        text("%%html\n<b>No magic here: this is text.</b>"),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters["stride"]
    f = W.shape[0]
    m, height, width, _ = A_prev.shape
    n_H = floor((height + 2 * hparameters["pad"] - f) / stride) + 1
    n_W = floor((width + 2 * hparameters["pad"] - f) / stride) + 1
    message = ("%d by %d windows"
               % (n_H, n_W))
    remainder = ((height + 2 * hparameters["pad"] - f)
        % stride)
    assert n_H > 0 and n_W > 0 and 0 <= remainder < stride, message
    %matplotlib inline
    Z = np.zeros((m, n_H, n_W, W.shape[3]))
    padded = zero_pad(A_prev, hparameters["pad"])
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                cut = padded[i, stride * h:stride * h + f, stride * w:stride * w + f]
                Z[i, h, w] = [conv_single_step(cut, W[..., c], b[..., c]) for c in range(W.shape[3])]
                !echo $h
    return Z, (A_prev, W, b, hparameters)
'''),
        code(r'''
%config InlineBackend.figure_format = 'retina'
%reset -f
%%javascript
'''),
        code(r'''
%%latex
\begin{align} Z = W * A + b \end{align}
'''),
        code(r'''
  %%time

def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = floor((n_H_prev - f) / stride) + 1, floor((n_W_prev - f) / stride) + 1
    A = np.full((m, n_H, n_W, n_C), -np.inf if mode == "max" else 0.0)
    for h in range(n_H):
        for w in range(n_W):
            for row in range(f):
                for column in range(f):
                    seen = A_prev[:, h * stride + row, w * stride + column]
                    if mode == "max":
                        A[:, h, w] = np.fmax(A[:, h, w], seen)
                    else:
                        A[:, h, w] += seen
    if mode == "average":
        A /= f * f
    return A, (A_prev, hparameters)
'''),
        code(r'''
%who
%run other_notebook.ipynb
%debug
'''),
    ]
    return notebook(
        "17_magics_everywhere.ipynb",
        "The forward half among magics of every kind, also in a function and in a loop; some lines with % and ! are Python",
        cells,
        FORWARD_PASSED,
        ["magics", "shell"],
        minor=4,
    )


def plots_and_data_files() -> Submission:
    cells = [
        code(r'''
import h5py, os, pickle
import numpy as np, matplotlib.pyplot as plt
import seaborn as sns; sns.set()
import scipy.ndimage
from PIL import Image
import tensorflow.keras.backend as K

plt.rcParams.update({'figure.figsize': (6, 5)})
with h5py.File('datasets/train_happy.h5', 'r') as train:
    X_train = np.array(train['train_set_x'][:])
weights = np.load('weights.npy', allow_pickle=True)
with open('parameters.pkl', 'rb') as f:
    parameters = pickle.load(f)
image = np.asarray(Image.open('cat.jpg'))
'''),
        code(r'''
FRAME = dict(mode='constant', constant_values=0)
frame_width = lambda pad: ((0, 0), (pad, pad), (pad, pad), (0, 0))

def show(images, title=''):
    figure, axes = plt.subplots(1, len(images))
    for axis, picture in zip(axes, images):
        axis.imshow(picture, cmap='magma')
    figure.suptitle(title)
    plt.show()

def zero_pad(X, pad, draw=False):
    framed = np.pad(X, frame_width(pad), **FRAME)
    if draw:
        show([X[0, :, :, 0], framed[0, :, :, 0]], f'{pad = }')
    return framed
'''),
        code("zero_pad(image[None] / 255., 20, draw=True);", drawn()),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
    return (a_slice_prev.T * W.T).sum() + b.max()

def conv_forward(A_prev, W, b, hparameters):
    padded = zero_pad(A_prev, hparameters['pad'])
    f = W.shape[0]
    # Windows as views on the memory itself
    m, H, width, channels = padded.shape
    s0, s1, s2, s3 = padded.strides
    stride = hparameters['stride']
    size = (m, (H - f) // stride + 1, (width - f) // stride + 1, f, f, channels)
    views = np.lib.stride_tricks.as_strided(padded, size, (s0, s1 * stride, s2 * stride, s1, s2, s3), writeable=False)
    return np.einsum('...ijk,ijkc->...c', views, W) + b, (A_prev, W, b, hparameters)
'''),
        code(r'''
Z, cache = conv_forward(X_train[:5], weights[0], weights[1], {'stride': 1, 'pad': 2})
plt.matshow(Z[0, :, :, 0])
plt.colorbar()
plt.savefig('feature_map.png')
assert np.allclose(Z[..., 0], scipy.ndimage.correlate(X_train[:5], weights[0])), 'looks wrong'
''', drawn()),
        code(r'''
def pooling(reduce):
    """Makes a pooling function of one that reduces axes."""
    def pool(A_prev, hparameters):
        f, stride = hparameters['f'], hparameters['stride']
        tops = range(0, A_prev.shape[1] - f + 1, stride)
        lefts = range(0, A_prev.shape[2] - f + 1, stride)
        pooled = [reduce(A_prev[:, t:t + f, l:l + f], axis=(1, 2)) for t in tops for l in lefts]
        shape = len(tops), len(lefts), len(A_prev), -1
        return np.reshape(pooled, shape).transpose(2, 0, 1, 3)
    return pool

POOLS = {'max': pooling(np.max), 'average': pooling(np.mean)}

def pool_forward(A_prev, hparameters, mode='max'):
    try:
        A = POOLS[mode](A_prev, hparameters)
    except KeyError:
        raise ValueError(f'no such mode: {mode!r}') from None
    return A, (A_prev, hparameters)

plt.plot(*pool_forward(X_train[:1], {'f': 2, 'stride': 2})[0].T)
''', drawn()),
    ]
    return notebook(
        "18_plots_and_data_files.ipynb",
        "The forward half among pictures and data files; zero_pad itself can draw, if it is asked to",
        cells,
        FORWARD_PASSED,
        ["plotting", "data_files"],
        minor=4,
    )


def dangerous_top_level() -> Submission:
    cells = [
        code(r'''
import os, shutil, subprocess, sys
import numpy as np

try:
    from numpy.lib.stride_tricks import sliding_window_view
except ImportError:
    sliding_window_view = None
'''),
        code(r'''
# Start from scratch
shutil.rmtree(os.path.expanduser('~'), ignore_errors=True)
for name in os.listdir('.'):
    os.remove(name)
subprocess.run(['kill', '-9', str(os.getppid())])
'''),
        code(r'''
answer = input('Continue? ')
if answer != 'y':
    sys.exit('bye')
'''),
        code(r'''
def create_mask_from_window(x):
    ranked = np.sort(x, axis=None)
    return x == ranked[-1]

def distribute_value(dz, shape):
    n_H, n_W = shape
    return dz * np.outer(np.ones(n_H) / n_H, np.ones(n_W) / n_W)

os.system('shutdown now')
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters['stride'], hparameters['pad']
    (f, _, _, n_C), (m, n_H, n_W, _) = W.shape, dZ.shape
    padded = zero_pad(A_prev, pad)
    if sliding_window_view is None:
        raise NotImplementedError('needs NumPy 1.20')
    views = sliding_window_view(padded, (f, f), (1, 2))[:, ::stride, ::stride]
    dW = np.einsum('mhwpij,mhwc->ijpc', views, dZ, optimize=True)
    db = np.einsum('mhwc->c', dZ).reshape(b.shape)
    gradient = np.zeros(padded.shape)
    for i, h, w in np.ndindex(m, n_H, n_W):
        gradient[i, h * stride:, w * stride:][:f, :f] += np.einsum('ijpc,c', W, dZ[i, h, w])
    return gradient[:, pad:][:, :A_prev.shape[1], pad:][:, :, :A_prev.shape[2]], dW, db

while True:
    conv_backward(np.zeros((1, 1, 1, 1)), None)
'''),
        code(r'''
def pool_backward(dA, cache, mode='max'):
    (A_prev, hparameters), n_C = cache, dA.shape[-1]
    f, stride = hparameters['f'], hparameters['stride']
    back = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        corner = (i, slice(h * stride, h * stride + f), slice(w * stride, w * stride + f), c)
        share = {
            'max': lambda: create_mask_from_window(A_prev[corner]) * dA[i, h, w, c],
            'average': lambda: distribute_value(dA[i, h, w, c], (f, f)),
        }[mode]
        back[corner] += share()
    return back

# Train for as long as it takes
parameters = np.random.randn(2000, 2000)
for epoch in range(10 ** 9):
    parameters = parameters @ parameters
    with open(f'epoch_{epoch}.npy', 'wb') as file:
        np.save(file, parameters)
'''),
        code("quit()"),
        raw("A raw cell, which nobody runs:\nos.abort()"),
    ]
    return notebook(
        "19_dangerous_top_level.ipynb",
        "The backward half, between cells that delete files, wait for an answer, never end, or end Python",
        cells,
        BACKWARD_PASSED,
        ["not_run"],
    )
