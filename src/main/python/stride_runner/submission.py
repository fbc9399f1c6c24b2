"""One submission, in a child that is confined already: loads the learner's code, calls it, reports what became of it.

A report is a letter, the length of its content, and its content as one value:

    l [functions]                            the code is loaded and the function is there
    c seconds                                how long the call took whose result comes next
    v (value, [positions of arguments that were changed])
    x (type, message, traceback)             an exception came out
    r (thing, detail, traceback)             what the sandbox refused came out as an exception
    m traceback                              no memory was left
    e (status, traceback)                    sys.exit
    b None                                   the value is too big to be sent
    o text                                   something was printed
    O None                                   more was printed than allowed; nothing follows
    w (category, message, part, line)        a warning
    a ([access, …], truncated)               what a watched call read and wrote, as watch.py has it
    s (part, message, line, column)          the code is no Python; nothing follows
    f [functions]                            the function is missing; nothing follows
    t (whether it was processor time, traceback)   the time ran out here; nothing follows
    d None                                   everything was done

v, x, r, m, e and b end one call, the next in order; x, r, m and e before l end everything. A traceback is
([(part, function, line), …], {variable: text}), innermost last, a part is `code` or `cell`, and a function is one that the
learner's code defines: (name, line, [names of parameters]). All of this comes out of a process that the learner's code can
bend as it likes: whoever reads it believes it no more than the learner's values.
"""

from __future__ import annotations

import ast
import gc
import io
import os
import signal
import struct
import sys
import time
import types
import warnings

import numpy as np

from . import doorman
from .confine import RESULT, Limits
from .values import TooLarge, decode, encode, type_name
from .watch import Recorder, plain

PARTS = {"<code>": "code", "<cell>": "cell"}
MAX_MESSAGE = 10_000
MAX_FRAMES = 30
MAX_VARIABLES = 30
MAX_WARNINGS = 50
RESERVE = 1 << 20
WALL_SIGNAL = signal.SIGUSR1  # Sent by the server; for the processor's time the kernel sends SIGXCPU

clock = time.perf_counter  # By a name of its own, so that nobody's patch of `time` changes what is told


def run(request: bytes, limits: Limits) -> None:
    """Does all that was asked for, or ends the process on the way."""
    before, source, after, function, calls, cell, watched = decode(request)  # type: ignore[misc]
    del request
    report = Report(limits)
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Printed(report)
    warnings.showwarning = report.warning
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    names = module.__dict__
    gc.enable()
    np.random.seed(1)  # Code that draws numbers draws the same ones, whichever server runs it
    # What tells the line when the time runs out; whoever replaces it is ended without a word
    signal.signal(signal.SIGXCPU, lambda number, frame: report.out_of_time(True, frame))
    signal.signal(WALL_SIGNAL, lambda number, frame: report.out_of_time(False, frame))
    recorder = Recorder(report.accesses) if watched else None
    if recorder is not None:
        recorder.install()
    doorman.stand()
    if not load(before, source, after, names, report):
        return
    called = names.get(function) if function else None
    if function and not callable(called):
        report.send("f", functions(names))
        return
    report.send("l", functions(names))
    for layout, arguments in calls:
        call(called, laid_out(arguments, layout), report, recorder)
    if cell is not None:
        run_cell(cell, names, report)
    report.send("d", None)


def load(before: str, source: str, after: str, names: dict, report: "Report") -> bool:
    """Runs the module's code; false if it cannot be compiled or something came out of it."""
    try:
        exec(compile(before, "<stride>", "exec", dont_inherit=True), names)
        code = compiled(source.removeprefix("\ufeff"), "<code>", report)
        if code is None:
            return False
        exec(code, names)
        exec(compile(after, "<stride>", "exec", dont_inherit=True), names)
        return True
    except BaseException as error:
        report.error(error)
        return False


def call(function: object, arguments: tuple, report: "Report", recorder: "Recorder | None") -> None:
    """Calls the function once and reports how that ended."""
    sent = [encode(argument) for argument in arguments]
    if recorder is not None:
        arguments = recorder.begin(function, arguments)
    start = clock()
    try:
        try:
            value = function(*arguments)  # type: ignore[operator]
        finally:
            if recorder is not None:
                recorder.end()
    except BaseException as error:
        report.send("c", clock() - start)
        report.error(error, function)
    else:
        report.send("c", clock() - start)
        report.value(value, [place for place, argument in enumerate(arguments) if changed(argument, sent[place])])


