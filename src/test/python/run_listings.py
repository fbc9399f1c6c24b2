"""Runs NumPy listings for tests: one JSON request per line on stdin, one JSON answer per line on stdout.

Request   {"function": name, "listing": source, "helpers": [source, ...], "arguments": [value, ...], "count": true or false}
Answer    {"value": value}, {"multiplications": number} or {"error": {"type": name, "message": text}}

The listing runs in a fresh namespace that holds `np` and what the helpers define. Values are tagged, for instance
{"array": "float64", "shape": [2, 3], "data": base64} with the elements as little-endian float64, whatever the dtype.
The first line of all is {"numpy": version}.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import signal
import sys
import types
import warnings
from typing import Any

import numpy as np

SECONDS_PER_CALL = 20


def to_bytes(numbers: Any) -> str:
    return base64.b64encode(np.ascontiguousarray(numbers, dtype="<f8").tobytes()).decode("ascii")


def from_bytes(text: str) -> np.ndarray:
    return np.frombuffer(base64.b64decode(text), dtype="<f8")


SCALAR_TYPES = {
    "float": float,
    "int": int,
    "bool": bool,
    "numpy.float64": np.float64,
    "numpy.int64": np.int64,
    "numpy.bool": np.bool_,
}


def decode(value: dict[str, Any]) -> Any:
    match value:
        case {"array": dtype, "shape": shape, "data": data}:
            return from_bytes(data).astype(dtype).reshape(shape)
        case {"scalar": name, "data": data}:
            return SCALAR_TYPES[name](from_bytes(data)[0])
        case {"text": text}:
            return text
        case {"tuple": parts}:
            return tuple(decode(part) for part in parts)
        case {"list": parts}:
            return [decode(part) for part in parts]
        case {"dict": entries}:
            return {key: decode(entry) for key, entry in entries}
        case {"none": _}:
            return None
    raise ValueError(f"not a value: {value}")


def encode(value: Any) -> dict[str, Any]:
    if value is None:
        return {"none": True}
    if isinstance(value, (bool, np.bool_)):
        return scalar("bool" if isinstance(value, bool) else "numpy.bool", value)
    if isinstance(value, np.ndarray):
        return encode_array(np.asarray(value))
    if isinstance(value, np.integer):
        return scalar("numpy.int64", value)
    if isinstance(value, np.floating):
        return scalar("numpy.float64", value)
    if isinstance(value, int):
        return scalar("int", value)
    if isinstance(value, float):
        return scalar("float", value)
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, tuple):
        return {"tuple": [encode(part) for part in value]}
    if isinstance(value, list):
        return {"list": [encode(part) for part in value]}
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {"dict": [[key, encode(entry)] for key, entry in value.items()]}
    return {"other": type(value).__name__}


def scalar(name: str, value: Any) -> dict[str, Any]:
    return {"scalar": name, "data": to_bytes([value])}


def encode_array(array: np.ndarray) -> dict[str, Any]:
    match array.dtype.kind:
        case "b":
            dtype = "bool"
        case "i" | "u":
            dtype = "int64"
        case "f":
            dtype = "float32" if array.dtype == np.float32 else "float64"
        case _:
            return {"other": f"array of {array.dtype}"}
    return {"array": dtype, "shape": list(array.shape), "data": to_bytes(array)}


class Counting(np.ndarray):
    """An array that counts the multiplications of elements that it takes part in."""

    total = 0

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **keywords: Any) -> Any:
        if "out" in keywords:
            keywords["out"] = tuple(plain(part) for part in keywords["out"])
        operands = [plain(operand) for operand in inputs]
        result = getattr(ufunc, method)(*operands, **keywords)
        if ufunc is np.multiply and method in ("__call__", "outer"):
            Counting.total += np.size(result)
        elif ufunc is np.matmul:
            Counting.total += np.size(result) * operands[0].shape[-1]
        return counting(result)

    def __array_function__(self, function: Any, classes: Any, positional: Any, keywords: Any) -> Any:
        operands = plain(positional)
        result = function(*operands, **plain(keywords))
        Counting.total += products(function, operands, keywords, result)
        return counting(result)

    def dot(self, other: Any) -> Any:  # the method does not go through __array_function__
        return np.dot(self, other)


def products(function: Any, operands: Any, keywords: Any, result: Any) -> int:
    """The multiplications behind the functions that hide them; each term of each sum counts once."""
    if function is np.dot:
        first, second = (np.asarray(operand) for operand in operands[:2])
        return np.size(result) * (first.shape[-1] if first.ndim and second.ndim else 1)
    if function is np.tensordot:
        axes = operands[2] if len(operands) > 2 else keywords.get("axes", 2)
        first = np.asarray(operands[0])
        if isinstance(axes, int):
            summed = first.shape[first.ndim - axes :]
        else:
            summed = [first.shape[axis] for axis in np.atleast_1d(axes[0])]
        return int(np.size(result) * np.prod(summed, dtype=int))
    if function is np.einsum:
        letters, arrays = operands[0], operands[1:]
        lengths: dict[str, int] = {}
        for names, array in zip(letters.replace(" ", "").split("->")[0].split(","), arrays, strict=True):
            lengths.update(zip(names, np.shape(array), strict=True))  # fails on "...", which no listing needs
        return int((len(arrays) - 1) * np.prod(list(lengths.values()), dtype=int))
    return 0


def plain(value: Any) -> Any:
    if isinstance(value, Counting):
        return value.view(np.ndarray)
    if isinstance(value, (tuple, list)):
        return type(value)(plain(part) for part in value)
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    return value


def counting(value: Any) -> Any:
    if type(value) is np.ndarray:
        return value.view(Counting)
    if type(value) in (tuple, list):
        return type(value)(counting(part) for part in value)
    if type(value) is dict:
        return {key: counting(entry) for key, entry in value.items()}
    return value


class CountingModule:
    """NumPy whose functions return arrays that count: those made inside a listing would escape otherwise."""

    def __init__(self, module: types.ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._module, name)
        if isinstance(value, types.ModuleType):
            return CountingModule(value)
        if not callable(value) or isinstance(value, (type, np.ufunc)):
            return value
        return lambda *positional, **keywords: counting(value(*positional, **keywords))


def call(request: dict[str, Any]) -> dict[str, Any]:
    count = request.get("count", False)
    arguments = tuple(decode(argument) for argument in request["arguments"])
    scope: dict[str, Any] = {"np": CountingModule(np) if count else np, "__name__": "listing"}
    for number, helper in enumerate(request.get("helpers", [])):
        exec(compile(helper, f"<helper {number}>", "exec"), scope)
    try:
        exec(compile(request["listing"], "<listing>", "exec"), scope)
        function = scope[request["function"]]
        if count:
            Counting.total = 0
            function(*counting(arguments))
            return {"multiplications": Counting.total}
        return {"value": encode(function(*arguments))}
    except Exception as error:  # whatever a listing raises is an answer
        return {"error": {"type": type(error).__name__, "message": str(error)}}


def too_long(signal_number: int, frame: Any) -> None:
    raise TimeoutError(f"the listing ran for more than {SECONDS_PER_CALL} seconds")


def main() -> None:
    answers = sys.stdout
    warnings.simplefilter("ignore")
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, too_long)
    print(json.dumps({"numpy": np.__version__}), file=answers, flush=True)
    with open(os.devnull, "w") as nowhere:
        for line in sys.stdin:
            if hasattr(signal, "alarm"):
                signal.alarm(SECONDS_PER_CALL)
            with contextlib.redirect_stdout(nowhere):  # what a listing prints must not look like an answer
                answer = call(json.loads(line))
            if hasattr(signal, "alarm"):
                signal.alarm(0)
            print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
