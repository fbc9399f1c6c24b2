"""What a learner's code may no longer do, layer by layer, each proved by a probe that tries it.

A child applies the layers in the order of LAYERS before the learner's first line. They overlap on purpose: a file that
seccomp does not let open is also outside every path of Landlock, and there is no descriptor left to open it with.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import mmap
import os
import resource
import signal
import sys
from dataclasses import dataclass
from typing import Callable

RESULT = 3  # The descriptor that results leave by; 0 is at its end, 1 and 2 lead to what is printed
NOBODY = 65534


@dataclass(frozen=True)
class Limits:
    """What one submission may use: seconds and bytes."""

    wall: float
    cpu: float
    memory: int
    output: int
    result: int


@dataclass(frozen=True)
class Layer:
    """One thing taken away, and the attempt that must then fail: `attempt` returns what it still could do, or None."""

    name: str
    apply: Callable[[Limits], None]
    attempt: Callable[[Limits], "str | None"]


# --- Descriptors: none but the four that lead to the server --------------------------------------------------------------


def close_descriptors(limits: Limits) -> None:
    os.closerange(RESULT + 1, max(resource.getrlimit(resource.RLIMIT_NOFILE)[0], 1024))


def use_a_descriptor(limits: Limits) -> str | None:
    for descriptor in range(RESULT + 1, 1024):
        try:
            os.fstat(descriptor)
            return f"descriptor {descriptor} is open"
        except OSError:
            pass
    return None


# --- Privileges: root becomes nobody; anyone else is what they were -------------------------------------------------------


def drop_privileges(limits: Limits) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def become_root(limits: Limits) -> str | None:
    try:
        os.setuid(0)
        return "could become root"
    except OSError:
        return None


# --- Leash: the child dies with its server --------------------------------------------------------------------------------

PR_SET_PDEATHSIG, PR_GET_PDEATHSIG = 1, 2


def tie_to_server(limits: Limits) -> None:
    _check("prctl", _libc().prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0))
    if os.getppid() == 1:
        raise OSError(errno.ESRCH, "the server is gone")


def outlive_server(limits: Limits) -> str | None:
    chosen = ctypes.c_int(0)
    _libc().prctl(PR_GET_PDEATHSIG, ctypes.byref(chosen), 0, 0, 0)
    return None if chosen.value == signal.SIGKILL else "would outlive its server"


# --- No new privileges: no program gives more rights than there are; Landlock and seccomp ask for it ----------------------

PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS = 38, 39


def set_no_new_privileges(limits: Limits) -> None:
    _check("prctl", _libc().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))


def gain_privileges(limits: Limits) -> str | None:
    return None if _libc().prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 else "may gain privileges"


# --- Landlock: a ruleset that handles every access and allows no path and no port -----------------------------------------

# The numbers are the same on every architecture
LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF, LANDLOCK_CREATE_RULESET_VERSION = 444, 446, 1
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # How many rights of files the kernel's version knows
BIND_AND_CONNECT = 0b11  # From version 4
ABSTRACT_SOCKETS_AND_SIGNALS = 0b11  # From version 6


def restrict_paths(limits: Limits) -> None:
    set_no_new_privileges(limits)
    version = _landlock(LANDLOCK_CREATE_RULESET, None, 0, LANDLOCK_CREATE_RULESET_VERSION)
    attributes = (ctypes.c_uint64 * 3)(
        (1 << FILE_RIGHTS[min(version, 5)]) - 1,
        BIND_AND_CONNECT if version >= 4 else 0,
        ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0,
    )
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = _landlock(LANDLOCK_CREATE_RULESET, ctypes.byref(attributes), size, 0)
    _landlock(LANDLOCK_RESTRICT_SELF, ctypes.c_long(ruleset), ctypes.c_long(0))
    os.close(ruleset)


def open_a_path(limits: Limits) -> str | None:
    try:
        os.close(os.open("/", os.O_RDONLY))
        return "could open /"
    except OSError as error:
        return None if error.errno == errno.EACCES else f"opening /: {error}"


def _landlock(call: int, *arguments: object) -> int:
    return _check("landlock", _libc().syscall(ctypes.c_long(call), *arguments))


# --- Limits: time, memory, files, processes -------------------------------------------------------------------------------


def set_limits(limits: Limits) -> None:
    cpu = max(1, int(limits.cpu + 0.999))
    _limit(resource.RLIMIT_CPU, cpu, cpu + 1)  # A signal that tells why, and a second later one that cannot be ignored
    _limit(resource.RLIMIT_AS, occupied() + limits.memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, RESULT + 1)
    _limit(resource.RLIMIT_MEMLOCK, 0)


def exceed_limits(limits: Limits) -> str | None:
    try:
        mmap.mmap(-1, limits.memory + (1 << 20))
        return "got more memory than allowed"
    except OSError:
        pass
    try:
        os.dup(RESULT)
        return "got another descriptor"
    except OSError:
        return None


@functools.cache
def occupied() -> int:
    """The address space that Python and NumPy take by themselves; a learner's memory comes on top."""
    return _pages(0) * resource.getpagesize()


def resident() -> int:
    """The memory in use. What the system calls the maximum may be that of the process which started this one."""
    return _pages(1) * resource.getpagesize() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _pages(kind: int) -> int:
    """All pages (0), or those in memory (1), where the system tells; else 0."""
    try:
        with open("/proc/self/statm", "rb") as statm:
            return int(statm.read().split()[kind])
    except OSError:
        return 0


