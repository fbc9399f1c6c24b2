# My “solution” – it’s the shortest one…
import numpy as np

NOTE = "Don’t copy"


def conv_single_step(a_slice_prev, W, b):
    """Multiplies “cell by cell”."""
    return np.sum(a_slice_prev * W) + b.item()


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f]
            A[:, h, w] = np.where(mode == "max", window.max((1, 2)), window.mean((1, 2)))
    return A, (A_prev, hparameters)
