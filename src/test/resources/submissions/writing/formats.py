"""Notebooks of other formats and other hosts."""

from __future__ import annotations

from writing.building import ALL_PASSED, FORWARD_PASSED, Submission, code, lines, notebook, passed, printed, text, to_bytes


def submissions() -> list[Submission]:
    return [format_3_worksheets(), format_4_0_plain_sources(), colab_notebook(), kaggle_notebook()]


PADDING_BY_STACKING = r'''
from __future__ import division, print_function
import itertools
import numpy as np

def zero_pad(X, pad):
    """Zeros are stacked on, side by side."""
    m, n_H, n_W, n_C = X.shape
    wide = np.dstack([np.zeros((m, n_H, pad, n_C)).reshape(m, n_H, pad * n_C),
                      X.reshape(m, n_H, n_W * n_C),
                      np.zeros((m, n_H, pad * n_C))])
    lines = np.zeros((m, pad, wide.shape[2]))
    tall = np.hstack([lines, wide, lines])
    return tall.reshape(m, n_H + 2 * pad, n_W + 2 * pad, n_C)
'''

CONVOLUTION_WITH_WHILE = r'''
def conv_single_step(a_slice_prev, W, b):
    return sum(x * w for x, w in zip(a_slice_prev.flat, W.flat)) + b.flat[0]

def conv_forward(A_prev, W, b, hparameters):
    step = hparameters['stride']
    images = zero_pad(A_prev, hparameters['pad'])
    f = W.shape[0]
    height = (images.shape[1] - f) // step + 1
    width = (images.shape[2] - f) // step + 1
    Z = np.zeros((len(images), height, width, W.shape[3]))
    h = 0
    while h < height:
        w = 0
        while w < width:
            part = images[:, h*step:h*step+f, w*step:w*step+f, :]
            Z[:, h, w, :] = np.dot(part.reshape(len(images), -1), W.reshape(-1, W.shape[3])) + b[0, 0, 0]
            w += 1
        h += 1
    return Z, (A_prev, W, b, hparameters)
'''

POOLING_WITH_PRODUCT = r'''
def pool_forward(A_prev, hparameters, mode='max'):
    f, s = hparameters['f'], hparameters['stride']
    m, H, W, n_C = A_prev.shape
    A = np.zeros((m, int((H - f) / s) + 1, int((W - f) / s) + 1, n_C))
    for i, h, w in itertools.product(range(m), range(A.shape[1]), range(A.shape[2])):
        cells = A_prev[i, h*s:h*s+f, w*s:w*s+f].reshape(f * f, n_C)
        A[i, h, w] = cells.max(0) if mode == 'max' else cells.mean(0)
    return A, (A_prev, hparameters)
'''

BACKWARD_WITH_OUTER = r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    step, pad = hparameters['stride'], hparameters['pad']
    f, f, n_C_prev, n_C = W.shape
    m, H, width = A_prev.shape[:3]
    images = zero_pad(A_prev, pad)
    d_images = np.zeros(images.shape)
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for i, h, w in itertools.product(range(m), range(dZ.shape[1]), range(dZ.shape[2])):
        g = dZ[i, h, w]
        part = (i, slice(h*step, h*step+f), slice(w*step, w*step+f))
        dW += np.multiply.outer(images[part], g)
        d_images[part] += np.sum(W * g, axis=3)
        db += g
    if pad:
        d_images = d_images[:, pad:-pad, pad:-pad]
    return d_images, dW, db
'''

POOLING_BACK = r'''
def create_mask_from_window(x):
    return np.where(x == np.amax(x), True, False)

def distribute_value(dz, shape):
    share = float(dz) / (shape[0] * shape[1])
    return np.array([[share] * shape[1]] * shape[0])

def pool_backward(dA, cache, mode='max'):
    A_prev, hparameters = cache
    f, s = hparameters['f'], hparameters['stride']
    dA_prev = np.zeros(A_prev.shape)
    for (i, h, w, c), g in np.ndenumerate(dA):
        window = A_prev[i, h*s:h*s+f, w*s:w*s+f, c]
        back = dA_prev[i, h*s:h*s+f, w*s:w*s+f, c]
        if mode == 'max':
            back[create_mask_from_window(window)] += g
        elif mode == 'average':
            back += distribute_value(g, (f, f))
    return dA_prev
