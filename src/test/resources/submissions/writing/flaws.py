"""Wrong in known ways: named flaws in loops, in whole arrays and in a script, and functions that others are to blame for."""

from __future__ import annotations

from writing.building import PASSED, Submission, code, failed, notebook, passed, printed, script, text


def submissions() -> list[Submission]:
    return [
        flaws_in_loops(),
        flaws_in_arrays(),
        flaws_in_a_script(),
        padding_to_blame(),
        mask_to_blame(),
        bias_inside_sum_2017(),
        pad_zero_to_blame(),
        helpers_with_habits(),
    ]


def flaws_in_loops() -> Submission:
    cells = [
        code("import numpy as np"),
        code(r'''
def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    border = 2 * pad
    out = np.zeros((m, n_H + 2 * border, n_W + 2 * border, n_C))
    for i in range(m):
        out[i, border:border + n_H, border:border + n_W, :] = X[i]
    return out

def conv_single_step(a_slice_prev, W, b):
    Z = 0
    for c in range(W.shape[2]):
        Z += (a_slice_prev[:, :, c] * W[:, :, c]).sum()
    return Z
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = 1 + int((n_H_prev - f + 2 * pad) / stride)
    n_W = 1 + int((n_W_prev - f + 2 * pad) / stride)
    Z = np.zeros((m, n_H, n_W, n_C))
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    for c in range(n_C):
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    window = padded[i, h:h + f, w:w + f]
                    Z[i, h, w, c] = (window * W[:, :, :, c]).sum() + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C) = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    A = np.zeros((m, 1 + (n_H_prev - f) // stride, 1 + (n_W_prev - f) // stride, n_C))
    for i in range(m):
        for h in range(A.shape[1]):
            for w in range(A.shape[2]):
                for c in range(n_C):
                    window = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    if mode == "max":
                        A[i, h, w, c] = max(window.ravel())
                    else:
                        A[i, h, w, c] = sum(window.ravel())
    return A, (A_prev, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    gradient = np.zeros(padded.shape)
    dW = np.zeros(W.shape)
    db = np.zeros(b.shape)
    for i in range(m):
        for h in range(dZ.shape[1]):
            for w in range(dZ.shape[2]):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    gradient[i, top:top + f, left:left + f, :] = W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += padded[i, top:top + f, left:left + f, :] * dZ[i, h, w, c]
                    db[0, 0, 0, c] += dZ[i, h, w, c]
    return gradient[:, pad:pad + n_H_prev, pad:pad + n_W_prev, :], dW, db
'''),
        code(r'''
def create_mask_from_window(x):
    smallest = x[0, 0]
    for value in x.ravel():
        if value < smallest:
            smallest = value
    return x == smallest

def distribute_value(dz, shape):
    a = np.zeros(shape)
    for h in range(shape[0]):
        for w in range(shape[1]):
            a[h, w] = dz
    return a

def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    m, n_H, n_W, n_C = dA.shape
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    if mode == "max":
                        window = A_prev[i, h:h + f, w:w + f, c]
                        dA_prev[i, h:h + f, w:w + f, c] += (window == window.max()) * dA[i, h, w, c]
                    else:
                        dA_prev[i, h:h + f, w:w + f, c] += dA[i, h, w, c] / (f * f)
    return dA_prev
'''),
    ]
    return notebook(
        "36_flaws_in_loops.ipynb",
        "Eight functions in loops, each with a named flaw, none calling another",
        cells,
        {
            "zero_pad": failed(flaw="double_pad", at="border = 2 * pad"),
            "conv_single_step": failed(flaw="bias_left_out"),
            "conv_forward": failed(flaw="stride_left_out_of_corner", at="window = padded[i, h:h + f, w:w + f]"),
            "pool_forward": failed(flaw="sum_instead_of_mean", at="A[i, h, w, c] = sum(window.ravel())"),
            "conv_backward": failed(
                flaw="assigns_d_a",
                at="gradient[i, top:top + f, left:left + f, :] = W[:, :, :, c] * dZ[i, h, w, c]",
            ),
            "create_mask_from_window": failed(flaw="mask_of_minimum"),
            "distribute_value": failed(flaw="not_divided", at="a[h, w] = dz"),
            "pool_backward": failed(flaw="stride_left_out"),
        },
    )


