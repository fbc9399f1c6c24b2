"""Notebooks with gaps: one function, half of one, none at all; and functions that are not quite where they should be."""

from __future__ import annotations

from writing.building import (
    NONE_ATTEMPTED,
    PASSED,
    Submission,
    code,
    failed,
    notebook,
    passed,
    printed,
    raw,
    script,
    text,
)


def submissions() -> list[Submission]:
    return [
        one_function(),
        empty(),
        only_text(),
        half_filled(),
        solved_twice(),
        renamed_functions(),
        functions_in_a_class(),
        extra_parameters(),
    ]


def one_function() -> Submission:
    return script(
        "28_one_function.py",
        "One function, and NumPy imported inside of it",
        r'''
def zero_pad(X, pad):
    import numpy as np

    if not pad:
        return X.copy()
    for axis in 1, 2:
        X = np.insert(X, [0] * pad + [X.shape[axis]] * pad, 0, axis=axis)
    return X


if __name__ == "__main__":
    print(zero_pad.__doc__)
''',
        {"zero_pad": PASSED},
    )


def empty() -> Submission:
    return notebook("29_empty.ipynb", "No cell at all", [], NONE_ATTEMPTED)


def only_text() -> Submission:
    cells = [
        text("# Report\n\nI explain my functions here. They are at home."),
        text(r'''
```python
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
```
'''),
        raw("def distribute_value(dz, shape):\n    return np.full(shape, dz / shape[0] / shape[1])"),
    ]
    return notebook("30_only_text.ipynb", "Text only; a function stands in a text cell, another in a raw one", cells, NONE_ATTEMPTED)


def half_filled() -> Submission:
    cells = [
        code("import numpy as np\nnp.random.seed(1)"),
        code(r'''
# GRADED FUNCTION: zero_pad

def zero_pad(X, pad):
    ### START CODE HERE ### (≈ 1 line)
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')
    ### END CODE HERE ###
    return X_pad

# GRADED FUNCTION: conv_single_step

def conv_single_step(a_slice_prev, W, b):
    ### START CODE HERE ### (≈ 2 lines of code)
    # Multiply cell by cell.
    s = a_slice_prev * W
    # Add everything up.
    Z = np.sum(s)
    # The bias comes once.
    Z = None
    ### END CODE HERE ###
    return Z
'''),
        code(r'''
# GRADED FUNCTION: conv_forward

def conv_forward(A_prev, W, b, hparameters):
    ### START CODE HERE ###
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters['stride']
    pad = hparameters['pad']
    n_H = int((n_H_prev - f + 2 * pad) / stride + 1)
    n_W = int((n_W_prev - f + 2 * pad) / stride + 1)
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for w in range(None):
                for c in range(None):
                    a_slice_prev = None
                    Z[i, h, w, c] = None
    ### END CODE HERE ###
    cache = (A_prev, W, b, hparameters)
    return Z, cache
'''),
        code(r'''
# GRADED FUNCTION: pool_forward

def pool_forward(A_prev, hparameters, mode = "max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))

    ### START CODE HERE ###
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a_prev_slice = A_prev[i, h*stride:h*stride + f, w*stride:w*stride + f, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = None
    ### END CODE HERE ###

    cache = (A_prev, hparameters)
    return A, cache
'''),
        code(r'''
def conv_backward(dZ, cache):
    ### START CODE HERE ###
    (A_prev, W, b, hparameters) = None
    dA_prev = None
    dW = None
    db = None
    for i in range(None):
        dA_prev[i, :, :, :] = None
    ### END CODE HERE ###
    return dA_prev, dW, db

def create_mask_from_window(x):
    ### START CODE HERE ### (≈1 line)
    mask = (x == np.max(x))
    ### END CODE HERE ###
    return mask

def distribute_value(dz, shape):
    ### START CODE HERE ###
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = None
    ### END CODE HERE ###
    return a

def pool_backward(dA, cache, mode = "max"):
    ### START CODE HERE ###
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    if mode == "max":
                        mask = create_mask_from_window(A_prev[i, top:top + f, left:left + f, c])
                        dA_prev[i, top:top + f, left:left + f, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, top:top + f, left:left + f, c] += None
    ### END CODE ###
    return dA_prev
'''),
    ]
    return notebook(
        "31_half_filled.ipynb",
        "Begun and left: None remains at the end of a function, in a loop, and in one of two modes",
        cells,
        {
            "zero_pad": PASSED,
            "conv_single_step": failed(cause="nothing_returned", at="Z = None"),
            "conv_forward": failed(raises="TypeError", at="for w in range(None):"),
            "pool_forward": failed(cause="wrong_numbers", at="A[i, h, w, c] = None"),
            "create_mask_from_window": PASSED,
            "distribute_value": failed(cause="nothing_returned", at="a = None"),
            "pool_backward": failed(raises="UFuncTypeError", at="dA_prev[i, top:top + f, left:left + f, c] += None"),
        },
        minor=2,
    )