'''


def format_3_worksheets() -> Submission:
    def cell(number: int, source: str) -> dict[str, object]:
        return {
            "cell_type": "code",
            "collapsed": False,
            "input": lines(source.strip("\n"), joined=False),
            "language": "python",
            "metadata": {},
            "outputs": [{"output_type": "stream", "stream": "stdout", "text": ["done\n"]}],
            "prompt_number": number,
        }

    title = {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["By hand"]}
    words = {"cell_type": "markdown", "metadata": {}, "source": ["The way back follows on the second sheet."]}
    first = [title, cell(1, PADDING_BY_STACKING), cell(2, CONVOLUTION_WITH_WHILE), cell(3, POOLING_WITH_PRODUCT), words]
    second = [cell(4, BACKWARD_WITH_OUTER), cell(5, POOLING_BACK)]
    content = {
        "metadata": {"name": "", "signature": "sha256:0"},
        "nbformat": 3,
        "nbformat_minor": 0,
        "worksheets": [{"cells": first, "metadata": {}}, {"cells": second, "metadata": {}}],
    }
    return Submission(
        "09_format_3_worksheets.ipynb",
        "Format 3 with two worksheets, and imports from __future__; every function right",
        to_bytes(content),
        functions=ALL_PASSED,
    )


def format_4_0_plain_sources() -> Submission:
    cells = [
        text("Sources are strings here, not lists of lines."),
        code(r'''
import numpy
from numpy.lib.stride_tricks import sliding_window_view

def zero_pad(X, pad):
    return numpy.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)], mode="constant", constant_values=[0])

def conv_single_step(a_slice_prev, W, b):
    return numpy.vdot(a_slice_prev, W) + numpy.ravel(b)[0]
'''),
        code(r'''
def _views(images, size, step):
    # (m, n_H, n_W, n_C, f, f), and not a number is copied
    return sliding_window_view(images, (size, size), axis=(1, 2))[:, ::step, ::step]

