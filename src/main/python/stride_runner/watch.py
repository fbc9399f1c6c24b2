"""Which windows of which arrays a learner's code reads and writes, in order: for showing, never for judging.

Arguments, and arrays that the code makes fresh, are lent out as views of a class that takes notes of every index. What
is computed from them is plain again, so NumPy means the same as ever. An access goes out as

    (name, kind, line, ranges)

kind is `read` or `write`. Ranges is an array of integers with a row (start, stop, step) for each axis of the whole
array, however many views lie between: the cells start, start + step, … below stop, in ascending order; an integer index
is a range of one. What is picked by a list or a mask is told as the box around it. The name is that of the parameter; for an
array inside a tuple, or a fresh one, that of the variable which holds it, else `cache[0]` or `line 7`.

This lives in the learner's process. Who takes it apart gets wrong notes, or none, and nothing else.
"""

from __future__ import annotations

import functools
import math
import sys
from types import FrameType, FunctionType
from typing import Any, Callable

import numpy as np
from numpy import ndarray

LEARNERS, OURS = "<code>", "<stride>"  # The files that code says it is from
MOST = 20_000  # Accesses of one submission
AT_ONCE = 250
MAX_AXES = 8
MAX_PICKED = 1 << 16  # Cells of an array up to which the box around a mask is looked for
MAX_DEPTH = 4
MAX_VARIABLES = 200
MAX_NAME = 100

FRESH = ("zeros", "ones", "empty", "full", "zeros_like", "ones_like", "empty_like", "full_like", "pad")
MADE_BY_METHODS = """
    argmax argmin argpartition argsort astype byteswap choose clip compress copy cumprod cumsum diagonal dot flatten
    nonzero repeat round searchsorted take trace
""".split()


class Root:
    """A whole array that is watched."""

    def __init__(self, array: ndarray, name: str, fixed: bool) -> None:
        self.array, self.name, self.fixed = array, name, fixed
        self.address = address(array)
        # Of an array in row-major order; those that NumPy keeps mean nothing for an axis of one
        self.strides = [array.itemsize * math.prod(array.shape[axis + 1 :]) for axis in range(array.ndim)]

    def holds(self, view: ndarray) -> bool:
        return view.size == 0 or 0 <= address(view) - self.address < self.array.nbytes

    def box(self, view: ndarray) -> list[tuple[int, int, int]]:
        """The ranges that a view covers, by where it lies in memory; those of everything if they are not regular."""
        shape = self.array.shape
        if view.size == 0:
            return [(0, 0, 1)] * len(shape)
        axes = [(abs(stride), length) for stride, length in zip(view.strides, view.shape) if length > 1 and stride]
        back = sum(stride * (length - 1) for stride, length in zip(view.strides, view.shape) if stride < 0)
        rest = address(view) + back - self.address
        ranges = []
        for stride in self.strides:
            start, rest = divmod(rest, stride)
            ranges.append((start, start + 1, 1))
        taken = set()
        for stride, length in axes:
            # The steps of a slice are shorter than its axis, so the outermost axis that they can be of is theirs
            axis = next((a for a, own in enumerate(self.strides) if own <= stride and shape[a] > 1), None)
            if axis is None or axis in taken or stride % self.strides[axis]:
                return everything(shape)
            taken.add(axis)
            start, step = ranges[axis][0], stride // self.strides[axis]
            stop = start + (length - 1) * step + 1
            if stop > shape[axis]:
                return everything(shape)
            ranges[axis] = (start, stop, step)
        return ranges


def everything(shape: tuple[int, ...]) -> list[tuple[int, int, int]]:
    return [(0, length, 1) for length in shape]


def address(array: ndarray) -> int:
    return array.__array_interface__["data"][0]


