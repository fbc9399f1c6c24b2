"""Several functions of one file in one process, each in a module of its own: quicker than a process for each.

What comes out counts only if all of them are right, and if none has changed NumPy for the others: see SharedRun in Java.
"""

from __future__ import annotations

import sys
import types

from .modules import MODULES

modules: dict[str, types.ModuleType] = {}
untouched: dict[types.ModuleType, dict[str, object]] = {}


def together(name: str, *arguments: object) -> object:
    """Calls the function of this name; without one, loads them, or tells whether all is as it was."""
    if name:
        sys.modules["__main__"] = modules[name]
        return getattr(modules[name], name)(*arguments)
    if arguments:
        load(*arguments)  # type: ignore[arg-type]
    return all(vars(module) == before for module, before in untouched.items())


def load(names: tuple[str, ...], befores: tuple[str, ...], sources: tuple[str, ...]) -> None:
    for name in ("builtins", *MODULES):
        if name in sys.modules:
            untouched[sys.modules[name]] = dict(vars(sys.modules[name]))
    for name, before, source in zip(names, befores, sources):
        module = types.ModuleType("__main__")
        modules[name] = sys.modules["__main__"] = module
        exec(compile(before, "<stride>", "exec", dont_inherit=True), vars(module))
        exec(compile(source, "<code>", "exec", dont_inherit=True), vars(module))