def conv_forward(A_prev, W, b, hparameters):
    views = _views(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    Z = numpy.tensordot(views, W, axes=([3, 4, 5], [2, 0, 1])) + b
    return Z, (A_prev, W, b, hparameters)

def pool_forward(A_prev, hparameters, mode="max"):
    views = _views(A_prev, hparameters["f"], hparameters["stride"])
    A = (numpy.amax if mode == "max" else numpy.mean)(views, axis=(-2, -1))
    return A, (A_prev, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    views = _views(zero_pad(A_prev, pad), f, stride)
    dW = numpy.tensordot(views, dZ, axes=([0, 1, 2], [0, 1, 2])).transpose(1, 2, 0, 3)
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)

    # The way back is a convolution too: of the gradient, spread out, with the filter turned round
    height, width = A_prev.shape[1] + 2 * pad, A_prev.shape[2] + 2 * pad
    spread = numpy.zeros((m, height + f - 1, width + f - 1, n_C))
    spread[:, f - 1:f - 1 + n_H * stride:stride, f - 1:f - 1 + n_W * stride:stride] = dZ
    turned = W[::-1, ::-1]
    dA_pad = numpy.tensordot(_views(spread, f, 1), turned, axes=([3, 4, 5], [3, 0, 1]))
    return dA_pad[:, pad:height - pad, pad:width - pad], dW, db
'''),
        code(r'''
def create_mask_from_window(x):
    mask = numpy.zeros(x.shape, dtype=bool)
    mask.flat[numpy.argmax(x)] = True
    return mask

def distribute_value(dz, shape):
    return numpy.tile(dz / (shape[0] * shape[1]), shape)

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = numpy.zeros(A_prev.shape)
    views = sliding_window_view(dA_prev, (f, f), axis=(1, 2), writeable=True)[:, ::stride, ::stride]
    for place in numpy.ndindex(dA.shape):
        if mode == "max":
            i, h, w, c = place
            window = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
            views[place] += create_mask_from_window(window) * dA[place]
        else:
            views[place] += distribute_value(dA[place], (f, f))
    return dA_prev
'''),
    ]
    first_only = passed(notes=["ties"])
    return notebook(
        "10_format_4_0_plain_sources.ipynb",
        "Format 4.0 with sources as strings and no kernel named; windows as views, and masks of the first maximum only",
        cells,
        {**ALL_PASSED, "create_mask_from_window": first_only, "pool_backward": first_only},
        minor=0,
        metadata={},
        joined=True,
    )


COLAB = {
    "accelerator": "GPU",
    "colab": {"name": "conv_step_by_step.ipynb", "provenance": [], "collapsed_sections": ["aa11"]},
    "kernelspec": {"display_name": "Python 3", "name": "python3"},
}


def colab_notebook() -> Submission:
    cells = [
        code(r'''
!pip install -q h5py==3.8.0 "matplotlib>=3"
!nvidia-smi -L
from google.colab import drive
drive.mount('/content/drive')
%cd /content/drive/MyDrive/cnn
''', printed("Mounted at /content/drive\n"), id="aa11"),
        code(r'''
#@title Settings { display-mode: "form" }
import numpy as np
seed = 1 #@param {type:"integer"}
DTYPE = np.float64
np.random.seed(seed)
''', cellView="form", id="bb22"),
        code(r'''
#@title zero_pad
def zero_pad(X, pad):
  shape = np.array(X.shape) + [0, 2 * pad, 2 * pad, 0]
  X_pad = np.zeros(shape, dtype=DTYPE)
  rows, cols = np.ogrid[pad:pad + X.shape[1], pad:pad + X.shape[2]]
  X_pad[:, rows, cols] = X
  return X_pad
''', id="cc33"),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
  return np.tensordot(a_slice_prev, W, 3).item() + b[0, 0, 0]

def conv_forward(A_prev, W, b, hparameters):
  s, p = (hparameters[k] for k in ("stride", "pad"))
  f = W.shape[0]
  X = zero_pad(A_prev, p)
  n_H, n_W = ((n - f) // s + 1 for n in X.shape[1:3])
  # One index array for the rows of all windows, one for their columns
  rows = s * np.arange(n_H)[:, None, None, None] + np.arange(f)[:, None]
  cols = s * np.arange(n_W)[:, None, None] + np.arange(f)
  Z = np.tensordot(X[:, rows, cols], W, 3) + b
  return Z.astype(DTYPE), (A_prev, W, b, hparameters)
''', id="dd44"),
        code(r'''
def pool_forward(A_prev, hparameters, mode="max"):
  f, s = hparameters["f"], hparameters["stride"]
  n_H, n_W = ((n - f) // s + 1 for n in A_prev.shape[1:3])
  rows = s * np.arange(n_H)[:, None, None, None] + np.arange(f)[:, None]
  cols = s * np.arange(n_W)[:, None, None] + np.arange(f)
  return getattr(A_prev[:, rows, cols], "max" if mode == "max" else "mean")((3, 4)), (A_prev, hparameters)
''', id="ee55"),
        code("from google.colab import files\nfiles.download('submission.zip')", id="ff66"),
    ]
    return notebook(
        "14_colab_notebook.ipynb",
        "From Colab, the forward half only, with form titles, pip and a mounted drive; index arrays and two blanks of indent",
        cells,
        FORWARD_PASSED,
        ["magics", "shell"],
        minor=0,
        metadata=COLAB,
    )


KAGGLE = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "kaggle": {"accelerator": "none", "dataSources": [], "isInternetEnabled": False, "language": "python"},
}