def laid_out(value: object, layout: str) -> object:
    """The same value with its arrays in another order of memory: right code gives the same for each."""
    if type(value) is tuple and layout != "contiguous":
        return tuple([laid_out(part, layout) for part in value])
    if type(value) is not np.ndarray:
        return value
    if layout == "columns first":
        return np.asfortranarray(value)
    if layout == "every second":
        spread = np.zeros((*value.shape[:-1], 2 * value.shape[-1]), value.dtype)
        spread[..., ::2] = value
        return spread[..., ::2]
    if layout == "read only":
        value.flags.writeable = False
    return value


def changed(argument: object, sent: bytes) -> bool:
    try:
        return encode(argument, 2 * len(sent) + 1000) != sent
    except TooLarge:
        return True


def run_cell(cell: str, names: dict, report: "Report") -> None:
    """Runs a scratch cell; its value is that of its last line, printed as well if there is one."""
    try:
        tree = compiled(cell, "<cell>", report, ast.PyCF_ONLY_AST)
        if tree is None:
            return
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, "<cell>", "exec", dont_inherit=True), names)
        value = None
        if last is not None:
            expression = ast.Expression(last.value)
            value = eval(compile(expression, "<cell>", "eval", dont_inherit=True), names)
            if value is not None:
                print(repr(value))
    except BaseException as error:
        report.error(error)
    else:
        report.value(value, [])


def compiled(source: str, file: str, report: "Report", flags: int = 0):  # type: ignore[no-untyped-def]
    """The compiled source; None, and reported, if it is no Python."""
    try:
        return compile(source, file, "exec", flags, dont_inherit=True)
    except SyntaxError as error:
        report.send("s", (PARTS[file], text(error.msg), error.lineno or 0, error.offset or 0))
    except (ValueError, OverflowError, RecursionError, MemoryError) as error:
        report.send("s", (PARTS[file], text(str(error) or "too deeply nested"), 0, 0))
    return None


