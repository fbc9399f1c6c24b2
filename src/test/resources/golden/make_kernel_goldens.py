"""Makes the golden files of the package `kernel` with real NumPy (they were made with NumPy 2.3.5).

Run from the project's root: python src/test/resources/golden/make_kernel_goldens.py

NumPy draws the inputs and keeps the arrays. The results are worked out from each cell's own point of view, in exact Python sums,
and not by sliding a window as the kernels do: a gradient cell, for instance, asks which windows it lies in.
An array is named `<case>.<argument>` or `<case>.<result>`; `numbers` holds the integers that the function takes, in its order.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent / "kernel"
Arrays = dict[str, np.ndarray]


def save(name: str, cases: list[Arrays]) -> None:
    """Like np.savez_compressed, but the same bytes at every run: without the time of day."""
    with zipfile.ZipFile(FOLDER / f"{name}.npz", "w") as archive:
        for number, case in enumerate(cases):
            for key, array in case.items():
                npy = io.BytesIO()
                np.lib.format.write_array(npy, np.ascontiguousarray(array).reshape(np.shape(array)))
                place = zipfile.ZipInfo(f"{number:02}.{key}.npy")
                archive.writestr(place, npy.getvalue(), zipfile.ZIP_DEFLATED)


# Inputs


def draw(random: np.random.RandomState, kind: str, *shape: int) -> np.ndarray:
    match kind:
        case "float64":
            return random.randn(*shape)
        case "int64":
            return random.randint(-9, 10, shape).astype(np.int64)
        case "distinct":  # integers of which no two are equal
            count = math.prod(shape)
            return random.permutation(np.arange(count) - count // 2).reshape(shape).astype(np.int64)
        case "negative":
            return -np.abs(random.randn(*shape)) - 0.125
        case "ties":  # few values, so that maxima are often equal
            return random.randint(-1, 2, shape) / 2
    raise ValueError(kind)


def kinds(number: int) -> str:
    return "int64" if number % 5 == 4 else "float64"


def numbers(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


# (m, n_H_prev, n_W_prev, n_C_prev, f, n_C, stride, pad): ragged, with and without a remainder, pad up to f and beyond
LAYERS = [
    (2, 5, 7, 4, 3, 1, 2, 1),
    (2, 7, 10, 3, 2, 5, 3, 0),
    (1, 4, 6, 2, 3, 3, 1, 1),
    (3, 6, 4, 1, 2, 2, 2, 2),
    (2, 5, 3, 4, 1, 6, 1, 0),
    (2, 6, 5, 3, 1, 2, 3, 1),
    (1, 8, 6, 2, 4, 3, 2, 0),
    (2, 4, 5, 1, 4, 3, 3, 2),
    (1, 3, 7, 2, 2, 4, 1, 3),
    (3, 3, 4, 2, 3, 1, 2, 3),
    (1, 1, 1, 1, 1, 1, 1, 0),
    (1, 1, 2, 3, 1, 2, 2, 3),
    (2, 2, 3, 1, 4, 2, 1, 1),
    (2, 3, 2, 4, 4, 3, 2, 3),
    (1, 9, 4, 1, 3, 2, 3, 1),
    (1, 4, 9, 2, 3, 1, 3, 0),
    (4, 3, 5, 2, 2, 3, 2, 0),
    (2, 5, 4, 3, 4, 2, 1, 0),
    (2, 4, 3, 1, 3, 4, 1, 2),
    (1, 6, 7, 3, 2, 2, 3, 2),
    (3, 5, 6, 1, 1, 4, 2, 0),
    (2, 7, 5, 2, 3, 3, 2, 2),
    (1, 10, 3, 2, 3, 2, 2, 0),
    (2, 3, 8, 1, 2, 1, 1, 1),
    (1, 5, 5, 3, 3, 4, 1, 1),
    (2, 6, 8, 2, 4, 1, 3, 3),
]

# (m, n_H_prev, n_W_prev, n_C, f, stride)
POOLS = [
    (2, 5, 7, 3, 3, 2),
    (2, 7, 10, 3, 2, 3),
    (1, 4, 6, 2, 2, 2),
    (3, 5, 4, 1, 2, 1),
    (2, 6, 5, 4, 1, 2),
    (2, 8, 6, 1, 4, 2),
    (1, 9, 4, 2, 4, 3),
    (2, 3, 7, 2, 3, 1),
    (1, 1, 1, 1, 1, 1),
    (1, 7, 5, 3, 2, 2),
    (2, 6, 9, 2, 3, 3),
    (2, 4, 5, 3, 4, 1),
    (3, 2, 3, 1, 2, 3),
    (1, 10, 7, 2, 3, 2),
    (2, 5, 8, 1, 1, 3),
]


# Results, cell by cell


def cells(shape: tuple[int, ...], value: Callable[..., float | int], dtype: type) -> np.ndarray:
    result = np.empty(shape, dtype)
    for index in np.ndindex(shape):
        result[index] = value(*index)
    return result


def total(terms: Iterator[float | int], dtype: type) -> float | int:
    return sum(terms) if dtype is np.int64 else math.fsum(terms)


def common(*arrays: np.ndarray) -> type:
    return np.int64 if all(array.dtype == np.int64 for array in arrays) else np.float64


def fits(length: int, f: int, stride: int) -> int:
    """How many windows start at 0, stride, 2·stride … and end inside."""
    return sum(1 for start in range(0, length, stride) if start + f <= length)


def touching(position: int, f: int, stride: int, count: int) -> list[tuple[int, int]]:
    """The windows along one axis that contain a position, each with the place of the position inside it."""
    return [(window, position - window * stride) for window in range(count) if 0 <= position - window * stride < f]


def pixel(a_prev: np.ndarray, i: int, row: int, column: int, channel: int) -> float | int:
    """A pixel of the image, or zero around it."""
    inside = 0 <= row < a_prev.shape[1] and 0 <= column < a_prev.shape[2]
    return a_prev[i, row, column, channel].item() if inside else 0


def zero_pad(x: np.ndarray, pad: int) -> np.ndarray:
    m, n_h, n_w, n_c = x.shape
    shape = (m, n_h + 2 * pad, n_w + 2 * pad, n_c)
    return cells(shape, lambda i, h, w, c: pixel(x, i, h - pad, w - pad, c), x.dtype.type)


def conv_forward(a_prev: np.ndarray, weights: np.ndarray, b: np.ndarray, stride: int, pad: int) -> np.ndarray:
    m, n_h_prev, n_w_prev, _ = a_prev.shape
    f, _, n_c_prev, n_c = weights.shape
    dtype = common(a_prev, weights, b)

    def value(i: int, h: int, w: int, c: int) -> float | int:
        products = (
            pixel(a_prev, i, h * stride + p - pad, w * stride + q - pad, k) * weights[p, q, k, c].item()
            for p, q, k in np.ndindex(f, f, n_c_prev)
        )
        return total((term for term in [*products, b[0, 0, 0, c].item()]), dtype)

    shape = (m, fits(n_h_prev + 2 * pad, f, stride), fits(n_w_prev + 2 * pad, f, stride), n_c)
    return cells(shape, value, dtype)


def conv_backward(dz: np.ndarray, a_prev: np.ndarray, weights: np.ndarray, stride: int, pad: int) -> Arrays:
    m, n_h, n_w, n_c = dz.shape
    f = weights.shape[0]
    dtype = common(dz, a_prev, weights)

    def da(i: int, row: int, column: int, k: int) -> float | int:
        return total(
            (
                weights[p, q, k, c].item() * dz[i, h, w, c].item()
                for h, p in touching(row + pad, f, stride, n_h)
                for w, q in touching(column + pad, f, stride, n_w)
                for c in range(n_c)
            ),
            dtype,
        )

    def dw(p: int, q: int, k: int, c: int) -> float | int:
        return total(
            (
                pixel(a_prev, i, h * stride + p - pad, w * stride + q - pad, k) * dz[i, h, w, c].item()
                for i, h, w in np.ndindex(m, n_h, n_w)
            ),
            dtype,
        )

    def db(_0: int, _1: int, _2: int, c: int) -> float | int:
        return total((value.item() for value in dz[..., c].flat), dtype)

    return {
        "dA_prev": cells(a_prev.shape, da, dtype),
        "dW": cells(weights.shape, dw, dtype),
        "db": cells((1, 1, 1, n_c), db, dtype),
    }


def window(a_prev: np.ndarray, f: int, stride: int, i: int, h: int, w: int, c: int) -> list[float | int]:
    return [a_prev[i, h * stride + p, w * stride + q, c].item() for p, q in np.ndindex(f, f)]


def pool_forward(a_prev: np.ndarray, f: int, stride: int, mode: str) -> np.ndarray:
    m, n_h_prev, n_w_prev, n_c = a_prev.shape
    shape = (m, fits(n_h_prev, f, stride), fits(n_w_prev, f, stride), n_c)
    if mode == "max":
        return cells(shape, lambda *index: max(window(a_prev, f, stride, *index)), common(a_prev))
    return cells(shape, lambda *index: math.fsum(window(a_prev, f, stride, *index)) / f**2, np.float64)


def pool_backward(da: np.ndarray, a_prev: np.ndarray, f: int, stride: int, mode: str) -> np.ndarray:
    dtype = common(da, a_prev) if mode == "max" else np.float64

    def value(i: int, row: int, column: int, c: int) -> float | int:
        over = [
            (da[i, h, w, c].item(), max(window(a_prev, f, stride, i, h, w, c)))
            for h, _ in touching(row, f, stride, da.shape[1])
            for w, _ in touching(column, f, stride, da.shape[2])
        ]
        if mode == "max":
            mine = a_prev[i, row, column, c].item()
            return total((gradient for gradient, greatest in over if mine == greatest), dtype)
        return math.fsum(gradient / f**2 for gradient, _ in over)

    return cells(a_prev.shape, value, dtype)


# Cases


def zero_pad_cases() -> Iterator[Arrays]:
    random = np.random.RandomState(1)
    for number, (m, n_h, n_w, n_c, f, *_, pad) in enumerate(LAYERS):
        x = draw(random, kinds(number), m, n_h, n_w, n_c)
        yield {"X": x, "numbers": numbers(pad), "X_pad": zero_pad(x, pad)}


def conv_single_step_cases() -> Iterator[Arrays]:
    random = np.random.RandomState(2)
    for number in range(24):
        f, n_c = 1 + number % 4, 1 + number % 7
        a_slice, weights, b = (draw(random, kinds(number), *shape) for shape in [(f, f, n_c), (f, f, n_c), (1, 1, 1)])
        terms = [a * w for a, w in zip(a_slice.ravel().tolist(), weights.ravel().tolist(), strict=True)]
        yield {"a_slice_prev": a_slice, "W": weights, "b": b, "Z": np.array(math.fsum([*terms, b.item()]))}


def conv_forward_cases() -> Iterator[Arrays]:
    random = np.random.RandomState(3)
    for number, (m, n_h, n_w, n_c_prev, f, n_c, stride, pad) in enumerate(LAYERS):
        shapes = [(m, n_h, n_w, n_c_prev), (f, f, n_c_prev, n_c), (1, 1, 1, n_c)]
        a_prev, weights, b = (draw(random, kinds(number), *shape) for shape in shapes)
        z = conv_forward(a_prev, weights, b, stride, pad)
        yield {"A_prev": a_prev, "W": weights, "b": b, "numbers": numbers(stride, pad), "Z": z}


def conv_backward_cases() -> Iterator[Arrays]:
    random = np.random.RandomState(4)
    for number, (m, n_h_prev, n_w_prev, n_c_prev, f, n_c, stride, pad) in enumerate(LAYERS):
        n_h, n_w = fits(n_h_prev + 2 * pad, f, stride), fits(n_w_prev + 2 * pad, f, stride)
        shapes = [(m, n_h, n_w, n_c), (m, n_h_prev, n_w_prev, n_c_prev), (f, f, n_c_prev, n_c)]
        dz, a_prev, weights = (draw(random, kinds(number), *shape) for shape in shapes)
        gradients = conv_backward(dz, a_prev, weights, stride, pad)
        yield {"dZ": dz, "A_prev": a_prev, "W": weights, "numbers": numbers(stride, pad)} | gradients


def pool_kind(number: int) -> str:
    return ["float64", "ties", "distinct", "negative", "int64"][number % 5]


def pool_forward_cases() -> Iterator[Arrays]:
    random = np.random.RandomState(5)
    for number, (m, n_h, n_w, n_c, f, stride) in enumerate(POOLS):
        a_prev = draw(random, pool_kind(number), m, n_h, n_w, n_c)
        both = {mode: pool_forward(a_prev, f, stride, mode) for mode in ("max", "average")}
        yield {"A_prev": a_prev, "numbers": numbers(f, stride)} | both


def pool_backward_cases() -> Iterator[Arrays]:
    random = np.random.RandomState(6)
    for number, (m, n_h_prev, n_w_prev, n_c, f, stride) in enumerate(POOLS):
        a_prev = draw(random, pool_kind(number), m, n_h_prev, n_w_prev, n_c)
        shape = (m, fits(n_h_prev, f, stride), fits(n_w_prev, f, stride), n_c)
        da = draw(random, kinds(number), *shape)
        both = {mode: pool_backward(da, a_prev, f, stride, mode) for mode in ("max", "average")}
        yield {"dA": da, "A_prev": a_prev, "numbers": numbers(f, stride)} | both


def create_mask_cases() -> Iterator[Arrays]:
    random = np.random.RandomState(7)
    shapes = [(2, 3), (3, 3), (1, 1), (1, 4), (5, 2), (4,), (2, 3, 4), (1, 2, 1, 3)]
    for number in range(30):
        x = draw(random, pool_kind(number), *shapes[number % len(shapes)])
        yield {"x": x, "mask": np.array([value == max(x.ravel().tolist()) for value in x.flat]).reshape(x.shape)}


def distribute_value_cases() -> Iterator[Arrays]:
    random = np.random.RandomState(8)
    for number in range(24):
        n_h, n_w = 1 + number % 5, 1 + number % 7
        dz = random.randn() if kinds(number) == "float64" else int(random.randint(-50, 50))
        share = dz / (n_h * n_w)
        result = np.array([[share] * n_w] * n_h)
        yield {"dz": np.array(dz), "numbers": numbers(n_h, n_w), "distributed": result}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    files = {
        "zero_pad": zero_pad_cases,
        "conv_single_step": conv_single_step_cases,
        "conv_forward": conv_forward_cases,
        "pool_forward": pool_forward_cases,
        "conv_backward": conv_backward_cases,
        "create_mask_from_window": create_mask_cases,
        "distribute_value": distribute_value_cases,
        "pool_backward": pool_backward_cases,
    }
    for name, cases in files.items():
        made = list(cases())
        save(name, made)
        print(f"{name}: {len(made)} cases, {(FOLDER / name).with_suffix('.npz').stat().st_size} bytes")


if __name__ == "__main__":
    main()