class Watched(ndarray):
    """An array that takes notes, and is an array in every other respect."""

    _root: Root | None = None

    def __array_finalize__(self, source: object) -> None:
        self._root = getattr(source, "_root", None)

    def __getitem__(self, index: Any) -> Any:
        index = plain(index)
        array = ndarray.view(self, ndarray)
        result = array[index]
        note(self, "read", array, index)
        return lend(result, self._root) if basic(index) else result

    def __setitem__(self, index: Any, value: Any) -> None:
        index = plain(index)
        array = ndarray.view(self, ndarray)
        array[index] = plain(value)
        if not (type(value) is Watched and same_cells(value, array, index)):  # The end of X[index] += 1, noted already
            note(self, "write", array, index)

    def __array_ufunc__(self, function: Any, method: str, *inputs: Any, **options: Any) -> Any:
        results = options.get("out", ())
        made = getattr(function, method)(*plain(inputs), **plain(options))
        for result in (inputs[:1] if method == "at" else results):
            if isinstance(result, Watched):
                array = ndarray.view(result, ndarray)
                if any(result is given for given in inputs):
                    note(result, "read", array, ..., once=True)  # In X[index] += 1 the index was noted just before
                note(result, "write", array, ...)
        return made if not results else results[0] if len(results) == 1 else results

    def __array_function__(self, function: Any, types: Any, arguments: Any, options: Any) -> Any:
        result = function(*plain(arguments), **plain(options))
        return lend(result, self._root)

    def fill(self, value: Any) -> None:
        array = ndarray.view(self, ndarray)
        array.fill(plain(value))
        note(self, "write", array, ...)

    def __repr__(self) -> str:
        return repr(ndarray.view(self, ndarray))

    def __str__(self) -> str:
        return str(ndarray.view(self, ndarray))


# What messages of errors say
Watched.__name__ = "numpy.ndarray"


def _plain_method(name: str) -> Callable:
    def method(self: Watched, *arguments: Any, **options: Any) -> Any:
        return getattr(ndarray.view(self, ndarray), name)(*plain(arguments), **plain(options))

    return method


for _name in MADE_BY_METHODS:
    setattr(Watched, _name, _plain_method(_name))


def plain(value: Any, depth: int = 0) -> Any:
    """The same without anything that takes notes."""
    kind = type(value)
    if kind is Watched:
        return ndarray.view(value, ndarray)
    if depth < MAX_DEPTH and kind in (tuple, list, dict) and holds_watched(value, depth):
        if kind is dict:
            return {key: plain(part, depth + 1) for key, part in value.items()}
        return kind(plain(part, depth + 1) for part in value)
    return value


def holds_watched(value: Any, depth: int) -> bool:
    kind = type(value)
    if kind is Watched:
        return True
    if depth > MAX_DEPTH or kind not in (tuple, list, dict):
        return False
    return any(holds_watched(part, depth + 1) for part in (value.values() if kind is dict else value))


def lend(result: Any, root: Root | None) -> Any:
    """A view of a watched array is watched; anything else is as it is."""
    if root is None or type(result) is not ndarray or not root.holds(result):
        return result
    view = result.view(Watched)
    view._root = root
    return view


def basic(index: Any) -> bool:
    """Whether an index makes a view."""
    parts = index if type(index) is tuple else (index,)
    return all(
        part is None or part is ... or (isinstance(part, (slice, int, np.integer)) and not isinstance(part, bool))
        for part in parts
    )


def note(watched: Watched, kind: str, array: ndarray, index: Any, once: bool = False) -> None:
    recorder = Recorder.current
    if recorder is None or watched._root is None:
        return
    try:
        if watched._root.holds(array):
            recorder.note(watched._root, kind, array, index, once)
    except Exception:
        pass  # The code goes on, whatever became of the notes


def same_cells(value: Watched, array: ndarray, index: Any) -> bool:
    return basic(index) and value.__array_interface__ == picked(array, index).__array_interface__


def picked(array: ndarray, index: Any) -> ndarray:
    """The view that an index makes, or one of the box around what it picks."""
    if basic(index):
        parts = index if type(index) is tuple else (index,)
        return array[parts if any(part is ... for part in parts) else (*parts, ...)]
    if array.size > MAX_PICKED:
        return array
    places = np.arange(array.size).reshape(array.shape)[index]
    if places.size == 0:
        return array[:0]
    corners = np.unravel_index(np.ravel(places), array.shape)
    return array[tuple(slice(int(place.min()), int(place.max()) + 1) for place in corners)]


