"""What a submission is made of: cells, notebooks of every format, scripts, and what is expected of each function.

What is expected says less than a report, and says it in fixed words:

status   passed, failed, not_attempted or error
flaw     the named flaw of the catalogue that gives the same everywhere, with right versions of what the function calls
raises   the exception that comes out of a call, or out of loading
cause    where neither is known: see CAUSES
place    where the mistake is or the exception comes from: cell (text cells count too; none in a script), line, and what it says
blame    which functions of the file are wrong, where a function calls some of them that are
notes    what does not decide and is worth telling: see NOTES
remarks  what is worth telling about the whole file: see REMARKS. A report may tell more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Iterable, Mapping

FUNCTIONS = (
    "zero_pad",
    "conv_single_step",
    "conv_forward",
    "pool_forward",
    "conv_backward",
    "create_mask_from_window",
    "distribute_value",
    "pool_backward",
)

CAUSES = {
    "nothing_returned": "the function returns None, whatever it is given",
    "wrong_type": "something else than an array, a number or a tuple is returned",
    "wrong_numbers": "the numbers are wrong, or there are more or fewer of them, and no flaw of the catalogue gives the same",
    "other_parameters": "it takes more parameters than it is given, or takes them in another order",
    "out_of_time": "a call never ends",
    "out_of_memory": "a call asks for more memory than there is",
    "not_available": "a call asks for a file, another process or an answer from the keyboard",
    "exited": "a call ends the whole process",
    "not_python": "the cell, or this part of it, is no Python",
    "no_module": "it needs a module that is not there, and says so on loading",
}

NOTES = {
    "pad_zero": "conv_backward is wrong at padding 0",
    "ties": "only one of several equal maxima is marked",
    "numbers_for_booleans": "a mask of 0 and 1",
    "changes_input": "an argument is not the same after the call",
}

REMARKS = {
    "magics": "magics and questions such as np.pad? were left out",
    "shell": "shell commands were left out",
    "plotting": "plotting was ignored",
    "data_files": "reading of data files was ignored",
    "not_run": "code outside of functions was not run, and it would have done harm",
    "python_2_print": "print statements of Python 2 were read as calls",
    "broken_cell": "a cell, or a part of one, is no Python",
    "later_broken_definition": "the last definition of a function is no Python, and the one before it counts",
    "defined_twice": "a function is defined more than once, and the last definition counts",
    "other_name": "a function looks like one of the eight, and has another name",
    "in_class": "a function of the eight is a method of a class, and does not count",
    "encoding": "the file is not in clean UTF-8",
}


@dataclass(frozen=True)
class Expected:
    """What a person expects of one function; `at` is the whole line that `place` is made of."""

    status: str
    flaw: str | None = None
    raises: str | None = None
    cause: str | None = None
    at: str | None = None
    blame: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert self.status in ("passed", "failed", "not_attempted", "error"), self.status
        assert self.cause is None or self.cause in CAUSES, self.cause
        assert set(self.notes) <= set(NOTES), self.notes
        assert set(self.blame) <= set(FUNCTIONS), self.blame


def passed(*, blame: Iterable[str] = (), notes: Iterable[str] = ()) -> Expected:
    return Expected("passed", blame=tuple(blame), notes=tuple(notes))


def failed(**what: Any) -> Expected:
    return Expected("failed", **what)


def error(**what: Any) -> Expected:
    return Expected("error", **what)


NOT_ATTEMPTED = Expected("not_attempted")
PASSED = passed()
NONE_ATTEMPTED: Mapping[str, Expected] = {}
ALL_PASSED: Mapping[str, Expected] = {name: PASSED for name in FUNCTIONS}
FORWARD_PASSED: Mapping[str, Expected] = {name: PASSED for name in FUNCTIONS[:4]}
BACKWARD_PASSED: Mapping[str, Expected] = {name: PASSED for name in FUNCTIONS[4:]}


@dataclass(frozen=True)
class Submission:
    """A file, and what is expected of it: nothing of its functions if it cannot be read."""

    name: str
    what: str
    content: bytes
    cells: tuple[str, ...] = ()  # A script is one
    functions: Mapping[str, Expected] | None = None
    remarks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert set(self.remarks) <= set(REMARKS), self.remarks
        assert set(self.functions or ()) <= set(FUNCTIONS), self.functions

    def expectation(self) -> dict[str, Any]:
        if self.functions is None:
            return {"what": self.what, "unreadable": True}
        functions = {name: self._of(self.functions.get(name, NOT_ATTEMPTED)) for name in FUNCTIONS}
        return {"what": self.what, "functions": functions, "remarks": list(self.remarks)}

    def _of(self, expected: Expected) -> dict[str, Any]:
        said: dict[str, Any] = {"status": expected.status}
        for key in ("flaw", "raises", "cause"):
            if getattr(expected, key) is not None:
                said[key] = getattr(expected, key)
        for key in ("blame", "notes"):
            if getattr(expected, key):
                said[key] = list(getattr(expected, key))
        if expected.at is not None:
            said["place"] = self._place(expected.at)
        return said

    def _place(self, wanted: str) -> dict[str, Any]:
        found = [
            (cell, line)
            for cell, source in enumerate(self.cells, 1)
            for line, code in enumerate(source.split("\n"), 1)
            if code.strip() == wanted
        ]
        assert len(found) == 1, f"{self.name}: {wanted!r} stands in {len(found)} lines"
        cell, line = found[0]
        in_script = len(self.cells) == 1 and self.name.endswith(".py")
        return {**({} if in_script else {"cell": cell}), "line": line, "code": wanted}


# --- Cells ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    kind: str
    source: str
    outputs: tuple[dict[str, Any], ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)


def code(source: str, *outputs: dict[str, Any], **metadata: Any) -> Cell:
    return Cell("code", source.strip("\n"), outputs, metadata)


def text(source: str, **metadata: Any) -> Cell:
    return Cell("markdown", source.strip("\n"), (), metadata)


def raw(source: str) -> Cell:
    return Cell("raw", source.strip("\n"))


def printed(what: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": what.splitlines(keepends=True)}


def drawn() -> dict[str, Any]:
    """A picture of one grey dot, and the words that stand for it."""
    png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCASeYx6gAAAABJRU5ErkJggg=="
    data = {"image/png": png, "text/plain": ["<Figure size 500x400 with 1 Axes>"]}
    return {"output_type": "display_data", "data": data, "metadata": {}}


# --- Files ----------------------------------------------------------------------------------------------------------------

PYTHON_3 = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python", "version": "3.11.2"},
}


def lines(source: str, joined: bool) -> str | list[str]:
    return source if joined else source.splitlines(keepends=True)


def notebook_json(cells: Iterable[Cell], minor: int, metadata: Mapping[str, Any], joined: bool = False) -> dict[str, Any]:
    written = []
    for number, cell in enumerate(cells, 1):
        parts: dict[str, Any] = {"cell_type": cell.kind}
        if minor >= 5:
            parts["id"] = f"cell-{number:02}"
        parts["metadata"] = dict(cell.metadata)
        parts["source"] = lines(cell.source, joined)
        if cell.kind == "code":
            parts["execution_count"] = number if cell.outputs else None
            parts["outputs"] = [
                {**output, "execution_count": number} if output["output_type"] == "execute_result" else output
                for output in cell.outputs
            ]
        written.append(parts)
    return {"cells": written, "metadata": dict(metadata), "nbformat": 4, "nbformat_minor": minor}


def to_bytes(content: Any) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def notebook(
    name: str,
    what: str,
    cells: list[Cell],
    functions: Mapping[str, Expected],
    remarks: Iterable[str] = (),
    *,
    minor: int = 5,
    metadata: Mapping[str, Any] = PYTHON_3,
    joined: bool = False,
) -> Submission:
    content = to_bytes(notebook_json(cells, minor, metadata, joined))
    return Submission(name, what, content, tuple(cell.source for cell in cells), functions, tuple(remarks))


def script(
    name: str,
    what: str,
    source: str,
    functions: Mapping[str, Expected],
    remarks: Iterable[str] = (),
    *,
    encoding: str = "utf-8",
    newline: str = "\n",
) -> Submission:
    source = source.lstrip("\n")
    content = source.replace("\n", newline).encode(encoding)
    return Submission(name, what, content, (source,), functions, tuple(remarks))


def unreadable(name: str, what: str, content: bytes) -> Submission:
    return Submission(name, what, content)
