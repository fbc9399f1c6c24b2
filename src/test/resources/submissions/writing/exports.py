"""Scripts: exported from notebooks, or written in an editor that runs parts of them as cells."""

from __future__ import annotations

from writing.building import ALL_PASSED, BACKWARD_PASSED, Submission, script


def submissions() -> list[Submission]:
    return [nbconvert_export(), spyder_cells(), colab_export(), vscode_script()]


def nbconvert_export() -> Submission:
    return script(
        "11_nbconvert_export.py",
        "Exported by nbconvert; one function stands in the text of a %%time cell; im2col with index arrays",
        NBCONVERT,
        ALL_PASSED,
        ["magics", "shell", "plotting"],
    )


NBCONVERT = r'''
#!/usr/bin/env python
# coding: utf-8

# # Convolutions as matrix products
#
# *What* it is good for: one big product is faster than many small ones.

# In[1]:


import numpy as np
import matplotlib.pyplot as plt

get_ipython().run_line_magic('matplotlib', 'inline')
get_ipython().run_line_magic('load_ext', 'autoreload')
get_ipython().magic('autoreload 2')
get_ipython().system('ls datasets')


# In[2]:


get_ipython().run_cell_magic('time', '', 'def zero_pad(X, pad):\n    return np.pad(X, ((0,), (pad,), (pad,), (0,)))\n')


# In[3]:


files = get_ipython().getoutput('ls *.h5')
get_ipython().run_line_magic('pinfo', 'np.pad')
plt.imshow(zero_pad(np.ones((1, 3, 3, 1)), 2)[0, :, :, 0])


# In[4]:


def im2col_indices(shape, f, stride):
    """Which row and which column of the image stands where in the matrix."""
    _, H, W, _ = shape
    n_H, n_W = (H - f) // stride + 1, (W - f) // stride + 1
    i0, j0 = np.divmod(np.arange(f * f), f)
    i1, j1 = np.divmod(np.arange(n_H * n_W), n_W)
    return i0 + stride * i1[:, None], j0 + stride * j1[:, None], n_H, n_W


def conv_single_step(a_slice_prev, W, b):
    column = W.reshape(-1, 1)
    return (a_slice_prev.reshape(1, -1) @ column + b.reshape(1, 1))[0, 0]


# In[5]:


def conv_forward(A_prev, W, b, hparameters):
    f, _, n_C_prev, n_C = W.shape
    X = zero_pad(A_prev, hparameters["pad"])
    rows, columns, n_H, n_W = im2col_indices(X.shape, f, hparameters["stride"])
    matrix = X[:, rows, columns].reshape(-1, f * f * n_C_prev)
    Z = matrix.dot(W.reshape(-1, n_C)) + b.reshape(1, n_C)
    return Z.reshape(len(X), n_H, n_W, n_C), (A_prev, W, b, hparameters)


# In[6]:


def pool_forward(A_prev, hparameters, mode="max"):
    rows, columns, n_H, n_W = im2col_indices(A_prev.shape, hparameters["f"], hparameters["stride"])
    matrix = A_prev[:, rows, columns]
    A = matrix.max(axis=2) if mode == "max" else matrix.mean(axis=2)
    return A.reshape(len(A_prev), n_H, n_W, -1), (A_prev, hparameters)


# In[7]:


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    f, _, n_C_prev, n_C = W.shape
    pad = hparameters["pad"]
    X = zero_pad(A_prev, pad)
    rows, columns, n_H, n_W = im2col_indices(X.shape, f, hparameters["stride"])
    g = dZ.reshape(len(X), n_H * n_W, n_C)
    matrix = X[:, rows, columns].reshape(len(X), n_H * n_W, -1)
    dW = np.matmul(matrix.transpose(0, 2, 1), g).sum(axis=0).reshape(W.shape)
    d_matrix = (g @ W.reshape(-1, n_C).T).reshape(len(X), n_H * n_W, f * f, n_C_prev)
    dX = np.zeros(X.shape)
    np.add.at(dX, (slice(None), rows, columns), d_matrix)
    return dX[:, pad:pad + A_prev.shape[1], pad:pad + A_prev.shape[2]], dW, g.sum(axis=(0, 1)).reshape(b.shape)


# In[8]:


def create_mask_from_window(x): return x == max(x.flat)

def distribute_value(dz, shape): return np.full(shape, dz) / (shape[0] * shape[1])


# In[9]:


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f = hparameters["f"]
    rows, columns, n_H, n_W = im2col_indices(A_prev.shape, f, hparameters["stride"])
    matrix = A_prev[:, rows, columns]
    g = dA.reshape(len(A_prev), n_H * n_W, 1, -1)
    shares = (matrix == matrix.max(axis=2, keepdims=True)) * g if mode == "max" else np.repeat(g / f ** 2, f * f, axis=2)
    dA_prev = np.zeros(A_prev.shape)
    np.add.at(dA_prev, (slice(None), rows, columns), shares)
    return dA_prev


# In[ ]:


get_ipython().run_cell_magic('bash', '', 'rm -rf datasets\n')
'''


