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