class Recorder:
    """Takes the notes of a submission, and hands them out in small portions."""

    current: Recorder | None = None

    def __init__(self, send: Callable[[list, bool], None]) -> None:
        self.send = send
        self.left = MOST
        self.truncated = False
        self.last: tuple | None = None
        self.notes: list[tuple] = []

    def install(self) -> None:
        """From now on arrays that the learner's code makes during a call are watched."""
        for name in FRESH:
            setattr(np, name, fresh(getattr(np, name)))

    def begin(self, function: object, arguments: tuple) -> tuple:
        """The arguments of a call, watched."""
        names: tuple[str, ...] = ()
        if isinstance(function, FunctionType):
            names = function.__code__.co_varnames[: function.__code__.co_argcount]
        Recorder.current = self
        return tuple(
            watched(argument, names[place] if place < len(names) else f"argument {place + 1}", True)
            for place, argument in enumerate(arguments)
        )

    def end(self) -> None:
        Recorder.current = None
        self.last = None
        self.flush()

    def note(self, root: Root, kind: str, array: ndarray, index: Any, once: bool) -> None:
        if self.truncated:
            return
        frame = learners_frame(sys._getframe(2))
        if frame is None:
            return
        ranges = root.box(picked(array, index))
        if once and self.last == (root, kind, frame.f_lineno, ranges):
            return
        if self.left == 0:
            self.truncated = True
            self.flush()
            return
        self.left -= 1
        self.last = (root, kind, frame.f_lineno, ranges)
        name = name_of(root, frame)[:MAX_NAME]
        self.notes.append((name, kind, frame.f_lineno, np.array(ranges, dtype=np.int64)))
        if len(self.notes) == AT_ONCE:
            self.flush()

    def flush(self) -> None:
        notes, self.notes = self.notes, []
        if notes or self.truncated:
            self.send(notes, self.truncated)


def watched(value: Any, name: str, fixed: bool, depth: int = 0) -> Any:
    """An argument with every array in it watched."""
    kind = type(value)
    if kind is ndarray and 0 < value.ndim <= MAX_AXES and value.flags.c_contiguous:
        return lend(value, Root(value, name, fixed))
    if depth < MAX_DEPTH and kind in (tuple, list):
        parts = [watched(part, f"{name}[{place}]", False, depth + 1) for place, part in enumerate(value)]
        if kind is tuple:
            return tuple(parts)
        value[:] = parts
    if depth < MAX_DEPTH and kind is dict:
        for key, part in value.items():
            value[key] = watched(part, f"{name}[{key!r}]", False, depth + 1)
    return value


def fresh(make: Callable) -> Callable:
    """A function that makes arrays, and has those watched that it makes for the learner during a call."""

    @functools.wraps(make)
    def made(*arguments: Any, **options: Any) -> Any:
        array = make(*arguments, **options)
        caller = sys._getframe(1)
        if Recorder.current is None or caller.f_code.co_filename not in (LEARNERS, OURS):
            return array
        frame = learners_frame(caller)
        return array if frame is None else watched(plain(array), f"line {frame.f_lineno}", False, MAX_DEPTH)

    return made


def learners_frame(frame: FrameType | None) -> FrameType | None:
    """The innermost frame of the learner's own."""
    while frame is not None and frame.f_code.co_filename != LEARNERS:
        frame = frame.f_back
    return frame


def name_of(root: Root, frame: FrameType) -> str:
    """The name of a parameter; else of the variable that holds the array, where the learner's code is just now."""
    inner: FrameType | None = frame
    while not root.fixed and inner is not None and inner.f_code.co_filename == LEARNERS:
        for count, (name, value) in enumerate(inner.f_locals.items()):
            if type(value) is Watched and value._root is root and value.size == root.array.size:
                root.name = name
                return name
            if count == MAX_VARIABLES:
                break
        inner = inner.f_back
    return root.name
