"""Assignments of nbgrader, with answer cells and test cells."""

from __future__ import annotations

from writing.building import ALL_PASSED, FORWARD_PASSED, Cell, Submission, code, notebook, text


def submissions() -> list[Submission]:
    return [solved(), forward_half()]


def answer(name: str, source: str) -> Cell:
    return code(source, nbgrader=marks(f"{name}_answer", solution=True))


def marks(grade_id: str, *, solution: bool = False, points: int | None = None) -> dict[str, object]:
    grade = points is not None
    always: dict[str, object] = {"schema_version": 3, "grade": grade, "locked": grade, "solution": solution}
    return {**always, "task": False, "grade_id": grade_id, **({"points": points} if grade else {})}


def solved() -> Submission:
    cells = [
        text("Answer where it says so. Do not add cells.", nbgrader=marks("rules")),
        code("import numpy as np\nfrom numpy.testing import assert_allclose", nbgrader=marks("imports")),
        answer("zero_pad", r'''
def zero_pad(X, pad):
    """Adds `pad` rows and columns of zeros on each side."""
    ### BEGIN SOLUTION
    margin = [(0, 0), (pad, pad), (pad, pad), (0, 0)]
    return np.pad(X, margin)
    ### END SOLUTION
'''),
        code(r'''
assert zero_pad(np.ones((1, 2, 3, 1)), 1).shape == (1, 4, 5, 1)
### BEGIN HIDDEN TESTS
assert zero_pad(np.ones((1, 2, 3, 1)), 0).sum() == 6
### END HIDDEN TESTS
''', nbgrader=marks("zero_pad_test", points=1)),
        answer("conv_single_step", r'''
def conv_single_step(a_slice_prev, W, b):
    ### BEGIN SOLUTION
    return np.einsum("hwc,hwc", a_slice_prev, W) + np.asarray(b).reshape(-1)[0]
    ### END SOLUTION
'''),
        answer("conv_forward", r'''
def windows(A, f, stride):
    """Every window of every example: (m, n_H, n_W, f, f, n_C)."""
    tops = range(0, A.shape[1] - f + 1, stride)
    lefts = range(0, A.shape[2] - f + 1, stride)
    return np.stack([np.stack([A[:, t:t + f, l:l + f] for l in lefts], axis=1) for t in tops], axis=1)


def conv_forward(A_prev, W, b, hparameters):
    ### BEGIN SOLUTION
    stride, pad = hparameters["stride"], hparameters["pad"]
    Z = np.einsum("mhwijk,ijkc->mhwc", windows(zero_pad(A_prev, pad), len(W), stride), W) + b
    return Z, (A_prev, W, b, hparameters)
    ### END SOLUTION
'''),
        answer("pool_forward", r'''
def pool_forward(A_prev, hparameters, mode="max"):
    ### BEGIN SOLUTION
    all_windows = windows(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = all_windows.max(axis=(3, 4))
    elif mode == "average":
        A = np.einsum("mhwijc->mhwc", all_windows) / hparameters["f"] ** 2
    return A, (A_prev, hparameters)
    ### END SOLUTION
'''),
        answer("conv_backward", r'''
def conv_backward(dZ, cache):
    ### BEGIN SOLUTION
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = len(W)
    padded = zero_pad(A_prev, pad)
    dW = np.einsum("mhwijk,mhwc->ijkc", windows(padded, f, stride), dZ)
    db = np.einsum("mhwc->c", dZ).reshape(b.shape)
    shares = np.einsum("mhwc,ijkc->mhwijk", dZ, W)
    d_padded = np.zeros(padded.shape)
    for h, w in np.ndindex(dZ.shape[1:3]):
        d_padded[:, h * stride:h * stride + f, w * stride:w * stride + f] += shares[:, h, w]
    inner = slice(pad, d_padded.shape[1] - pad), slice(pad, d_padded.shape[2] - pad)
    return d_padded[(slice(None), *inner)], dW, db
    ### END SOLUTION
'''),
        answer("pool_backward", r'''
def create_mask_from_window(x):
    ### BEGIN SOLUTION
    return ~(x < x.max())
    ### END SOLUTION


def distribute_value(dz, shape):
    ### BEGIN SOLUTION
    return np.broadcast_to(dz / np.prod(shape), shape)
    ### END SOLUTION


def pool_backward(dA, cache, mode="max"):
    ### BEGIN SOLUTION
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        window = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
        if mode == "max":
            dA_prev[window] += create_mask_from_window(A_prev[window]) * dA[i, h, w, c]
        else:
            dA_prev[window] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev
    ### END SOLUTION
'''),
        code(r'''
np.random.seed(1)
A_prev = np.random.randn(2, 5, 4, 2)
A, cache = pool_forward(A_prev, {"f": 2, "stride": 1})
assert_allclose(pool_backward(A, cache).sum(), A.sum())
''', nbgrader=marks("pool_backward_test", points=2)),
    ]
    return notebook(
        "05_nbgrader_solved.ipynb",
        "An nbgrader assignment with the solutions in their markers; einsum, and a helper that gathers all windows",
        cells,
        ALL_PASSED,
    )


