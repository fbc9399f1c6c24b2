"""The edition of 2021, solved and as handed out."""

from __future__ import annotations

from writing.building import ALL_PASSED, NONE_ATTEMPTED, Submission, code, notebook, printed, text


def submissions() -> list[Submission]:
    return [solved(), unsolved()]


SETUP = r'''
import numpy as np
import h5py
import matplotlib.pyplot as plt
from public_tests import *

%matplotlib inline
plt.rcParams['figure.figsize'] = (6.0, 5.0)

np.random.seed(1)
'''


def solved() -> Submission:
    cells = [
        text("# Convolution Model: my solution"),
        code(SETUP),
        code(r'''
# GRADED FUNCTION: zero_pad

def zero_pad(X, pad):
    """
    X -- python numpy array of shape (m, n_H, n_W, n_C)
    pad -- integer
    """
    #(≈ 1 line)
    # X_pad = None
    # YOUR CODE STARTS HERE
    m, height, width, channels = X.shape
    X_pad = np.zeros((m, height + 2 * pad, width + 2 * pad, channels), dtype=X.dtype)
    X_pad[:, pad:height + pad, pad:width + pad] = X
    # YOUR CODE ENDS HERE

    return X_pad
''', deletable=False),
        code("zero_pad_test(zero_pad)", printed("All tests passed!\n")),
        code(r'''
# GRADED FUNCTION: conv_single_step

def conv_single_step(a_slice_prev, W, b):
    #(≈ 3 lines of code)
    # s = None
    # Z = None
    # Z = None
    # YOUR CODE STARTS HERE
    Z = np.dot(a_slice_prev.flatten(), W.flatten()) + b.sum()
    # YOUR CODE ENDS HERE

    return Z
''', deletable=False),
        code(r'''
# GRADED FUNCTION: conv_forward

def conv_forward(A_prev, W, b, hparameters):
    # Retrieve the lengths
    # (m, n_H_prev, n_W_prev, n_C_prev) = None
    # (f, f, n_C_prev, n_C) = None
    # stride = None
    # for i in range(None):
        # a_prev_pad = None
        # for h in range(None):
    # YOUR CODE STARTS HERE
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = 1 + (n_H_prev + 2 * pad - f) // stride
    n_W = 1 + (n_W_prev + 2 * pad - f) // stride
    Z = np.empty((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    for h in range(n_H):
        rows = slice(h * stride, h * stride + f)
        for w in range(n_W):
            columns = slice(w * stride, w * stride + f)
            window = A_prev_pad[:, rows, columns, :]              # all examples at once
            for c in range(n_C):
                Z[:, h, w, c] = np.sum(window * W[:, :, :, c], axis=(1, 2, 3)) + b[0, 0, 0, c]
    # YOUR CODE ENDS HERE

    # Keep what the way back needs
    cache = (A_prev, W, b, hparameters)

    return Z, cache
''', deletable=False),
        code("conv_forward_test(np.mean(Z), Z[0,2,1], cache_conv[0][1][2][3])"),
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

    # for i in range(None):
        # for h in range(None):
    # YOUR CODE STARTS HERE
    reduce = {"max": np.max, "average": np.mean}[mode]
    for h in range(n_H):
        for w in range(n_W):
            A[:, h, w] = reduce(A_prev[:, h*stride:h*stride+f, w*stride:w*stride+f], axis=(1, 2))
    # YOUR CODE ENDS HERE

    cache = (A_prev, hparameters)
    #assert(A.shape == (m, n_H, n_W, n_C))
    return A, cache
''', deletable=False),
        code(r'''
# UNGRADED FUNCTION: conv_backward
def conv_backward(dZ, cache):
    # YOUR CODE STARTS HERE
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape

    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = np.zeros(A_prev_pad.shape)
    dW = np.zeros(W.shape)
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    flat = W.reshape(f * f * n_C_prev, n_C)
    for h in range(n_H):
        rows = slice(h * stride, h * stride + f)
        for w in range(n_W):
            columns = slice(w * stride, w * stride + f)
            g = dZ[:, h, w, :]
            dA_prev_pad[:, rows, columns, :] += (g @ flat.T).reshape(m, f, f, n_C_prev)
            dW += (A_prev_pad[:, rows, columns, :].reshape(m, -1).T @ g).reshape(W.shape)
    dA_prev = dA_prev_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev, :]
    # YOUR CODE ENDS HERE

    assert(dA_prev.shape == (m, n_H_prev, n_W_prev, n_C_prev))
    return dA_prev, dW, db