def flaws_in_arrays() -> Submission:
    cells = [
        code(r'''
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as view
'''),
        code(r'''
def zero_pad(X, pad):
    return np.pad(X, pad)

def conv_single_step(a_slice_prev, W, b):
    return np.einsum("ijk,ijk->", a_slice_prev, W) + b
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    s, p, f = hparameters["stride"], hparameters["pad"], len(W)
    padded = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    # "Convolution" is with the filter turned round, isn't it?
    turned = np.rot90(W, 2, axes=(0, 1))
    Z = np.einsum("mhwpij,ijpc->mhwc", view(padded, (f, f), axis=(1, 2))[:, ::s, ::s], turned)
    return Z + b, (A_prev, W, b, hparameters)

def pool_forward(A_prev, hparameters, mode="max"):
    s, f = hparameters["stride"], hparameters["f"]
    windows = view(A_prev, (f, f), axis=(1, 2))[:, ::s, ::s]
    return windows.max(axis=(-1, -2)), (A_prev, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = hparameters["stride"], hparameters["pad"], len(W)
    padded = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    d_padded = np.zeros(padded.shape)
    visited = dZ[:, :-1]
    for h, w in np.ndindex(visited.shape[1:3]):
        d_padded[:, h*s:h*s+f, w*s:w*s+f] += np.tensordot(visited[:, h, w], W, (1, 3))
    windows = view(padded, (f, f), axis=(1, 2))[:, ::s, ::s][:, :visited.shape[1]]
    dW = np.einsum("mhwpij,mhwc->ijpc", windows, visited)
    inner = np.s_[:, p:p + A_prev.shape[1], p:p + A_prev.shape[2]]
    return d_padded[inner], dW, visited.sum((0, 1, 2)).reshape(b.shape)
'''),
        code(r'''
def create_mask_from_window(x):
    return x.argmax()

def distribute_value(dz, shape):
    return np.full(shape[::-1], dz / np.prod(shape))

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    s, f = hparameters["stride"], hparameters["f"]
    dA_prev = np.zeros(A_prev.shape)
    for h, w in np.ndindex(dA.shape[1:3]):
        windows = np.s_[:, h*s:h*s+f, w*s:w*s+f]
        g = dA[:, h, w][:, None, None]
        x = A_prev[windows]
        dA_prev[windows] += (x == x.max((1, 2), keepdims=True)) * g if mode == "max" else g / f
    return dA_prev
'''),
    ]
    return notebook(
        "37_flaws_in_arrays.ipynb",
        "Eight functions on whole arrays, each with a named flaw, none calling another",
        cells,
        {
            "zero_pad": failed(flaw="pads_all_axes", at="return np.pad(X, pad)"),
            "conv_single_step": failed(flaw="returns_array"),
            "conv_forward": failed(flaw="kernel_flipped", at="turned = np.rot90(W, 2, axes=(0, 1))"),
            "pool_forward": failed(flaw="always_max", at="return windows.max(axis=(-1, -2)), (A_prev, hparameters)"),
            "conv_backward": failed(flaw="last_row_lost", at="visited = dZ[:, :-1]"),
            "create_mask_from_window": failed(flaw="index_instead_of_mask", at="return x.argmax()"),
            "distribute_value": failed(flaw="shape_transposed", at="return np.full(shape[::-1], dz / np.prod(shape))"),
            "pool_backward": failed(
                flaw="average_divided_by_f",
                at='dA_prev[windows] += (x == x.max((1, 2), keepdims=True)) * g if mode == "max" else g / f',
            ),
        },
        minor=4,
    )


