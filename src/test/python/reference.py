"""The eight functions, as plain as can be, and small inputs of every kind for them."""

from __future__ import annotations

from typing import Any, Callable, Iterator

import numpy as np


def zero_pad(X: Any, pad: int) -> Any:
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), X.dtype)
    X_pad[:, pad : pad + n_H, pad : pad + n_W] = X
    return X_pad


def conv_single_step(a_slice_prev: Any, W: Any, b: Any) -> Any:
    return np.sum(a_slice_prev * W) + np.asarray(b).item()


def conv_forward(A_prev: Any, W: Any, b: Any, hparameters: dict[str, int]) -> Any:
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    padded = zero_pad(A_prev, pad)
    n_H, n_W = ((length - f) // stride + 1 for length in padded.shape[1:3])
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3]))
    for h, w in np.ndindex(n_H, n_W):
        window = padded[:, h * stride : h * stride + f, w * stride : w * stride + f]
        Z[:, h, w] = np.tensordot(window, W, 3) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)


def pool_forward(A_prev: Any, hparameters: dict[str, int], mode: str = "max") -> Any:
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = ((length - f) // stride + 1 for length in A_prev.shape[1:3])
    A = np.zeros((len(A_prev), n_H, n_W, A_prev.shape[3]))
    for h, w in np.ndindex(n_H, n_W):
        window = A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f]
        A[:, h, w] = window.max((1, 2)) if mode == "max" else window.mean((1, 2))
    return A, (A_prev, hparameters)


def conv_backward(dZ: Any, cache: Any) -> Any:
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    padded = zero_pad(A_prev, pad)
    d_padded, dW = np.zeros(padded.shape), np.zeros(W.shape)
    for h, w in np.ndindex(dZ.shape[1:3]):
        window = np.s_[:, h * stride : h * stride + f, w * stride : w * stride + f]
        d_padded[window] += np.tensordot(dZ[:, h, w], W, (1, 3))
        dW += np.tensordot(padded[window], dZ[:, h, w], (0, 0))
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    return d_padded[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, dZ.sum((0, 1, 2), keepdims=True)


def create_mask_from_window(x: Any) -> Any:
    return x == np.max(x)


def distribute_value(dz: float, shape: tuple[int, int]) -> Any:
    return np.full(shape, dz / (shape[0] * shape[1]))


def pool_backward(dA: Any, cache: Any, mode: str = "max") -> Any:
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        window = np.s_[i, h * stride : h * stride + f, w * stride : w * stride + f, c]
        share = A_prev[window] == np.max(A_prev[window]) if mode == "max" else 1 / f**2
        dA_prev[window] += share * dA[i, h, w, c]
    return dA_prev


REFERENCE: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        zero_pad,
        conv_single_step,
        conv_forward,
        pool_forward,
        conv_backward,
        create_mask_from_window,
        distribute_value,
        pool_backward,
    )
}

# What stands ready for a function to call, where its file brings none
HELPERS = {
    "conv_forward": ("zero_pad", "conv_single_step"),
    "conv_backward": ("zero_pad", "conv_single_step"),
    "pool_backward": ("create_mask_from_window", "distribute_value"),
}

# m, height, width, channels, f, filters, stride, pad: remainders, pad beyond f, one of everything, none of it square
LAYERS = (
    (2, 5, 7, 2, 3, 3, 2, 1),
    (1, 4, 6, 3, 2, 2, 1, 1),
    (2, 6, 4, 1, 2, 2, 3, 2),
    (2, 2, 3, 2, 2, 1, 2, 3),
    (2, 4, 6, 2, 1, 3, 2, 1),
)
WITHOUT_PAD = ((2, 5, 6, 2, 2, 3, 2, 0), (1, 4, 3, 2, 3, 2, 1, 0))
POOLS = ((2, 5, 6, 2, 3, 2), (1, 4, 7, 1, 2, 3), (2, 3, 4, 2, 2, 1), (2, 4, 5, 2, 1, 2), (2, 3, 7, 1, 3, 3))


Draw = Callable[..., Any]


