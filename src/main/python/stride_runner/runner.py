"""The fork server: one process that has loaded NumPy, and forks a confined child for every submission.

It reads from descriptor 0:   R header request   a submission; the request itself is read by the child alone
                              C                  the end of the submission that is running, if one is
and writes to descriptor 1:   H   the greeting: versions, layers, the memory at rest
                              C   bytes of the child's report      P   bytes that the child wrote to descriptors 1 and 2
                              E   how the child ended              F   why this server gives up
each as a letter, a length in 32 bits, and so many bytes.

The server never holds a learner's code, values or output but in one buffer that it wipes. So there is nothing of one
learner in the memory that the next one's child inherits.
"""

from __future__ import annotations

import gc
import os
import platform
import select
import signal
import struct
import sys
import time

import numpy

from . import confine, modules, submission
from . import drawing, editing, outline, together  # noqa: F401 - a child that needs them can load nothing any more
from .confine import RESULT, Layer, Limits
from .values import encode

HEADER = struct.Struct(">IddQQQ")
ENDING = struct.Struct(">ciddQ?")
CHUNK = 1 << 16
BREATH = 0.05  # Seconds between two looks at a child that says nothing
LAST_WORDS = 0.2  # Seconds for a child whose time is over to tell where it was
PATIENCE = 20  # Seconds more, at most, for a child that a busy machine keeps from running
NO_MEMORY_TO_TELL = 199  # The status of a child that has not even memory to tell that it has none
NO_TRACEBACK = encode(([], {}))
PR_SET_CHILD_SUBREAPER = 36


def main() -> None:
    sys.argv[:] = [""]
    try:
        Server().serve()
    except BrokenPipeError:
        sys.exit(1)  # Nobody listens any more
    except Exception as error:
        post(1, b"F", encode(f"{type(error).__name__}: {error}"))
        sys.exit(1)


def post(descriptor: int, kind: bytes, content: "bytes | memoryview") -> None:
    for part in (kind + struct.pack(">I", len(content)), content):
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(descriptor, rest) :]


def read_exactly(descriptor: int, count: int) -> bytes:
    parts = []
    while count > 0:
        part = os.read(descriptor, min(count, 1 << 20))
        if not part:
            raise EOFError("the request broke off")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


class Server:
    def __init__(self) -> None:
        modules.load()
        confine.prepare()
        adopt_orphans()
        self.buffer = bytearray(CHUNK)
        self.layers: tuple[Layer, ...] = ()

    def serve(self) -> None:
        gc.collect()
        gc.disable()
        gc.freeze()  # Children leave these objects alone, so their pages stay shared
        self.greet()
        while True:
            command = os.read(0, 1)
            if command == b"R":
                length, *limits = HEADER.unpack(read_exactly(0, HEADER.size))
                self.run(length, Limits(*limits))
            elif command == b"":
                return
            elif command != b"C":  # One that came too late
                raise ValueError(f"no such command: {command!r}")

    def greet(self) -> None:
        limits = Limits(wall=10, cpu=5, memory=64 << 20, output=0, result=0)
        results = [(layer.name, confine.probe(layer, limits)) for layer in confine.LAYERS]
        self.layers = tuple(layer for layer, (_, failure) in zip(confine.LAYERS, results) if failure is None)
        post(1, b"H", encode((platform.python_version(), numpy.__version__, results, confine.resident())))

    def run(self, length: int, limits: Limits) -> None:
        """One submission, from fork to burial."""
        report, report_end = os.pipe()
        printed, printed_end = os.pipe()
        child = os.fork()
        if child == 0:
            be_child(length, limits, self.layers, report_end, printed_end)
        os.close(report_end)
        os.close(printed_end)
        watch = Watch(child, report, printed, limits, self.buffer)
        try:
            watch.until_end()
        finally:
            os.close(report)
            os.close(printed)
            self.buffer[:] = bytes(CHUNK)
        if not watch.began:
            raise EOFError("the child broke off before it had read its request")
        post(1, b"E", watch.ending())


def be_child(length: int, limits: Limits, layers: tuple[Layer, ...], report: int, printed: int) -> None:
    """What the forked child does; it never comes back."""
    status = 1
    try:
        os.setpgid(0, 0)
        request = read_exactly(0, length)
        nothing, closed = os.pipe()
        for source, target in ((nothing, 0), (printed, 1), (printed, 2), (report, RESULT)):
            # Between descriptors that all lie above the targets
            os.dup2(source, target)
        os.close(closed)
        post(RESULT, b"B", b"")
        give_way()
        confine.apply(layers, limits)
        submission.run(request, limits)
        status = 0
    except MemoryError:
        status = NO_MEMORY_TO_TELL
        post(RESULT, b"m", NO_TRACEBACK)
    except BaseException as error:
        try:
            post(RESULT, b"F", encode(f"{type(error).__name__}: {error}"))
        except MemoryError:
            status = NO_MEMORY_TO_TELL
    finally:
        os._exit(status)


def give_way() -> None:
    """The server and the application come first; and should all memory run out, the kernel ends this child alone."""
    os.nice(5)
    try:
        with open("/proc/self/oom_score_adj", "wb", buffering=0) as score:
            score.write(b"1000")
    except OSError:
        pass


