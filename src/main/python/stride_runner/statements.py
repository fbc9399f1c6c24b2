"""What a statement outside of all functions means to the others: which names it gives, needs and changes."""

from __future__ import annotations

import ast
import dis
import types

LOADS = {"LOAD_GLOBAL", "LOAD_NAME", "DELETE_GLOBAL", "STORE_GLOBAL"}
LOST = {"int", "float", "bool", "object", "str", "long", "complex"}  # Such as np.int, from before NumPy 1.24
BLOCKS = (ast.If, ast.Try)


def bound(node: ast.stmt) -> set[str]:
    """The names that a statement gives a meaning to, `*` for all of a module; none if it is no definition."""
    if is_future(node):
        return set()
    if is_import(node):
        return {bound_by(alias) for alias in node.names}
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        plain = (ast.Name, ast.Tuple, ast.List, ast.Starred)
        parts = [part for target in targets if isinstance(target, plain) for part in ast.walk(target)]
        return {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
    if isinstance(node, BLOCKS) and not is_main(node):
        inner = [part for block in blocks(node) for part in block]
        names = [bound(part) for part in inner]
        definitions = all(name or tells_at_most(part) for name, part in zip(names, inner))
        return set().union(*names) if definitions else set()
    return set()


def is_import(node: ast.stmt) -> bool:
    return isinstance(node, (ast.Import, ast.ImportFrom))


def is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def tells_at_most(node: ast.stmt) -> bool:
    """Whether a statement beside definitions does nothing but print or raise."""
    if isinstance(node, ast.Expr):
        called = node.value.func if isinstance(node.value, ast.Call) else None
        return isinstance(node.value, ast.Constant) or (isinstance(called, ast.Name) and called.id == "print")
    return isinstance(node, (ast.Pass, ast.Raise))


def blocks(node: ast.stmt) -> list[list[ast.stmt]]:
    handlers = [handler.body for handler in getattr(node, "handlers", [])]
    return [*(getattr(node, name, []) for name in ("body", "orelse", "finalbody")), *handlers]


def is_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and any(
        isinstance(part, ast.Name) and part.id == "__name__" for part in ast.walk(node.test)
    )


def needs(node: ast.stmt, flags: int) -> set[str]:
    """The names that a statement looks up outside of its own functions; raises SyntaxError if it cannot be compiled."""
    found: set[str] = set()
    module = ast.Module([node], [])
    waiting = [compile(module, "<code>", "exec", flags, dont_inherit=True)]
    while waiting:
        code = waiting.pop()
        found |= {step.argval for step in dis.get_instructions(code) if step.opname in LOADS}
        waiting += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return found


def words(node: ast.stmt) -> set[str]:
    """The names of modules and functions that a statement mentions."""
    found = set()
    for part in ast.walk(node):
        if isinstance(part, ast.alias):
            found |= set(part.name.split("."))
        elif isinstance(part, ast.ImportFrom):
            found |= set((part.module or "").split("."))
        elif isinstance(part, ast.Call):
            called = part.func
            found.add(called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", ""))
    return found


def defines(node: ast.stmt, wanted: set[str]) -> bool:
    """Whether a statement may make a function: one that stores what a function returned does not."""
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        return not called(node) & wanted
    return not isinstance(node, ast.AugAssign)


def called(node: ast.stmt) -> set[str]:
    """The plain names of what a statement calls."""
    functions = [part.func for part in ast.walk(node) if isinstance(part, ast.Call)]
    return {part.id for part in functions if isinstance(part, ast.Name)}


def amended(node: ast.stmt, modules: set[str]) -> set[str]:
    """The names whose values an assignment changes inside; of a module's only what newer versions have lost."""
    if not isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)) or node.value is None:
        return set()
    found = set()
    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
        lost = isinstance(target, ast.Attribute) and target.attr in LOST
        while isinstance(target, (ast.Attribute, ast.Subscript)):
            target = target.value
            if isinstance(target, ast.Name) and (lost or target.id not in modules):
                found.add(target.id)
    return found


def name_of(node: ast.stmt) -> str:
    return node.name if isinstance(node, (ast.FunctionDef, ast.ClassDef)) else ""


def bound_by(alias: ast.alias) -> str:
    return alias.asname or alias.name.split(".")[0]
