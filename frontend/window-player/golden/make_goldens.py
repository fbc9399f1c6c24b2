"""Makes operations.json with NumPy (it was made with NumPy 2.3.5): what the player's operations must give.

Run from the project's root: python frontend/window-player/golden/make_goldens.py

The results are worked out with sliding windows and Einstein sums, not by the loops that the player goes through.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def crossing(array: np.ndarray) -> dict[str, Any]:
    return {"shape": list(array.shape), "values": [float(value) for value in array.ravel()]}


def case(name: str, arrays: dict[str, np.ndarray], results: dict[str, np.ndarray], mode: str = "max", **numbers: int) -> dict:
    return {
        "operation": name,
        "arrays": {key: crossing(array) for key, array in arrays.items()},
        "numbers": numbers,
        "mode": mode,
        "results": {key: crossing(np.asarray(array)) for key, array in results.items()},
    }


def around(images: np.ndarray, pad: int) -> np.ndarray:
    return np.pad(images, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def windows(images: np.ndarray, f: int, stride: int) -> np.ndarray:
    """(m, n_H, n_W, channels, f, f)"""
    return sliding_window_view(images, (f, f), axis=(1, 2))[:, ::stride, ::stride]


def convolution(r: np.random.RandomState, m: int, h: int, w: int, c: int, f: int, n: int, stride: int, pad: int) -> list[dict]:
    images, filters, bias = r.randn(m, h, w, c), r.randn(f, f, c, n), r.randn(1, 1, 1, n)
    seen = windows(around(images, pad), f, stride)
    z = np.einsum("mhwcij,ijcn->mhwn", seen, filters) + bias
    gradient = r.randn(*z.shape)
    padded = np.zeros((m, h + 2 * pad, w + 2 * pad, c))
    for i in range(f):  # From each weight's point of view: it pulled on every window's cell i, j
        for j in range(f):
            rows = slice(i, i + stride * z.shape[1], stride)
            columns = slice(j, j + stride * z.shape[2], stride)
            padded[:, rows, columns][:, : z.shape[1], : z.shape[2]] += gradient @ filters[i, j].T
    back = {
        "dA_prev": padded[:, pad : pad + h, pad : pad + w],
        "dW": np.einsum("mhwcij,mhwn->ijcn", seen, gradient),
        "db": gradient.sum(axis=(0, 1, 2), keepdims=True),
    }
    arrays = {"A_prev": images, "W": filters, "b": bias}
    return [
        case("conv_forward", arrays, {"Z": z}, stride=stride, pad=pad),
        case("conv_backward", {**arrays, "dZ": gradient}, back, stride=stride, pad=pad),
    ]


def pooling(r: np.random.RandomState, m: int, h: int, w: int, c: int, f: int, stride: int) -> list[dict]:
    images = r.randn(m, h, w, c)
    seen = windows(images, f, stride)
    cases = []
    for mode, pooled in (("max", seen.max(axis=(4, 5))), ("average", seen.mean(axis=(4, 5)))):
        gradient = r.randn(*pooled.shape)
        back = np.zeros_like(images)
        for i in range(f):
            for j in range(f):
                part = seen[..., i, j] == pooled if mode == "max" else np.full(pooled.shape, 1 / (f * f))
                rows, columns = np.arange(pooled.shape[1]) * stride + i, np.arange(pooled.shape[2]) * stride + j
                back[:, rows[:, None], columns] += part * gradient
        cases.append(case("pool_forward", {"A_prev": images}, {"A": pooled}, mode, f=f, stride=stride))
        cases.append(
            case("pool_backward", {"A_prev": images, "dA": gradient}, {"dA_prev": back}, mode, f=f, stride=stride)
        )
    return cases


def cases() -> list[dict]:
    r = np.random.RandomState(5)
    images = r.randn(2, 3, 4, 2)
    window, weights, bias = r.randn(3, 3, 2), r.randn(3, 3, 2), r.randn(1, 1, 1)
    x = r.randn(3, 4)
    return [
        case("zero_pad", {"X": images}, {"X_pad": around(images, 2)}, pad=2),
        case("zero_pad", {"X": images}, {"X_pad": images}, pad=0),
        case(
            "conv_single_step",
            {"a_slice_prev": window, "W": weights, "b": bias},
            {"Z": np.sum(window * weights) + bias.item()},
        ),
        *convolution(r, 2, 5, 7, 3, 3, 2, 2, 1),
        *convolution(r, 1, 4, 6, 2, 2, 3, 3, 0),
        *convolution(r, 2, 3, 4, 1, 1, 2, 1, 2),
        *pooling(r, 2, 5, 7, 2, 3, 2),
        *pooling(r, 1, 6, 4, 1, 2, 1),
        case("create_mask_from_window", {"x": x}, {"mask": x == x.max()}),
        case("distribute_value", {"dz": np.full((1, 1), -7.0)}, {"a": np.full((4, 3), -7.0 / 12)}, n_H=4, n_W=3),
    ]


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(each) for each in cases())
    (Path(__file__).parent / "operations.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