def spyder_cells() -> Submission:
    return script(
        "12_spyder_cells.py",
        "Written in Spyder, with a class beside the functions and an endless training under if __name__ == '__main__'",
        SPYDER,
        ALL_PASSED,
        ["not_run", "plotting"],
    )


SPYDER = r'''
# -*- coding: utf-8 -*-
"""
Spyder Editor

Assignment 1: convolution and pooling.
"""

# %% imports
from numpy import argmax, multiply, ones, unravel_index, zeros, pad as np_pad
import matplotlib.pyplot as plt

plt.close("all")


# %% windows
class Windows:
    """Walks over the windows of an image of the given height and width, from the top left to the bottom right."""

    def __init__(self, height, width, f, stride):
        self.f = f
        self.stride = stride
        self.n_H = int((height - f) / stride) + 1
        self.n_W = int((width - f) / stride) + 1

    @classmethod
    def of(cls, images, f, stride):
        return cls(images.shape[1], images.shape[2], f, stride)

    def __iter__(self):
        for h in range(self.n_H):
            for w in range(self.n_W):
                top, left = h * self.stride, w * self.stride
                yield h, w, slice(top, top + self.f), slice(left, left + self.f)


# %% forward
def zero_pad(X, pad):
    return np_pad(X, pad_width=((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant")


def conv_single_step(a_slice_prev, W, b):
    product = multiply(a_slice_prev, W)
    return product.sum() + b.sum()


def conv_forward(A_prev, W, b, hparameters):
    images = zero_pad(A_prev, hparameters["pad"])
    windows = Windows.of(images, W.shape[0], hparameters["stride"])
    Z = zeros((images.shape[0], windows.n_H, windows.n_W, W.shape[3]))
    for h, w, rows, columns in windows:
        for i, image in enumerate(images):
            for c in range(W.shape[3]):
                Z[i, h, w, c] = conv_single_step(image[rows, columns], W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)


def pool_forward(A_prev, hparameters, mode="max"):
    windows = Windows.of(A_prev, hparameters["f"], hparameters["stride"])
    A = zeros((A_prev.shape[0], windows.n_H, windows.n_W, A_prev.shape[3]))
    for h, w, rows, columns in windows:
        view = A_prev[:, rows, columns]
        A[:, h, w] = view.max(axis=1).max(axis=1) if mode == "max" else view.mean(axis=1).mean(axis=1)
    return A, (A_prev, hparameters)


# %% backward
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    pad = hparameters["pad"]
    images = zero_pad(A_prev, pad)
    gradient, dW, db = zeros(images.shape), zeros(W.shape), zeros(b.shape)
    for h, w, rows, columns in Windows.of(images, W.shape[0], hparameters["stride"]):
        for i in range(len(images)):
            for c in range(W.shape[3]):
                gradient[i, rows, columns] += W[..., c] * dZ[i, h, w, c]
                dW[..., c] += images[i, rows, columns] * dZ[i, h, w, c]
                db[..., c] += dZ[i, h, w, c]
    return gradient[:, pad:images.shape[1] - pad, pad:images.shape[2] - pad], dW, db


def create_mask_from_window(x):
    row, column = unravel_index(argmax(x), x.shape)
    return x == x[row, column]


def distribute_value(dz, shape):
    return ones(shape) * dz / multiply(*shape)


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    dA_prev = zeros(A_prev.shape)
    f = hparameters["f"]
    for h, w, rows, columns in Windows.of(A_prev, f, hparameters["stride"]):
        for i in range(dA.shape[0]):
            for c in range(dA.shape[3]):
                if mode == "max":
                    share = create_mask_from_window(A_prev[i, rows, columns, c]) * dA[i, h, w, c]
                else:
                    share = distribute_value(dA[i, h, w, c], (f, f))
                dA_prev[i, rows, columns, c] += share
    return dA_prev


# %% training
if __name__ == "__main__":
    epoch = 0
    while True:
        epoch += 1
        plt.plot([epoch], [0.0])
'''


