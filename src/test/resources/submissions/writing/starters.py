"""Stride's own starters, as handed out and with their gaps filled."""

from __future__ import annotations

from pathlib import Path

from writing.building import ALL_PASSED, FUNCTIONS, NONE_ATTEMPTED, Submission, code, notebook


def submissions() -> list[Submission]:
    return [unsolved(), solved()]


EXERCISES = Path(__file__).resolve().parents[4] / "main/resources/exercises"


def unsolved() -> Submission:
    cells = [code("import numpy as np")]
    for name in FUNCTIONS:
        cells.append(code((EXERCISES / name / "starter.py").read_text(encoding="utf-8")))
    return notebook(
        "07_starter_unsolved.ipynb",
        "Stride's own starters, as handed out",
        cells,
        NONE_ATTEMPTED,
    )


def solved() -> Submission:
    cells = [code("import numpy as np")]
    for name in FUNCTIONS:
        starter = (EXERCISES / name / "starter.py").read_text(encoding="utf-8")
        for gap, filled in FILLED[name]:
            assert starter.count(gap) == 1, (name, gap)
            starter = starter.replace(gap, filled)
        cells.append(code(starter))
    return notebook(
        "08_starter_solved.ipynb",
        "Stride's own starters with the gaps filled in and the comments kept",
        cells,
        ALL_PASSED,
    )


FILLED = {
    "zero_pad": [("X_pad = None", "X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))")],
    "conv_single_step": [
        ("s = None", "s = a_slice_prev * W"),
        ("products\n    Z = None", "products\n    Z = s.sum()"),
        ("in it\n    Z = None", "in it\n    Z = Z + b.item()"),
    ],
    "conv_forward": [
        ("n_H = None", 'f, n_C = W.shape[0], W.shape[3]\n    stride, pad = hparameters["stride"], hparameters["pad"]\n'
                       "    n_H = (n_H_prev + 2 * pad - f) // stride + 1"),
        ("n_W = None", "n_W = (n_W_prev + 2 * pad - f) // stride + 1"),
        ("Z = None", "Z = np.zeros((m, n_H, n_W, n_C))"),
        ("A_prev_pad = None", "A_prev_pad = zero_pad(A_prev, pad)"),
        ("\n    cache =", """
    for i in range(m):
        for h in range(n_H):
            vert_start = stride * h
            for w in range(n_W):
                horiz_start = stride * w
                a_slice_prev = A_prev_pad[i, vert_start:vert_start + f, horiz_start:horiz_start + f]
                for c in range(n_C):
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])

    cache ="""),
    ],
    "pool_forward": [
        ("n_H = None", 'f = hparameters["f"]\n    stride = hparameters["stride"]\n    n_H = (n_H_prev - f) // stride + 1'),
        ("n_W = None", "n_W = (n_W_prev - f) // stride + 1"),
        ("A = None", "A = np.zeros((m, n_H, n_W, n_C_prev))"),
        ("\n    cache =", """
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    a_slice = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    A[i, h, w, c] = a_slice.max() if mode == "max" else a_slice.mean()

    cache ="""),
    ],
    "conv_backward": [
        ("dW = None", """n_H_prev, n_W_prev = A_prev.shape[1:3]
    f = W.shape[0]
    stride, pad = hparameters["stride"], hparameters["pad"]
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = np.zeros(A_prev_pad.shape)
    dW = np.zeros(W.shape)"""),
        ("db = None", "db = np.zeros(b.shape)"),
        ("\n    # Cut the padding off\n    dA_prev = None", """
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                window = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f]
                for c in range(n_C):
                    dA_prev_pad[window] += W[..., c] * dZ[i, h, w, c]
                    dW[..., c] += A_prev_pad[window] * dZ[i, h, w, c]
                    db[..., c] += dZ[i, h, w, c]

    # Cut the padding off
    dA_prev = dA_prev_pad[:, pad:n_H_prev + pad, pad:n_W_prev + pad]"""),
    ],
    "create_mask_from_window": [("mask = None", "mask = x >= x.max()")],
    "distribute_value": [
        ("average = None", "average = dz / (n_H * n_W)"),
        ("a = None", "a = average + np.zeros((n_H, n_W))"),
    ],
    "pool_backward": [
        ("dA_prev = None", 'f, stride = hparameters["f"], hparameters["stride"]\n    dA_prev = np.zeros(A_prev.shape)'),
        ("\n    return dA_prev", """
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    window = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    if mode == "max":
                        share = create_mask_from_window(A_prev[window]) * dA[i, h, w, c]
                    else:
                        share = distribute_value(dA[i, h, w, c], (f, f))
                    dA_prev[window] += share

    return dA_prev"""),
    ],
}