def _limit(which: int, soft: int, hard: int | None = None) -> None:
    _, most = resource.getrlimit(which)
    hard = soft if hard is None else hard
    if most != resource.RLIM_INFINITY:
        soft, hard = min(soft, most), min(hard, most)
    resource.setrlimit(which, (soft, hard))


# --- seccomp: the system calls that arithmetic needs; every other one fails as not permitted ------------------------------

ALLOWED = """
    read write lseek close fstat poll ppoll select pselect6
    brk munmap mremap madvise futex
    rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall
    getpid gettid getrandom getrusage sched_yield time gettimeofday clock_gettime clock_getres nanosleep clock_nanosleep
    exit exit_group
""".split()
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
EQUAL, MASKED_EQUAL = 4, 7


class _Argument(ctypes.Structure):
    """struct scmp_arg_cmp: what an argument of a system call must be."""

    _fields_ = [
        ("argument", ctypes.c_uint),
        ("operator", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    ]


def filter_system_calls(limits: Limits) -> None:
    set_no_new_privileges(limits)
    seccomp = _libseccomp()
    context = seccomp.seccomp_init(REFUSE)
    if not context:
        raise OSError(errno.ENOSYS, "seccomp_init")
    # Memory, but none that can be executed
    for name in ("mmap", "mprotect"):
        _allow(seccomp, context, name, _Argument(2, MASKED_EQUAL, mmap.PROT_EXEC, 0))
    # abort() raises its signal in the own process; the filter of 64 bits compares the process alone
    own = _Argument(0, EQUAL, os.getpid(), 0)
    _allow(seccomp, context, "tgkill", own, _Argument(2, EQUAL, signal.SIGABRT, 0))
    for name in ALLOWED:
        _allow(seccomp, context, name)
    result = seccomp.seccomp_load(context)
    if result != 0:
        raise OSError(-result, "seccomp_load")


def break_out(limits: Limits) -> str | None:
    attempts: dict[str, Callable[[], object]] = {
        "open": lambda: os.open("/", os.O_RDONLY),
        "socket": _socket,
        "fork": os.fork,
        "execve": lambda: os.execv("/", ["/"]),
        "kill": lambda: os.kill(os.getppid(), 0),
        "ptrace": lambda: _check("ptrace", _libc().ptrace(16, os.getppid(), None, None)),
        "executable memory": lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
            return f"{name} was let through"
        except OSError as error:
            if error.errno != errno.EPERM:
                return f"{name}: {error}"
    return None


def _socket() -> None:
    _check("socket", _libc().socket(2, 1, 0))


def _allow(seccomp: ctypes.CDLL, context: int, name: str, *arguments: _Argument) -> None:
    number = seccomp.seccomp_syscall_resolve_name(name.encode())
    if number < 0:
        return  # Another architecture's
    array = (_Argument * len(arguments))(*arguments)
    result = seccomp.seccomp_rule_add_array(context, ALLOW, number, len(arguments), array)
    if result != 0:
        raise OSError(-result, f"seccomp rule {name}")


@functools.cache
def _libseccomp() -> ctypes.CDLL:
    library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
    pointer, action, count = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint
    library.seccomp_init.restype = pointer
    library.seccomp_init.argtypes = [action]
    library.seccomp_syscall_resolve_name.argtypes = [ctypes.c_char_p]
    library.seccomp_rule_add_array.argtypes = [pointer, action, ctypes.c_int, count, pointer]
    library.seccomp_load.argtypes = [pointer]
    return library


# --- The checklist --------------------------------------------------------------------------------------------------------

LAYERS = (
    Layer("descriptors", close_descriptors, use_a_descriptor),
    Layer("privileges", drop_privileges, become_root),
    Layer("leash", tie_to_server, outlive_server),
    Layer("no_new_privs", set_no_new_privileges, gain_privileges),
    Layer("landlock", restrict_paths, open_a_path),
    Layer("limits", set_limits, exceed_limits),
    Layer("seccomp", filter_system_calls, break_out),
)


def prepare() -> None:
    """Loads and measures, in the server, what its children will find already there."""
    occupied()
    for library in (_libc, _libseccomp):
        try:
            library()
        except OSError:
            pass  # The probe of the layer that needs it will say so


def apply(layers: tuple[Layer, ...], limits: Limits) -> None:
    """Takes everything away, for good; raises if any layer cannot be applied."""
    for layer in layers:
        layer.apply(limits)


def probe(layer: Layer, limits: Limits) -> str | None:
    """Applies one layer in a child that then tries what it forbids: None if it holds, else what went wrong."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(send, RESULT)
        try:
            layer.apply(limits)
            failure = layer.attempt(limits)
        except BaseException as error:
            failure = f"{type(error).__name__}: {error}"
        os.write(RESULT, b"holds" if failure is None else failure.encode()[:500])
        os._exit(0)
    os.close(send)
    with open(receive, "rb") as report:
        said = report.read().decode(errors="replace")
    os.waitpid(child, 0)
    return None if said == "holds" else said or "the probe died"


# --- The C library --------------------------------------------------------------------------------------------------------

@functools.cache
def _libc() -> ctypes.CDLL:
    if not sys.platform.startswith("linux"):
        raise OSError(errno.ENOSYS, "needs Linux")
    return ctypes.CDLL(None, use_errno=True)


def _check(name: str, result: int) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")
    return result