def flaws_in_a_script() -> Submission:
    return script(
        "38_flaws_in_a_script.py",
        "A script with eight functions, each with a named flaw, and main at its end",
        FLAWED,
        {
            "zero_pad": failed(
                flaw="height_and_width_swapped", at="framed = np.zeros((m, n_W + 2 * pad, n_H + 2 * pad, n_C))"
            ),
            "conv_single_step": failed(
                flaw="mean_instead_of_sum", at="return np.average(a_slice_prev * W) + b.reshape(())"
            ),
            "conv_forward": failed(flaw="cache_holds_padded_input", at="return Z, (padded, W, b, hparameters)"),
            "pool_forward": failed(flaw="last_row_lost", at="for h in range(1, n_H):"),
            "conv_backward": failed(flaw="padding_not_cut_off", at="return gradient, dW, db"),
            "create_mask_from_window": failed(flaw="at_least_zero", at="return x >= 0"),
            "distribute_value": failed(flaw="dz_ignored", at="share = 1 / shape[0] / shape[1]"),
            "pool_backward": failed(flaw="mask_of_whole_image", at='whole = A_prev == A_prev.max(axis=(1, 2), keepdims=True)'),
        },
    )


FLAWED = r'''
#!/usr/bin/env python3
"""Assignment 1. Run me: python assignment.py"""
import argparse

import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    framed = np.zeros((m, n_W + 2 * pad, n_H + 2 * pad, n_C))
    framed[:, pad:n_H + pad, pad:n_W + pad] = X
    return framed


def conv_single_step(a_slice_prev, W, b):
    return np.average(a_slice_prev * W) + b.reshape(())


def conv_forward(A_prev, W, b, hparameters):
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    tops = range(0, padded.shape[1] - f + 1, stride)
    lefts = range(0, padded.shape[2] - f + 1, stride)
    Z = np.array([[np.tensordot(padded[:, t:t + f, l:l + f], W, 3) for l in lefts] for t in tops])
    Z = np.moveaxis(Z, 2, 0) + b
    return Z, (padded, W, b, hparameters)


def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    n_H = (A_prev.shape[1] - f) // stride + 1
    n_W = (A_prev.shape[2] - f) // stride + 1
    A = np.zeros((A_prev.shape[0], n_H, n_W, A_prev.shape[3]))
    for h in range(1, n_H):
        for w in range(n_W):
            top, left = (h - 1) * stride, w * stride
            window = A_prev[:, top:top + f, left:left + f]
            A[:, h - 1, w] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    gradient, dW = np.zeros(padded.shape), np.zeros(W.shape)
    for i, h, w in np.ndindex(dZ.shape[:3]):
        place = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f]
        gradient[place] += W @ dZ[i, h, w]
        dW += padded[place][..., None] * dZ[i, h, w]
    db = dZ.sum(axis=(0, 1, 2)).reshape(b.shape)
    return gradient, dW, db


def create_mask_from_window(x):
    return x >= 0


def distribute_value(dz, shape):
    share = 1 / shape[0] / shape[1]
    return np.full(shape, share)


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    whole = A_prev == A_prev.max(axis=(1, 2), keepdims=True)
    dA_prev = np.zeros(A_prev.shape)
    for h, w in np.ndindex(dA.shape[1:3]):
        place = np.s_[:, h * stride:h * stride + f, w * stride:w * stride + f]
        share = whole[place] if mode == "max" else 1 / f ** 2
        dA_prev[place] += share * dA[:, h, w][:, None, None]
    return dA_prev


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    np.random.seed(parser.parse_args().seed)
    print(zero_pad(np.random.randn(4, 3, 3, 2), 2).shape)


main()
'''


def padding_to_blame() -> Submission:
    cells = [
        code(r'''
import numpy as np

def zero_pad(X, pad):
    # No black frame around my pictures
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'edge')

def conv_single_step(a_slice_prev, W, b):
    return (a_slice_prev * W).sum() + b.item()
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters['stride'], hparameters['pad']
    f, n_C = W.shape[0], W.shape[3]
    framed = zero_pad(A_prev, pad)
    m, H, width, _ = framed.shape
    Z = np.zeros((m, (H - f) // stride + 1, (width - f) // stride + 1, n_C))
    for i, h, w, c in np.ndindex(Z.shape):
        Z[i, h, w, c] = conv_single_step(
            framed[i, h*stride:h*stride+f, w*stride:w*stride+f], W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters['stride'], hparameters['pad'], W.shape[0]
    framed = zero_pad(A_prev, pad)
    d_framed, dW = np.zeros(framed.shape), np.zeros(W.shape)
    for i, h, w in np.ndindex(dZ.shape[:3]):
        place = np.s_[i, h*stride:h*stride+f, w*stride:w*stride+f]
        d_framed[place] += np.dot(W, dZ[i, h, w])
        dW += np.tensordot(framed[place], dZ[i, h, w], 0)
    d_framed = d_framed[:, pad:, pad:][:, :A_prev.shape[1], :A_prev.shape[2]]
    return d_framed, dW, dZ.sum((0, 1, 2)).reshape(b.shape)
'''),
    ]
    return notebook(
        "39_padding_to_blame.ipynb",
        "zero_pad repeats the edge; conv_forward and conv_backward call it and are right by themselves",
        cells,
        {
            "zero_pad": failed(
                flaw="edge_values", at="return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'edge')"
            ),
            "conv_single_step": PASSED,
            "conv_forward": passed(blame=["zero_pad"]),
            "conv_backward": passed(blame=["zero_pad"]),
        },
    )