def colab_export() -> Submission:
    return script(
        "13_colab_export.py",
        "Exported by Colab with its shell lines as they were, and the backward half only; loops over the cells of the filter",
        COLAB,
        BACKWARD_PASSED,
        ["shell", "data_files"],
    )


COLAB = r'''
# -*- coding: utf-8 -*-
"""cnn_backward.ipynb

Automatically generated by Colab.

Original file is located at
    https://colab.example/drive/none
"""

!pip install wandb
!git clone https://git.example/cnn-data.git

from google.colab import drive
drive.mount('/content/drive')

# Commented out IPython magic to ensure Python compatibility.
# %cd cnn-data
# %matplotlib inline

import numpy as np
import h5py
data = h5py.File('datasets/train_signs.h5', 'r')

"""# The way back

The gradient of a filter's cell needs a picture that is shifted by that cell, *and no window at all*.
"""

def shifted(images, row, column, n_H, n_W, stride):
    """What the cell (row, column) of the filter sees, window by window."""
    return images[:, row:row + stride * n_H:stride, column:column + stride * n_W:stride]

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    images = zero_pad(A_prev, pad)
    gradient = np.zeros_like(images, dtype=float)
    dW = np.empty(W.shape)
    for row, column in np.ndindex(W.shape[:2]):
        seen = shifted(images, row, column, n_H, n_W, stride)
        dW[row, column] = np.tensordot(seen, dZ, axes=[[0, 1, 2], [0, 1, 2]])
        # `shifted` gives a view, so that this adds to the gradient itself
        view = shifted(gradient, row, column, n_H, n_W, stride)
        view += dZ @ W[row, column].T
    inside = gradient[:, pad:gradient.shape[1] - pad, pad:gradient.shape[2] - pad]
    return inside, dW, np.add.reduce(dZ, axis=(0, 1, 2), keepdims=True)

"""Masks"""

def create_mask_from_window(x):
    return np.isin(x, x.max())

def distribute_value(dz, shape):
    rows, columns = shape
    return np.repeat(dz / (rows * columns), rows * columns).reshape(shape)

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    _, n_H, n_W, _ = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    cells = list(np.ndindex(f, f))
    if mode == "max":
        greatest = np.maximum.reduce([shifted(A_prev, *cell, n_H, n_W, stride) for cell in cells])
    for cell in cells:
        view = shifted(dA_prev, *cell, n_H, n_W, stride)
        if mode == "max":
            view += dA * (shifted(A_prev, *cell, n_H, n_W, stride) == greatest)
        elif mode == "average":
            view += dA / len(cells)
    return dA_prev

!rm -rf cnn-data
'''


def vscode_script() -> Submission:
    return script(
        "16_vscode_script.py",
        "Cells of VS Code with magics as they are, everything typed, a data class beside; sums over the cells of the filter",
        VSCODE,
        ALL_PASSED,
        ["magics"],
    )


