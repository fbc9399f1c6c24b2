"""Tells a learner politely, on the very line, what the kernel would refuse anyway.

This is no protection: an audit hook is a Python object like any other. It names what was asked for, and it keeps the
innocent from a bare "Operation not permitted".
"""

from __future__ import annotations

import errno
import io
import sys
from typing import Any

# The beginning of an audit event, and what it is about
REFUSED = {
    "open": "file",
    "os.listdir": "file",
    "os.scandir": "file",
    "os.mkdir": "file",
    "os.remove": "file",
    "os.rename": "file",
    "os.rmdir": "file",
    "os.link": "file",
    "os.symlink": "file",
    "os.truncate": "file",
    "os.chdir": "file",
    "os.chmod": "file",
    "shutil": "file",
    "glob": "file",
    "tempfile": "file",
    "socket": "network",
    "os.system": "process",
    "os.exec": "process",
    "os.fork": "process",
    "os.forkpty": "process",
    "os.posix_spawn": "process",
    "os.spawn": "process",
    "os.kill": "process",
    "os.killpg": "process",
    "signal.pthread_kill": "process",
    "subprocess": "process",
    "pty": "process",
    "_thread.start_new_thread": "thread",
    "ctypes": "native code",
    "builtins.input": "input",
    "builtins.breakpoint": "input",
}


class Refusal(PermissionError):
    """Asked for what is not given; `thing` is one of the words above."""

    thing = "other"


def refusal(thing: str, detail: str) -> Refusal:
    error = Refusal(errno.EPERM, f"{thing} is not available here: {detail}"[:200])
    error.thing = thing
    return error


def thing_refused(error: BaseException) -> str | None:
    """What an error says was refused; None if it is an error of another kind."""
    if isinstance(error, Refusal):
        return error.thing
    if isinstance(error, OSError) and error.errno in (errno.EPERM, errno.EACCES, errno.EMFILE):
        return "file" if error.filename is not None else "other"
    if type(error) is RuntimeError and error.args == ("can't start new thread",):
        return "thread"
    return None


def stand() -> None:
    """Takes up its place; there is no way back."""
    sys.stdin = sys.__stdin__ = _NobodyAnswers()
    sys.meta_path[:] = [_NothingMore()]
    sys.addaudithook(_listen)


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    thing = REFUSED.get(event) or REFUSED.get(event.partition(".")[0])
    if thing is not None:
        detail = arguments[0] if event == "open" and isinstance(arguments[0], str) else event
        raise refusal(thing, detail)


class _NobodyAnswers(io.TextIOBase):
    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> str:
        raise refusal("input", "sys.stdin")

    def readline(self, size: int = -1) -> str:  # type: ignore[override]
        raise refusal("input", "sys.stdin")


class _NothingMore:
    """The only finder of modules: what was not loaded before is not found."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