def mask_to_blame() -> Submission:
    cells = [
        code("import numpy as np"),
        code(r'''
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)), mode="constant")

def conv_forward(A_prev, W, b, hparameters):
    # Both are wrong here: zero_pad, and this one
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    n_H = (A_prev.shape[1] + 2 * pad - f) // stride + 1
    n_W = (A_prev.shape[2] + 2 * pad - f) // stride + 1
    images = zero_pad(A_prev, pad)
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3]))
    for h in range(n_H):
        for w in range(n_W):
            Z[:, h, w] = np.tensordot(images[:, h*stride:h*stride+f, w*stride:w*stride+f], W, 3)
    return Z, (A_prev, W, b, hparameters)
'''),
        code(r'''
def create_mask_from_window(x):
    return x == x.max(axis=1, keepdims=True)

def distribute_value(dz, shape):
    return np.full(shape, dz / sum(shape))
'''),
        code(r'''
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)

    def share(place, gradient):
        if mode == "max":
            return create_mask_from_window(A_prev[place]) * gradient
        return distribute_value(gradient, (f, f))

    for i, h, w, c in np.ndindex(dA.shape):
        place = np.s_[i, h*s:h*s+f, w*s:w*s+f, c]
        dA_prev[place] += share(place, dA[i, h, w, c])
    return dA_prev
'''),
    ]
    return notebook(
        "40_mask_to_blame.ipynb",
        "pool_backward is right, and both that it calls are wrong; conv_forward is wrong itself, and calls a wrong zero_pad",
        cells,
        {
            "zero_pad": failed(
                flaw="width_only", at='return np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)), mode="constant")'
            ),
            "conv_forward": failed(flaw="bias_left_out", blame=["zero_pad", "conv_forward"]),
            "create_mask_from_window": failed(
                flaw="maximum_per_row", at="return x == x.max(axis=1, keepdims=True)"
            ),
            "distribute_value": failed(flaw="divided_by_sum", at="return np.full(shape, dz / sum(shape))"),
            "pool_backward": passed(blame=["create_mask_from_window", "distribute_value"]),
        },
    )


def bias_inside_sum_2017() -> Submission:
    cells = [
        code("import numpy as np\n%matplotlib inline\n%load_ext autoreload\n%autoreload 2"),
        code(r'''
# GRADED FUNCTION: conv_single_step

def conv_single_step(a_slice_prev, W, b):
    ### START CODE HERE ### (≈ 2 lines of code)
    s = np.multiply(a_slice_prev, W) + b
    Z = np.sum(s)
    ### END CODE HERE ###
    return Z
'''),
        code(r'''
np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W, b))
''', printed("Z = -23.1602122025\n")),
        text("**Expected Output**: Z = -23.1602122025"),
        code(r'''
# GRADED FUNCTION: conv_forward

def conv_forward(A_prev, W, b, hparameters):
    ### START CODE HERE ###
    (m, n_H_prev, n_W_prev, n_C_prev) = np.shape(A_prev)
    (f, f, n_C_prev, n_C) = np.shape(W)
    stride = hparameters['stride']
    pad = hparameters['pad']
    n_H = int(np.floor((n_H_prev - f + 2 * pad) / float(stride))) + 1
    n_W = int(np.floor((n_W_prev - f + 2 * pad) / float(stride))) + 1
    Z = np.zeros([m, n_H, n_W, n_C])
    A_prev_pad = zero_pad(A_prev, pad)
    for i in range(m):
        a_prev_pad = A_prev_pad[i, :, :, :]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v, u = stride * h, stride * w
                    a_slice_prev = a_prev_pad[v:v + f, u:u + f, :]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])
    ### END CODE HERE ###
    assert(Z.shape == (m, n_H, n_W, n_C))
    cache = (A_prev, W, b, hparameters)
    return Z, cache
'''),
    ]
    return notebook(
        "41_bias_inside_sum_2017.ipynb",
        "The bias inside the sum, as the edition of 2017 had it; conv_forward calls that and is right by itself",
        cells,
        {
            "conv_single_step": failed(flaw="bias_inside_sum", at="s = np.multiply(a_slice_prev, W) + b"),
            "conv_forward": passed(blame=["conv_single_step"]),
        },
        ["magics"],
        minor=2,
    )