def kaggle_notebook() -> Submission:
    cells = [
        code(r'''
import numpy as np # arrays
import pandas as pd # tables, pd.read_csv

import os
for folder, _, names in os.walk('/kaggle/input'):
    for name in names:
        print(os.path.join(folder, name))
train = pd.read_csv('/kaggle/input/digit-recognizer/train.csv')
''', _kg_hide_input=True),
        code(r'''
train.head()
'''),
        code(r'''
def starts(length, f, stride):
    """Where the windows begin."""
    return range(0, length - f + 1, stride)

def zero_pad(X, pad):
    out = np.zeros_like(X, shape=(X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]))
    for i, image in enumerate(X):
        for r, row in enumerate(image):
            for c, pixel in enumerate(row):
                out[i, r + pad, c + pad] = pixel
    return out
'''),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
    return (a_slice_prev * W).sum(axis=-1).sum(axis=-1).sum() + b.squeeze()

def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters['stride']
    X = zero_pad(A_prev, hparameters['pad'])
    f = len(W)
    tops, lefts = starts(X.shape[1], f, stride), starts(X.shape[2], f, stride)
    Z = np.empty((len(X), len(tops), len(lefts), W.shape[-1]))
    for h, top in enumerate(tops):
        for w, left in enumerate(lefts):
            for i, image in enumerate(X):
                for c, (kernel, bias) in enumerate(zip(np.moveaxis(W, -1, 0), b.ravel())):
                    Z[i, h, w, c] = conv_single_step(image[top:top+f, left:left+f], kernel, bias)
    return Z, (A_prev, W, b, hparameters)
'''),
        code(r'''
def pool_forward(A_prev, hparameters, mode='max'):
    f, stride = hparameters['f'], hparameters['stride']
    tops, lefts = starts(A_prev.shape[1], f, stride), starts(A_prev.shape[2], f, stride)
    if mode == 'max':
        pooled = [[A_prev[:, t:t+f, l:l+f].max((1, 2)) for l in lefts] for t in tops]
    elif mode == 'average':
        pooled = [[A_prev[:, t:t+f, l:l+f].mean((1, 2)) for l in lefts] for t in tops]
    else:
        raise ValueError(mode)
    return np.moveaxis(np.array(pooled), 2, 0), (A_prev, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters['stride'], hparameters['pad']
    X = zero_pad(A_prev, pad)
    dX = np.zeros(X.shape)
    dW = np.zeros(W.shape)
    f = len(W)
    for h, top in enumerate(starts(X.shape[1], f, stride)):
        for w, left in enumerate(starts(X.shape[2], f, stride)):
            for c in range(W.shape[-1]):
                g = dZ[:, h, w, c][:, None, None, None]
                dX[:, top:top+f, left:left+f] += g * W[..., c]
                dW[..., c] += (g * X[:, top:top+f, left:left+f]).sum(axis=0)
    keep = [slice(pad, n - pad) for n in X.shape[1:3]]
    return dX[:, keep[0], keep[1]], dW, dZ.sum((0, 1, 2)).reshape(b.shape)
'''),
        code(r'''
def create_mask_from_window(x):
    return np.array([[value == x.max() for value in row] for row in x])

def distribute_value(dz, shape):
    n_H, n_W = shape
    out = np.empty(shape)
    out.fill(dz / (n_H * n_W))
    return out

def pool_backward(dA, cache, mode='max'):
    A_prev, hparameters = cache
    f, stride = hparameters['f'], hparameters['stride']
    dA_prev = np.zeros(A_prev.shape)
    for h, top in enumerate(starts(A_prev.shape[1], f, stride)):
        for w, left in enumerate(starts(A_prev.shape[2], f, stride)):
            for i in range(dA.shape[0]):
                for c in range(dA.shape[3]):
                    window = dA_prev[i, top:top+f, left:left+f, c]
                    if mode == 'max':
                        window += dA[i, h, w, c] * create_mask_from_window(A_prev[i, top:top+f, left:left+f, c])
                    else:
                        window += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev
'''),
        code("submission = pd.DataFrame({'ok': [1]})\nsubmission.to_csv('submission.csv', index=False)"),
    ]
    return notebook(
        "15_kaggle_notebook.ipynb",
        "From Kaggle, with pandas and a walk through folders that are not there; loops over where the windows begin",
        cells,
        ALL_PASSED,
        ["data_files"],
        minor=4,
        metadata=KAGGLE,
    )