def functions(names: dict) -> list[tuple]:
    """The functions that the learner's own code has defined: name, line, parameters."""
    found = []
    for name, value in list(names.items()):
        # Not by isinstance, which the code may have replaced
        if type(name) is str and type(value) is types.FunctionType and file_of(value) in PARTS:
            code = value.__code__
            parameters = list(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
            found.append((name[:100], code.co_firstlineno, [parameter[:100] for parameter in parameters[:MAX_VARIABLES]]))
    return found[:MAX_VARIABLES]


def file_of(function: types.FunctionType) -> str:
    return function.__code__.co_filename


class Report:
    """The way out for everything that is told about the run."""

    def __init__(self, limits: Limits) -> None:
        self.printable = limits.output
        self.budget = limits.result
        self.writing = False
        self.warnings = MAX_WARNINGS
        self.reserve: bytearray | None = bytearray(RESERVE)

    def send(self, kind: str, content: object) -> None:
        self.write(kind, encode(content))

    def write(self, kind: str, data: bytes) -> None:
        rest = memoryview(kind.encode() + struct.pack(">I", len(data)) + data)
        self.writing = True
        while rest:
            rest = rest[os.write(RESULT, rest) :]
        self.writing = False

    def value(self, value: object, changed: list[int]) -> None:
        try:
            data = encode((value, changed), self.budget)
        except TooLarge:
            self.send("b", None)
        except MemoryError:
            self.send("m", ([], {}))
        else:
            self.budget -= len(data)
            self.write("v", data)

    def error(self, error: BaseException, function: object = None) -> None:
        if isinstance(error, MemoryError):
            self.reserve = None  # Telling takes memory too
        trace = traceback(error, function)
        thing = doorman.thing_refused(error)
        if isinstance(error, SystemExit):
            self.send("e", (text(error.code), trace))
        elif isinstance(error, MemoryError):
            self.send("m", trace)
        elif thing is not None:
            self.send("r", (thing, text(getattr(error, "strerror", None) or error), trace))
        else:
            self.send("x", (type_name(type(error)).removeprefix("numpy."), text(error), trace))

    def out_of_time(self, processor: bool, frame: "types.FrameType | None") -> None:
        """Tells where the learner's code is, and ends; in the midst of another message there is no telling."""
        if self.writing:
            return
        innermost = None
        lines = []
        while frame is not None:
            code = frame.f_code
            if code.co_filename in PARTS:
                innermost = innermost or frame
                lines.append((PARTS[code.co_filename], code.co_name[:100], frame.f_lineno))
            frame = frame.f_back
        trace = (lines[:MAX_FRAMES][::-1], describe(innermost.f_locals) if innermost else {})
        try:
            self.send("t", (processor, trace))
        except OSError:
            return  # The way out was closed: the server will end this process, a little later
        os._exit(0)

    def printed(self, what: str) -> None:
        if str.__len__(what) <= self.printable:
            self.printable -= len(what)
            self.send("o", what)
        else:
            self.send("o", what[: self.printable])
            self.send("O", None)
            os._exit(0)

    def accesses(self, accesses: list, truncated: bool) -> None:
        self.send("a", (accesses, truncated))

    def warning(self, message, category, filename, lineno, file=None, line=None) -> None:  # type: ignore
        if self.warnings > 0:
            self.warnings -= 1
            part = PARTS.get(filename, "")
            self.send("w", (type_name(category).removeprefix("numpy."), text(message), part, lineno if part else 0))


class Printed(io.TextIOBase):
    """What print writes to."""

    encoding = "utf-8"

    def __init__(self, report: Report) -> None:
        self.report = report

    def writable(self) -> bool:
        return True

    def write(self, what: str) -> int:
        if not isinstance(what, str):
            raise TypeError(f"write() argument must be str, not {type(what).__name__}")
        self.report.printed(what)
        return len(what)


# --- What is told about an exception ------------------------------------------------------------------------------------


def text(value: object) -> str:
    """A text for anything, even for what refuses to have one."""
    try:
        return str.__str__(str(value))[:MAX_MESSAGE]
    except BaseException:
        return f"<{type_name(type(value))} without a text>"


def traceback(error: BaseException, function: object) -> tuple[list, dict[str, str]]:
    """The learner's own lines, innermost last, and the variables of the last one."""
    lines, variables = [], {}
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if code.co_filename in PARTS:
            lines.append((PARTS[code.co_filename], code.co_name[:100], step.tb_lineno))
            innermost = step.tb_frame
        step = step.tb_next
    if lines:
        variables = describe(innermost.f_locals)
    elif type(function) is types.FunctionType and file_of(function) in PARTS:
        # Not a line of it was reached: the arguments do not fit its parameters
        code = function.__code__
        lines = [(PARTS[code.co_filename], code.co_name[:100], code.co_firstlineno)]
    return lines[-MAX_FRAMES:], variables


def describe(variables: dict[str, object]) -> dict[str, str]:
    """Short texts for those variables that have one."""
    described = {}
    for name, value in list(variables.items()):
        if type(name) is str and not name.startswith("__") and len(described) < MAX_VARIABLES:
            try:
                shown = short(value)
            except BaseException:  # Printing an array may run code of the learner's
                shown = None
            if shown is not None:
                described[name[:100]] = shown[:200]
    return described


def short(value: object, depth: int = 0) -> str | None:
    value = plain(value)
    kind = type(value)
    if value is None or kind in (bool, float) or (kind is int and int(value).bit_length() < 200):
        return repr(value)
    if kind is str:
        return repr(value if len(value) <= 60 else value[:60] + "…")
    if isinstance(value, np.generic) and kind.__module__ == "numpy":
        return str(value.item())
    if kind is np.ndarray and value.dtype.kind in "biuf":
        return str(value) if value.size <= 16 else f"array of shape {value.shape}, {value.dtype.name}"
    if kind in (tuple, list, dict) and depth < 2 and len(value) <= 8:
        if kind is dict:
            items = [(short(key, 2), short(item, depth + 1)) for key, item in value.items()]
            return "{" + ", ".join(f"{key}: {item}" for key, item in items) + "}"
        parts = [short(item, depth + 1) or "…" for item in value]
        inside = ", ".join(parts)
        return f"[{inside}]" if kind is list else f"({inside},)" if len(parts) == 1 else f"({inside})"
    return None