def drawn(seed: int) -> dict[str, Draw]:
    """Ways to draw an array of a shape, none with the same number twice."""
    random = np.random.RandomState(seed)

    def integers(*shape: int) -> Any:
        count = int(np.prod(shape))
        return (random.permutation(count) - count // 2).reshape(shape)

    def every_second(*shape: int) -> Any:
        return random.randn(*shape[:-1], 2 * shape[-1])[..., ::2]

    return {
        "normal": random.randn,
        "negative": lambda *shape: -np.abs(random.randn(*shape)) - 0.1,
        "integers": integers,
        "single precision": lambda *shape: integers(*shape).astype(np.float32),
        "columns first": lambda *shape: np.asfortranarray(random.randn(*shape)),
        "every second": every_second,
    }


def cases(function: str) -> list[tuple]:
    """The arguments of calls that decide."""
    return list(CASES[function]())


def _zero_pad() -> Iterator[tuple]:
    for name, draw in drawn(1).items():
        yield draw(2, 3, 4, 2), 1
        if name == "normal":
            for shape, pad in (((4, 3, 3, 2), 3), ((2, 3, 4, 2), 0), ((1, 5, 2, 1), 2), ((2, 2, 3, 3), 5)):
                yield draw(*shape), pad


def _conv_single_step() -> Iterator[tuple]:
    for draw in drawn(2).values():
        for shape in ((3, 3, 2), (1, 1, 4), (2, 2, 1)):
            yield draw(*shape), draw(*shape), draw(1, 1, 1) + draw(1, 1, 1).dtype.type(2)


def layer(draw: Draw, sizes: tuple[int, ...]) -> tuple:
    m, height, width, channels, f, filters, stride, pad = sizes
    bias = draw(1, 1, 1, filters)
    hparameters = {"stride": stride, "pad": pad}
    return draw(m, height, width, channels), draw(f, f, channels, filters), bias + bias.dtype.type(2), hparameters


def _conv_forward() -> Iterator[tuple]:
    for name, draw in drawn(3).items():
        for sizes in LAYERS + WITHOUT_PAD if name == "normal" else LAYERS[:1]:
            yield layer(draw, sizes)


def _pool_forward() -> Iterator[tuple]:
    for name, draw in drawn(4).items():
        for m, height, width, channels, f, stride in POOLS if name == "normal" else POOLS[:1]:
            for mode in ("max", "average"):
                yield draw(m, height, width, channels), {"f": f, "stride": stride}, mode
    yield np.random.RandomState(4).randn(1, 3, 4, 2), {"f": 2, "stride": 1}


def backward(draw: Draw, sizes: tuple[int, ...]) -> tuple:
    cache = layer(draw, sizes)
    m, height, width, _, f, filters, stride, pad = sizes
    return draw(m, (height + 2 * pad - f) // stride + 1, (width + 2 * pad - f) // stride + 1, filters), cache


def _conv_backward() -> Iterator[tuple]:
    for name, draw in drawn(5).items():
        for sizes in LAYERS if name == "normal" else LAYERS[:1]:
            yield backward(draw, sizes)


def _create_mask() -> Iterator[tuple]:
    for draw in drawn(6).values():
        for shape in ((2, 3), (3, 3), (1, 4), (4, 1), (1, 1)):
            yield (draw(*shape),)


def _distribute() -> Iterator[tuple]:
    for dz, shape in ((2, (2, 2)), (-3.5, (2, 3)), (7, (5, 2)), (0.3, (1, 4)), (np.float64(1.5), (1, 1))):
        yield dz, shape


def _pool_backward() -> Iterator[tuple]:
    for name, draw in drawn(7).items():
        for m, height, width, channels, f, stride in POOLS if name == "normal" else POOLS[:1]:
            A_prev = draw(m, height, width, channels)
            dA = draw(m, (height - f) // stride + 1, (width - f) // stride + 1, channels)
            for mode in ("max",) if name == "integers" else ("max", "average"):
                yield dA, (A_prev, {"f": f, "stride": stride}), mode
    yield np.ones((1, 2, 3, 1)), (np.random.RandomState(7).randn(1, 3, 4, 1), {"f": 2, "stride": 1})


CASES = {
    "zero_pad": _zero_pad,
    "conv_single_step": _conv_single_step,
    "conv_forward": _conv_forward,
    "pool_forward": _pool_forward,
    "conv_backward": _conv_backward,
    "create_mask_from_window": _create_mask,
    "distribute_value": _distribute,
    "pool_backward": _pool_backward,
}


def advisory_cases(note: str) -> dict[str, tuple]:
    """By function, the arguments of a call that does not decide."""
    tied = np.array([[3.0, 1.0], [0.0, 3.0]])
    return {
        "pad_zero": {"conv_backward": backward(drawn(8)["normal"], WITHOUT_PAD[0])},
        "ties": {
            "create_mask_from_window": (tied,),
            "pool_backward": (np.full((1, 1, 1, 1), 2.5), (tied.reshape(1, 2, 2, 1), {"f": 2, "stride": 1}), "max"),
        },
    }[note]
