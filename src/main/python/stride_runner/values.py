"""Values as bytes, both ways. Data only: nothing that is read here can name a class or a function.

    N                                     None
    S type, float64                       a number; type is one of f i b (Python's) and F I B (NumPy's)
    A dtype, rank, lengths, data          an array in row-major order; dtype is one of b i f d
    U length, UTF-8                       a text
    ( count, values    [ count, values    a tuple, a list
    { count, (text, value)…               a dictionary with text keys
    ? text                                anything else: the name of its type

Lengths and counts are 32 bits, and everything is big-endian. What a learner returns is taken apart with the methods of
the base classes, so that a subclass has no say in it.
"""

from __future__ import annotations

import struct

import numpy as np
from numpy import ndarray

MAX_DEPTH = 20
MAX_NAME = 100
ITEM = 64  # What one part of a tuple, list or dictionary counts, beside its value
ELEMENT = 8  # What one element of an array counts, whatever its dtype: the reader holds doubles

_STORED = {"b": ">u1", "i": ">i8", "f": ">f4", "d": ">f8"}
_READ = {"b": "?", "i": "i8", "f": "f4", "d": "f8"}
_ENTIRE = 2.0**63
_UNLIMITED = 1 << 62

_type_name = type.__dict__["__name__"].__get__
_type_module = type.__dict__["__module__"].__get__


class TooLarge(Exception):
    """More than the budget allows."""


def encode(value: object, budget: int = _UNLIMITED) -> bytes:
    """The bytes of a value, which may be anything at all; raises TooLarge."""
    encoder = _Encoder(budget)
    encoder.value(value, 0)
    return b"".join(encoder.parts)


def decode(data: bytes) -> object:
    """The value of bytes that come from Java."""
    return _Decoder(data).value()


def type_name(kind: type) -> str:
    """The name of a type, with `numpy.` before NumPy's own."""
    name, module = _type_name(kind), _type_module(kind)
    if type(name) is not str or not name.isprintable():
        return "object"
    numpys = type(module) is str and module.split(".")[0] == "numpy"
    return ("numpy." if numpys else "") + name[:MAX_NAME]


class _Encoder:
    def __init__(self, budget: int) -> None:
        self.parts: list[bytes] = []
        self.budget = budget

    def value(self, value: object, depth: int) -> None:
        kind = type(value)
        if value is None:
            self.parts.append(b"N")
        elif issubclass(kind, ndarray):
            self.array(value)
        elif issubclass(kind, (bool, int, float, np.generic)):
            self.number(value)
        elif issubclass(kind, str):
            self.parts.append(b"U")
            self.text(str.__str__(value))
        elif depth >= MAX_DEPTH:
            self.other(type_name(kind))
        elif issubclass(kind, tuple):
            self.sequence(b"(", tuple.__iter__(value), tuple.__len__(value), depth)
        elif issubclass(kind, list):
            self.sequence(b"[", list.__iter__(value), list.__len__(value), depth)
        elif issubclass(kind, dict):
            self.dictionary(value, depth)
        else:
            self.other(type_name(kind))

    def array(self, value: object) -> None:
        kind = type(value)
        plain = ndarray.view(value, ndarray)
        dtype = _array_code(plain.dtype)
        if issubclass(kind, (np.matrix, np.ma.MaskedArray)):
            self.other(type_name(kind))
        elif dtype is None:
            self.other(f"numpy.ndarray of {plain.dtype.name}")
        else:
            self.spend(ELEMENT * plain.size)
            self.parts.append(struct.pack(f">ccB{plain.ndim}I", b"A", dtype.encode(), plain.ndim, *plain.shape))
            self.parts.append(plain.astype(_STORED[dtype]).tobytes())

    def number(self, value: object) -> None:
        kind = type(value)
        if issubclass(kind, np.generic) and not issubclass(kind, (np.bool_, np.integer, np.float32, np.float64)):
            self.other(type_name(kind))
            return
        numpys = issubclass(kind, np.generic)
        if issubclass(kind, (bool, np.bool_)):
            code = "b"
        elif issubclass(kind, (int, np.integer)):
            code = "i"
        else:
            code = "f"
        try:
            plain = np.generic.item(value) if numpys else value
            # Packing takes what the base class holds, not what a subclass says of itself
            packed = struct.pack(">d", plain) if code == "f" else struct.pack(">d", int.__float__(plain))
        except OverflowError:
            self.other(type_name(kind))
            return
        self.parts.append(b"S" + (code.upper() if numpys else code).encode() + packed)

    def text(self, text: str) -> None:
        self.spend(str.__len__(text))
        data = str.encode(text, "utf-8", "backslashreplace")
        self.spend(len(data) - str.__len__(text))
        self.parts.append(struct.pack(">I", len(data)) + data)

    def sequence(self, tag: bytes, items: object, count: int, depth: int) -> None:
        self.spend(ITEM * count)
        self.parts.append(tag + struct.pack(">I", count))
        for item in items:  # type: ignore[attr-defined]
            self.value(item, depth + 1)

    def dictionary(self, value: object, depth: int) -> None:
        self.spend(ITEM * dict.__len__(value))
        entries = list(dict.items(value))
        if not all(type(key) is str for key, _ in entries):
            self.other("dict")
            return
        self.parts.append(b"{" + struct.pack(">I", len(entries)))
        for key, item in entries:
            self.text(key)
            self.value(item, depth + 1)

    def other(self, name: str) -> None:
        self.parts.append(b"?")
        self.text(name)

    def spend(self, amount: int) -> None:
        self.budget -= amount
        if self.budget < 0:
            raise TooLarge


def _array_code(dtype: np.dtype) -> str | None:
    """b, i, f or d; None for what an array of the exercises never holds."""
    if dtype.kind == "b":
        return "b"
    if dtype.kind in "iu" and dtype.str[1:] != "u8":
        return "i"
    if dtype.kind == "f":
        return {4: "f", 8: "d"}.get(dtype.itemsize)
    return None


class _Decoder:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple:
        fields = struct.unpack_from(">" + layout, self.data, self.at)
        self.at += struct.calcsize(">" + layout)
        return fields

    def value(self) -> object:
        (tag,) = self.take("c")
        if tag == b"N":
            return None
        if tag == b"S":
            return self.number()
        if tag == b"A":
            return self.array()
        if tag == b"U":
            return self.text()
        if tag in (b"(", b"["):
            (count,) = self.take("I")
            items = [self.value() for _ in range(count)]
            return items if tag == b"[" else tuple(items)
        if tag == b"{":
            (count,) = self.take("I")
            return {self.text(): self.value() for _ in range(count)}
        raise ValueError(f"values: no such tag {tag!r}")

    def number(self) -> object:
        code, number = self.take("cd")
        kinds = {b"f": float, b"i": int, b"b": bool, b"F": np.float64, b"I": np.int64, b"B": np.bool_}
        return kinds[code](number)

    def array(self) -> ndarray:
        dtype, rank = self.take("cB")
        shape = self.take(f"{rank}I")
        count = 1
        for length in shape:
            count *= length
        stored = np.dtype(_STORED[dtype.decode()])
        flat = np.frombuffer(self.data, stored, count, self.at)
        self.at += count * stored.itemsize
        return flat.astype(_READ[dtype.decode()]).reshape(shape)

    def text(self) -> str:
        (length,) = self.take("I")
        self.at += length
        return self.data[self.at - length : self.at].decode()