def pad_zero_to_blame() -> Submission:
    cells = [
        code(r'''
import numpy as np

def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    framed = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), X.dtype)
    framed[:, pad:-pad, pad:-pad] = X
    return framed
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    s, f = hparameters["stride"], W.shape[0]
    framed = zero_pad(A_prev, hparameters["pad"])
    n_H, n_W = ((n - f + s) // s for n in framed.shape[1:3])
    Z = np.empty((framed.shape[0], n_H, n_W, W.shape[3]))
    Z[:] = b
    for r in range(f):
        for q in range(f):
            Z += framed[:, r:r + s * n_H:s, q:q + s * n_W:s][:, :n_H, :n_W] @ W[r, q]
    return Z, (A_prev, W, b, hparameters)

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    framed = zero_pad(A_prev, p)
    back, dW = np.zeros(framed.shape), np.zeros(W.shape)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            g = dZ[:, h, w]
            window = (slice(None), slice(s * h, s * h + f), slice(s * w, s * w + f))
            back[window] += np.einsum("mc,ijkc->mijk", g, W)
            dW += np.einsum("mijk,mc->ijkc", framed[window], g)
    (H, width), db = A_prev.shape[1:3], np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    return back[:, p:p + H, p:p + width], dW, db
'''),
    ]
    return notebook(
        "42_pad_zero_to_blame.ipynb",
        "zero_pad fails at padding 0 only; conv_forward needs that, for conv_backward it does not decide",
        cells,
        {
            "zero_pad": failed(flaw="negative_end_at_pad_zero", at="framed[:, pad:-pad, pad:-pad] = X"),
            "conv_forward": passed(blame=["zero_pad"]),
            "conv_backward": passed(notes=["pad_zero"]),
        },
    )


def helpers_with_habits() -> Submission:
    cells = [
        code("import numpy as np"),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
    # The bias is added later, by conv_forward
    return np.sum(a_slice_prev * W)

def conv_forward(A_prev, W, b, hparameters):
    stride, f = hparameters["stride"], W.shape[0]
    padded = zero_pad(A_prev, hparameters["pad"])
    n_H = (padded.shape[1] - f) // stride + 1
    n_W = (padded.shape[2] - f) // stride + 1
    Z = np.zeros((len(padded), n_H, n_W, W.shape[3]))
    for i, h, w, c in np.ndindex(Z.shape):
        a_slice_prev = padded[i, h * stride:h * stride + f, w * stride:w * stride + f]
        Z[i, h, w, c] = conv_single_step(a_slice_prev, W[..., c], b[..., c]) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)
'''),
        code(r'''
def create_mask_from_window(x):
    x -= x.max()
    return x == 0

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        window = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
        if mode == "max":
            dA_prev[window] += create_mask_from_window(A_prev[window]) * dA[i, h, w, c]
        else:
            dA_prev[window] += dA[i, h, w, c] / f ** 2
    return dA_prev
'''),
    ]
    return notebook(
        "43_helpers_with_habits.ipynb",
        "conv_forward makes up for the bias that its own helper leaves out; a mask that changes its window spoils pool_backward",
        cells,
        {
            "conv_single_step": failed(flaw="bias_left_out", at="return np.sum(a_slice_prev * W)"),
            "conv_forward": PASSED,
            "create_mask_from_window": passed(notes=["changes_input"]),
            "pool_backward": passed(blame=["create_mask_from_window"]),
        },
    )