def solved_twice() -> Submission:
    cells = [
        code(r'''
import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))

def conv_single_step(a_slice_prev, W, b):
    return np.dot(a_slice_prev.ravel(), W.ravel()) + b.item()

def pool_forward(A_prev, hparameters, mode="max"):
    return A_prev, (A_prev, hparameters)   # to be continued
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    f, s = W.shape[0], hparameters["stride"]
    padded = zero_pad(A_prev, hparameters["pad"])
    n_H, n_W = (padded.shape[1] - f) // s + 1, (padded.shape[2] - f) // s + 1
    Z = np.zeros((A_prev.shape[0], n_H, n_W, W.shape[3]))
    for (i, h, w, c), _ in np.ndenumerate(Z):
        Z[i, h, w, c] = conv_single_step(padded[i, h*s:h*s+f, w*s:w*s+f], W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)
'''),
        text("Once more, shorter:"),
        code(r'''
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, 0), (pad, 0), (0, 0)))

def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    n_H, n_W = (A_prev.shape[1] - f) // s + 1, (A_prev.shape[2] - f) // s + 1
    cut = lambda h, w: A_prev[:, h*s:h*s+f, w*s:w*s+f]
    summary = np.max if mode == "max" else np.mean
    A = np.array([[summary(cut(h, w), axis=(1, 2)) for h in range(n_H)] for w in range(n_W)])
    return A.swapaxes(0, 2), (A_prev, hparameters)
'''),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W) + b.item(
''', printed("SyntaxError: '(' was never closed\n")),
        code(r'''
def distribute_value(dz, shape):
    return dz

def distribute_value(dz, shape):
    return np.full(shape, dz / np.prod(shape))

def distribute_value(dz, shape):
    return np.ones(shape) * (dz // np.prod(shape))
'''),
        code(r'''
def create_mask_from_window(x):
    return x == np.min(x)

if True:
    pass

def create_mask_from_window(x):
    return x == np.max(x)
'''),
    ]
    return notebook(
        "32_solved_twice.ipynb",
        "Solved more than once: right and then wrong, wrong and then right, right and then no Python, three times in one cell",
        cells,
        {
            "zero_pad": failed(flaw="top_and_left_only", at="return np.pad(X, ((0, 0), (pad, 0), (pad, 0), (0, 0)))"),
            "conv_single_step": PASSED,
            "conv_forward": passed(blame=["zero_pad"]),
            "pool_forward": PASSED,
            "create_mask_from_window": PASSED,
            "distribute_value": failed(flaw="integer_division", at="return np.ones(shape) * (dz // np.prod(shape))"),
        },
        ["broken_cell", "defined_twice", "later_broken_definition"],
    )


def renamed_functions() -> Submission:
    cells = [
        code(r'''
import numpy as np

def zero_padding(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))

def convSingleStep(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W) + b.item()
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[-1]
    A_prev_pad = zero_padding(A_prev, pad)
    m, H, width, _ = A_prev_pad.shape
    Z = np.array([[[[convSingleStep(A_prev_pad[i, h:h + f, w:w + f], W[..., c], b[..., c])
                     for c in range(n_C)]
                    for w in range(0, width - f + 1, stride)]
                   for h in range(0, H - f + 1, stride)]
                  for i in range(m)])
    return Z, (A_prev, W, b, hparameters)
'''),
        code(r'''
def pool_fwd(A_prev, hparameters, mode="max"):
    return A_prev, (A_prev, hparameters)

def conv_backwards(dZ, cache):
    return cache[:3]
'''),
        code(r'''
def create_mask(x):
    return x == x.max()

def distributeValue(dz, shape):
    return np.full(shape, dz / (shape[0] * shape[1]))

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = 0.0 * A_prev
    for i, h, w, c in np.argwhere(np.ones_like(dA)):
        part = np.s_[i, h*s:h*s+f, w*s:w*s+f, c]
        if mode == "max":
            dA_prev[part] += create_mask(A_prev[part]) * dA[i, h, w, c]
        else:
            dA_prev[part] += distributeValue(dA[i, h, w, c], (f, f))
    return dA_prev
'''),
    ]
    return notebook(
        "33_renamed_functions.ipynb",
        "Six functions under names of their own; the two that keep theirs call them, and are right",
        cells,
        {"conv_forward": PASSED, "pool_backward": PASSED},
        ["other_name"],
    )


def functions_in_a_class() -> Submission:
    cells = [
        code(r'''
import numpy as np

class ConvNet:
    """Everything in one place."""

    @staticmethod
    def zero_pad(X, pad):
        return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))

    def conv_single_step(self, a_slice_prev, W, b):
        return np.sum(a_slice_prev * W) + b.item()

    def conv_forward(self, A_prev, W, b, hparameters):
        raise NotImplementedError

    @staticmethod
    def create_mask_from_window(x):
        return x == x.max()

    def spread(self, dz, shape):
        return np.full(shape, dz / np.prod(shape))
