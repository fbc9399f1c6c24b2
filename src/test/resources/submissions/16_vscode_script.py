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