def create_mask_from_window(x):
    # (≈1 line)
    # mask = None
    # YOUR CODE STARTS HERE
    mask = np.equal(x, x.max())
    # YOUR CODE ENDS HERE
    return mask

def distribute_value(dz, shape):
    # YOUR CODE STARTS HERE
    (n_H, n_W) = shape
    a = np.full((n_H, n_W), dz / n_H / n_W)
    # YOUR CODE ENDS HERE
    return a
'''),
        code(r'''
def pool_backward(dA, cache, mode = "max"):
    # YOUR CODE STARTS HERE
    (A_prev, hparameters) = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for h in range(n_H):
        for w in range(n_W):
            place = np.s_[:, h*stride:h*stride+f, w*stride:w*stride+f, :]
            g = dA[:, h:h+1, w:w+1, :]
            if mode == "max":
                x = A_prev[place]
                dA_prev[place] += np.where(x == x.max(axis=(1, 2), keepdims=True), g, 0)
            else:
                dA_prev[place] += g / f ** 2
    # YOUR CODE ENDS HERE

    assert(dA_prev.shape == A_prev.shape)
    return dA_prev
'''),
    ]
    return notebook(
        "03_edition_2021_solved.ipynb",
        "The edition of 2021, all eight, with the skeleton left in comments; loops over windows, all examples at once",
        cells,
        ALL_PASSED,
        ["magics", "plotting"],
        minor=4,
    )


def unsolved() -> Submission:
    cells = [
        code(SETUP),
        code(r'''
# GRADED FUNCTION: zero_pad

def zero_pad(X, pad):
    """
    Surrounds every picture with zeros.
    """
    #(≈ 1 line)
    # X_pad = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE

    return X_pad
'''),
        code(r'''
# GRADED FUNCTION: conv_single_step

def conv_single_step(a_slice_prev, W, b):
    """
    One filter, one window.
    """
    #(≈ 3 lines of code)
    # s = None
    # Z = None
    # Z = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE

    return Z
'''),
        code(r'''
# GRADED FUNCTION: conv_forward

def conv_forward(A_prev, W, b, hparameters):
    # (m, n_H_prev, n_W_prev, n_C_prev) = None
    # (f, f, n_C_prev, n_C) = None
    # stride = None
    # pad = None
    # for i in range(None):
        # a_prev_pad = None
        # for h in range(None):
            # vert_start = None
            # Z[i, h, w, c] = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE

    # Keep what the way back needs
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

    # for i in range(None):
        # for h in range(None):
            # A[i, h, w, c] = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE

    cache = (A_prev, hparameters)
    #assert(A.shape == (m, n_H, n_W, n_C))
    return A, cache
'''),
        code(r'''
# UNGRADED FUNCTION: conv_backward
def conv_backward(dZ, cache):
    # (A_prev, W, b, hparameters) = None
    # dA_prev = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE

    assert(dA_prev.shape == (m, n_H_prev, n_W_prev, n_C_prev))
    return dA_prev, dW, db

# UNGRADED FUNCTION: create_mask_from_window
def create_mask_from_window(x):
    # (≈1 line)
    # mask = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE
    return mask

# UNGRADED FUNCTION: distribute_value
def distribute_value(dz, shape):
    # (n_H, n_W) = None
    # average = None
    # a = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE
    return a

# UNGRADED FUNCTION: pool_backward
def pool_backward(dA, cache, mode = "max"):
    # (A_prev, hparameters) = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE

    assert(dA_prev.shape == A_prev.shape)
    return dA_prev
'''),
    ]
    return notebook(
        "04_edition_2021_unsolved.ipynb",
        "The edition of 2021 as handed out: what is to be written stands in comments, and nothing follows them",
        cells,
        NONE_ATTEMPTED,
        ["magics", "plotting"],
        minor=4,
    )