class Watch:
    """Follows one child: passes on what it says, ends it when it exceeds a limit, and buries it."""

    def __init__(self, child: int, report: int, printed: int, limits: Limits, buffer: bytearray) -> None:
        self.child, self.report, self.printed = child, report, printed
        self.limits, self.buffer = limits, buffer
        self.started = time.monotonic()
        self.began = False
        self.asked = False
        self.kept_waiting = 0.0
        self.killed = b""
        self.odd = False
        self.status = 0
        self.cpu = 0.0
        self.resident = 0
        # Reports are longer than what they carry: letters, lengths, one per print, and notes of a watched run
        self.allowed = {self.report: self.limits.result + 20 * self.limits.output + (2 << 20)}
        self.allowed[self.printed] = self.limits.output
        self.poll = select.poll()
        for descriptor in (self.report, self.printed):
            os.set_blocking(descriptor, False)
            self.poll.register(descriptor, select.POLLIN)
        self.open = {self.report, self.printed}

    def until_end(self) -> None:
        while not self.buried():
            left = self.started + self.limits.wall + self.kept_waiting - time.monotonic()
            if left <= 0 and not self.asked:
                self.kept_waiting = min(PATIENCE, waited_for_a_processor(self.child))
                left = self.started + self.limits.wall + self.kept_waiting - time.monotonic()
            if left <= -LAST_WORDS:
                self.kill(b"w")
            elif left <= 0 and not self.asked:
                self.asked = True
                os.kill(self.child, submission.WALL_SIGNAL)
            # With both pipes closed, nothing but the end is awaited
            pause = min(max(left, 0.001), BREATH) if self.open else 0.0005
            for descriptor, _ in self.poll.poll(pause * 1000):
                if descriptor == 0:
                    self.obey()
                else:
                    self.relay(descriptor)
        for descriptor in list(self.open):
            while descriptor in self.open and self.relay(descriptor):
                pass
        self.odd = end_descendants()

    def obey(self) -> None:
        command = os.read(0, 1)
        if command == b"":
            self.poll.unregister(0)
        self.kill(b"c")

    def relay(self, descriptor: int) -> bool:
        """Passes on what a pipe holds; false if it holds nothing now."""
        try:
            count = os.readv(descriptor, [self.buffer])
        except BlockingIOError:
            return False
        if count == 0:
            self.poll.unregister(descriptor)
            self.open.remove(descriptor)
            return False
        if not self.began and descriptor == self.report:
            # The child has read its request: what comes now is for the server
            self.began = True
            self.poll.register(0, select.POLLIN)
        count = min(count, self.allowed[descriptor])
        self.allowed[descriptor] -= count
        with memoryview(self.buffer) as view, view[:count] as said:
            post(1, b"C" if descriptor == self.report else b"P", said)
        if self.allowed[descriptor] == 0:
            self.kill(b"r" if descriptor == self.report else b"o")
        return True

    def kill(self, why: bytes) -> None:
        self.killed = self.killed or why
        for end in (os.kill, os.killpg):
            try:
                end(self.child, signal.SIGKILL)
            except OSError:
                pass  # Already dead, or not yet a group of its own

    def buried(self) -> bool:
        dead, status, usage = os.wait4(self.child, os.WNOHANG)
        if dead == 0:
            return False
        self.status = os.waitstatus_to_exitcode(status)
        self.cpu = usage.ru_utime + usage.ru_stime
        self.resident = usage.ru_maxrss
        return True

    def ending(self) -> bytes:
        """By itself (x), by a signal (s), or ended for time (t processor, w wall), printing, results, or on request."""
        why = self.killed or (b"x" if self.status >= 0 else b"s")
        # The kernel's two measures of processor time differ a little
        if self.status == -signal.SIGXCPU or (self.status == -signal.SIGKILL and self.cpu >= self.limits.cpu * 0.9):
            why = self.killed or b"t"
        elif self.status == -submission.WALL_SIGNAL and self.asked:
            why = self.killed or b"w"
        wall = time.monotonic() - self.started
        return ENDING.pack(why, abs(self.status), self.cpu, wall, self.resident, self.odd)


def waited_for_a_processor(child: int) -> float:
    """The seconds that a process was ready to run while others ran; 0 where the kernel does not tell."""
    try:
        with open(f"/proc/{child}/schedstat", "rb") as schedstat:
            return int(schedstat.read().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def adopt_orphans() -> None:
    """What a child leaves behind becomes a child of this server, which ends it."""
    try:
        confine._libc().prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    except OSError:
        pass


def end_descendants() -> bool:
    """Ends what is still there after the child; true if there was anything, which seccomp does not let happen."""
    found = False
    while True:
        try:
            dead, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return found
        found = True
        if dead == 0:
            for orphan in children():
                os.kill(orphan, signal.SIGKILL)
            time.sleep(0.001)


def children() -> list[int]:
    with open("/proc/thread-self/children", "rb") as listed:
        return [int(number) for number in listed.read().split()]