VSCODE = r'''
# %% [markdown]
# # Convolution from scratch
# Typed, so that the editor helps.

# %%
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Dict, Iterator, Literal, Tuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

%load_ext line_profiler
%matplotlib widget

Cache = Tuple["NDArray", "NDArray", "NDArray", Dict[str, int]]
Mode = Literal["max", "average"]


# %%
@dataclass(frozen=True)
class Layer:
    """How a window moves over an image."""

    f: int
    stride: int = 1
    pad: int = 0

    def length(self, n: int) -> int:
        return (n + 2 * self.pad - self.f) // self.stride + 1

    def cells(self) -> Iterator[tuple[int, int]]:
        return ((row, column) for row in range(self.f) for column in range(self.f))

    def view(self, images: NDArray, cell: tuple[int, int], size: tuple[int, int]) -> NDArray:
        """What one cell of the window sees, at every place of the window."""
        vertical, horizontal = (
            slice(start, start + self.stride * (count - 1) + 1, self.stride) for start, count in zip(cell, size)
        )
        return images[:, vertical, horizontal, :]


# %%
def zero_pad(X: NDArray, pad: int) -> NDArray:
    m, n_H, n_W, n_C = X.shape
    framed: NDArray = np.zeros(shape=(m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    np.copyto(framed[:, pad : n_H + pad, pad : n_W + pad], X)
    return framed


def conv_single_step(a_slice_prev: NDArray, W: NDArray, b: NDArray) -> float:
    return float(np.inner(a_slice_prev.ravel(), W.ravel())) + float(b.item())


def conv_forward(A_prev: NDArray, W: NDArray, b: NDArray, hparameters: Dict[str, int]) -> tuple[NDArray, Cache]:
    layer = Layer(W.shape[0], hparameters["stride"], hparameters["pad"])
    size = layer.length(A_prev.shape[1]), layer.length(A_prev.shape[2])
    images = zero_pad(A_prev, layer.pad)
    Z = np.zeros((len(A_prev), *size, W.shape[3])) + b
    for cell in layer.cells():
        Z += layer.view(images, cell, size) @ W[cell]
    return Z, (A_prev, W, b, hparameters)


def pool_forward(A_prev: NDArray, hparameters: Dict[str, int], mode: Mode = "max") -> tuple[NDArray, tuple]:
    layer = Layer(hparameters["f"], hparameters["stride"])
    size = layer.length(A_prev.shape[1]), layer.length(A_prev.shape[2])
    first, *others = (layer.view(A_prev, cell, size) for cell in layer.cells())
    A = first.astype(float)
    for other in others:
        A = np.maximum(A, other) if mode == "max" else A + other
    return (A if mode == "max" else A / layer.f**2), (A_prev, hparameters)


# %%
def conv_backward(dZ: NDArray, cache: Cache) -> tuple[NDArray, NDArray, NDArray]:
    A_prev, W, b, hparameters = cache
    layer = Layer(W.shape[0], hparameters["stride"], pad := hparameters["pad"])
    size = dZ.shape[1:3]
    images = zero_pad(A_prev, pad)
    back, dW = np.zeros(images.shape), np.zeros(W.shape)
    for cell in layer.cells():
        dW[cell] = np.einsum("mhwp,mhwc->pc", layer.view(images, cell, size), dZ)
        layer.view(back, cell, size)[...] += dZ @ W[cell].T
    return back[:, pad : back.shape[1] - pad, pad : back.shape[2] - pad], dW, dZ.sum((0, 1, 2), keepdims=True)


def create_mask_from_window(x: NDArray) -> NDArray[np.bool_]:
    return np.logical_not(x != x.max())


def distribute_value(dz: float, shape: Tuple[int, int]) -> NDArray:
    return np.zeros(shape) + dz / (shape[0] * shape[1])


def pool_backward(dA: NDArray, cache: tuple, mode: Mode = "max") -> NDArray:
    A_prev, hparameters = cache
    layer = Layer(hparameters["f"], hparameters["stride"])
    size = dA.shape[1:3]
    A, _ = pool_forward(A_prev, hparameters, mode)
    back = np.zeros(A_prev.shape)
    for cell in layer.cells():
        share = layer.view(A_prev, cell, size) == A if mode == "max" else 1 / layer.f**2
        layer.view(back, cell, size)[...] += share * dA
    return back


# %%
%timeit zero_pad(np.ones((2, 3, 4, 5)), 2)
'''