def forward_half() -> Submission:
    stub = "    # YOUR CODE HERE\n    raise NotImplementedError()"
    cells = [
        code("import numpy as np", nbgrader=marks("imports")),
        answer("zero_pad", r'''
def zero_pad(X, pad):
    # YOUR CODE HERE
    m, n_H, n_W, n_C = X.shape
    side = np.zeros((m, n_H, pad, n_C), X.dtype)
    wide = np.concatenate((side, X, side), axis=2)
    above = np.zeros((m, pad, n_W + 2 * pad, n_C), X.dtype)
    return np.concatenate((above, wide, above), axis=1)
'''),
        answer("conv_single_step", r'''
def conv_single_step(a_slice_prev, W, b):
    # YOUR CODE HERE
    total = 0.0 + b.item()
    for row, weights in zip(a_slice_prev, W):
        for cell, weight in zip(row, weights):
            total += cell @ weight
    return total
'''),
        answer("conv_forward", r'''
def conv_forward(A_prev, W, b, hparameters):
    # YOUR CODE HERE
    stride = hparameters["stride"]
    f, _, _, n_C = W.shape
    padded = zero_pad(A_prev, hparameters["pad"])
    images = []
    for image in padded:
        rows = []
        for top in range(0, image.shape[0] - f + 1, stride):
            row = []
            for left in range(0, image.shape[1] - f + 1, stride):
                window = image[top:top + f, left:left + f]
                row.append([conv_single_step(window, W[..., c], b[..., c]) for c in range(n_C)])
            rows.append(row)
        images.append(rows)
    return np.array(images), (A_prev, W, b, hparameters)
'''),
        answer("pool_forward", r'''
def pool_forward(A_prev, hparameters, mode="max"):
    # YOUR CODE HERE
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    tops = np.arange(0, n_H_prev - f + 1, stride)
    lefts = np.arange(0, n_W_prev - f + 1, stride)
    # Once along the rows, once along the columns: both max and mean allow it
    reduce = np.max if mode == "max" else np.mean
    tall = np.array([reduce(A_prev[:, t:t + f], axis=1) for t in tops])
    A = np.array([reduce(tall[:, :, l:l + f], axis=2) for l in lefts])
    return A.transpose(2, 1, 0, 3), (A_prev, hparameters)
'''),
        answer("conv_backward", f"def conv_backward(dZ, cache):\n{stub}"),
        answer("create_mask_from_window", f"def create_mask_from_window(x):\n{stub}"),
        answer("distribute_value", f"def distribute_value(dz, shape):\n{stub}"),
        answer("pool_backward", f'def pool_backward(dA, cache, mode="max"):\n{stub}'),
    ]
    return notebook(
        "06_nbgrader_forward_half.ipynb",
        "An nbgrader assignment whose backward half still raises NotImplementedError; lists and nested loops",
        cells,
        FORWARD_PASSED,
        minor=4,
    )
