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