'''),
        code(r'''
net = ConvNet()
create_mask_from_window = ConvNet.create_mask_from_window

def distribute_value(dz, shape):
    return net.spread(dz, shape)
'''),
    ]
    return notebook(
        "34_functions_in_a_class.ipynb",
        "Methods of a class; one of them gets its name outside too, another is called by a function",
        cells,
        {"create_mask_from_window": PASSED, "distribute_value": PASSED},
        ["in_class"],
    )


def extra_parameters() -> Submission:
    cells = [
        code(r'''
import numpy as np
DEFAULT_MODE = "max"
LABELS: dict = {True: "max", False: "average"}
LOG = []
'''),
        code(r'''
def zero_pad(X, pad, *, value=0.0):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), constant_values=value)

conv_single_step = lambda a_slice_prev, W, b: (a_slice_prev * W).sum() + b.item()
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters, activation=None, **options):
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    padded = zero_pad(A_prev, pad, value=options.get("value", 0.0))
    tops, lefts = (range(0, n - f + 1, stride) for n in padded.shape[1:3])
    Z = np.zeros((len(A_prev), len(tops), len(lefts), W.shape[3]))
    for (h, top) in enumerate(tops):
        for (w, left) in enumerate(lefts):
            for i in range(len(A_prev)):
                Z[i, h, w] = [conv_single_step(padded[i, top:top+f, left:left+f], W[..., c], b[..., c])
                              for c in range(W.shape[3])]
    if activation:
        Z = activation(Z)
    if options.get("verbose"):
        LOG.append(Z.mean())
    return Z, (A_prev, W, b, hparameters)

def pool_forward(hparameters, A_prev, mode=DEFAULT_MODE):
    f, s = hparameters["f"], hparameters["stride"]
    n_H, n_W = (A_prev.shape[1] - f) // s + 1, (A_prev.shape[2] - f) // s + 1
    A = np.zeros((len(A_prev), n_H, n_W, A_prev.shape[3]))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h*s:h*s+f, w*s:w*s+f]
            A[:, h, w] = window.max((1, 2)) if mode == "max" else window.mean((1, 2))
    return A, (A_prev, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache, learning_rate):
    A_prev, W, b, hparameters = cache
    return np.zeros_like(A_prev), learning_rate * W, b
'''),
        code(r'''
def mask_of(x, extreme=np.max):
    return x == extreme(x)

create_mask_from_window = mask_of

def distribute_value(dz=1.0, shape=(2, 2)):
    rows, columns = shape
    return dz / rows / columns * np.ones((rows, columns))

def pool_backward(dA, cache, mode=DEFAULT_MODE, *rest):
    (A_prev, hparameters), back = cache, None
    f, s = hparameters["f"], hparameters["stride"]
    back = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        cells = np.s_[i, h*s:h*s+f, w*s:w*s+f, c]
        largest = mode == LABELS[True]
        back[cells] += dA[i, h, w, c] * create_mask_from_window(A_prev[cells]) if largest else \
            distribute_value(dA[i, h, w, c], shape=(f, f))
    return back
'''),
    ]
    return notebook(
        "35_extra_parameters.ipynb",
        "More parameters, with and without defaults, and some in another order; a function is a lambda, another an alias",
        cells,
        {
            "zero_pad": PASSED,
            "conv_single_step": PASSED,
            "conv_forward": PASSED,
            "pool_forward": failed(cause="other_parameters", at="def pool_forward(hparameters, A_prev, mode=DEFAULT_MODE):"),
            "conv_backward": failed(
                raises="TypeError", cause="other_parameters", at="def conv_backward(dZ, cache, learning_rate):"
            ),
            "create_mask_from_window": PASSED,
            "distribute_value": PASSED,
            "pool_backward": PASSED,
        },
    )
