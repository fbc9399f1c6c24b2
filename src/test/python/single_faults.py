"""Makes variants of a function in which one thing is wrong, as learners write them.

Run with files, prints one JSON object a line for each variant: {"file", "id", "category", "line", "description", "source"}.
A variant is another program than the original and than every variant before it; whether it also behaves otherwise,
only running it can tell.
"""

from __future__ import annotations

import ast
import copy
import json
import pathlib
import sys
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple


class Fault(NamedTuple):
    id: str
    category: str
    line: int
    description: str
    source: str


class Change(NamedTuple):
    """What to put in a node's place; None deletes a statement."""

    category: str
    make: Callable[[Any], ast.AST | None]


ARITHMETIC: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub, ast.Mult],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Add, ast.Div],
    ast.Div: [ast.Mult],
    ast.FloorDiv: [ast.Mult],
    ast.MatMult: [ast.Mult],
}
COMPARISONS: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Eq: [ast.NotEq, ast.GtE, ast.LtE, ast.Gt, ast.Lt],
    ast.NotEq: [ast.Eq],
}
FUNCTIONS = {
    "max": ["min", "sum", "mean", "argmax"],
    "mean": ["sum", "max", "median"],
    "sum": ["mean", "max", "prod"],
    "zeros": ["ones"],
    "ones": ["zeros"],
    "dot": ["outer", "multiply"],
    "argmax": ["argmin"],
    "stack": ["concatenate"],
    "concatenate": ["stack"],
    "shape": ["size"],
}
WORDS = {"max": ["average"], "average": ["max"], "stride": ["pad", "f"], "pad": ["stride"], "f": ["stride"]}

# Names of one group play the same part, so that one is easily written for another.
GROUPS = [
    {"i", "h", "w", "c", "j", "k"},
    {"n_H", "n_W"},
    {"n_H_prev", "n_W_prev"},
    {"n_H", "n_H_prev", "height"},
    {"n_W", "n_W_prev", "width"},
    {"n_C", "n_C_prev", "m"},
    {"f", "stride", "pad"},
    {"vert_start", "horiz_start"},
    {"vert_end", "horiz_end"},
    {"vert_start", "vert_end"},
    {"horiz_start", "horiz_end"},
    {"rows", "columns"},
    {"top", "left"},
    {"height", "width"},
    {"x", "mask", "g"},
    {"dA", "dA_prev"},
    {"dW", "W", "db", "b"},
    {"X", "X_pad"},
    {"A_prev", "A_prev_pad", "A_pad", "a_prev", "a_prev_pad"},
    {"dA_prev", "dA_prev_pad", "dA_pad", "da_prev_pad", "da"},
    {"A_prev", "A", "Z", "a_slice", "a_slice_prev"},
    {"a_slice_prev", "s", "W"},
    {"weights", "biases"},
    {"dZ", "A_prev", "dA"},
]
STEPPED = {name for group in GROUPS[:9] for name in group} | {"start", "top", "left"}
NEGATED = {"W", "b", "dZ", "dA", "g", "dz", "X", "x", "s", "Z", "average", "a_slice", "a_slice_prev", "weights", "da", "mask", "share"}
WRAPPERS = {"zero_pad", "int", "float", "ravel", "item", "copy", "transpose", "sum", "mean", "max", "broadcast_to", "create_mask_from_window"}


def faults(source: str) -> list[Fault]:
    """All variants of a source text."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        node.number = number  # type: ignore[attr-defined]
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    seen = {ast.unparse(tree)}
    found: list[Fault] = []
    for node in ast.walk(tree):
        for change in changes(node, parents.get(node), names):
            variant = apply(tree, node, change)
            if variant is None or variant in seen:
                continue
            seen.add(variant)
            line = line_of(node, parents)
            found.append(Fault(str(len(found)), change.category, line, describe(source, variant), variant))
    return found


def apply(tree: ast.Module, node: ast.AST, change: Change) -> str | None:
    """The text of the tree with one node changed; None if that is no program."""

    class Replace(ast.NodeTransformer):
        def visit(self, visited: ast.AST) -> Any:
            if getattr(visited, "number", None) == node.number:  # type: ignore[attr-defined]
                return change.make(visited)
            return self.generic_visit(visited)

    changed = Replace().visit(copy.deepcopy(tree))
    for statement in ast.walk(changed):
        if isinstance(statement, (ast.FunctionDef, ast.For, ast.If)) and not statement.body:
            statement.body = [ast.Pass()]
    try:
        text = ast.unparse(ast.fix_missing_locations(changed))
        compile(text, "variant", "exec")
    except (SyntaxError, ValueError, TypeError, AttributeError):
        return None
    return text


def line_of(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> int:
    while not hasattr(node, "lineno") and node in parents:
        node = parents[node]
    return getattr(node, "lineno", 0)


def describe(source: str, variant: str) -> str:
    """The first line that differs, before and after."""
    before, after = ast.unparse(ast.parse(source)).splitlines(), variant.splitlines()
    for old, new in zip(before, after):
        if old != new:
            rest = len(before) > len(after) and new.strip() != "pass"
            return f"{old.strip()}  ->  {'(deleted)' if rest else new.strip()}"
    return f"{before[-1].strip()}  ->  (deleted)"


def changes(node: ast.AST, parent: ast.AST | None, names: set[str]) -> Iterator[Change]:
    match node:
        case ast.BinOp():
            yield from arithmetic(node)
        case ast.UnaryOp(operand=operand):
            yield Change("operators", lambda n: n.operand)
        case ast.Compare(ops=[operator]):
            for other in COMPARISONS.get(type(operator), []):
                yield Change("operators", lambda n, o=other: ast.Compare(n.left, [o()], n.comparators))
        case ast.Constant():
            yield from constant(node)
        case ast.Name(ctx=ast.Load()):
            yield from name(node, names)
        case ast.Subscript():
            yield from subscript(node)
        case ast.Slice():
            yield from bounds(node)
        case ast.AugAssign():
            yield Change("accumulation", lambda n: ast.Assign([n.target], n.value))
            yield Change("accumulation", lambda n: ast.AugAssign(n.target, ast.Sub(), n.value))
            yield Change("accumulation", lambda n: ast.AugAssign(n.target, ast.Mult(), n.value))
        case ast.Assign(targets=[ast.Subscript()]):
            yield Change("accumulation", lambda n: ast.AugAssign(n.targets[0], ast.Add(), n.value))
        case ast.Call():
            yield from call(node)
        case ast.Attribute(attr=attribute):
            for other in FUNCTIONS.get(attribute, []):
                yield Change("functions", lambda n, o=other: ast.Attribute(n.value, o, n.ctx))
        case ast.Tuple() | ast.List():
            yield from order(node, parent)
        case ast.If():
            yield Change("conditions", lambda n: ast.If(ast.Constant(True), n.body, n.orelse))
            yield Change("conditions", lambda n: ast.If(ast.Constant(False), n.body, n.orelse))
        case ast.IfExp():
            yield Change("conditions", lambda n: n.body)
            yield Change("conditions", lambda n: n.orelse)
    if isinstance(node, ast.Return) and node.value is not None:
        yield from returned(node)
    if isinstance(node, (ast.Assign, ast.AugAssign, ast.For, ast.If, ast.Return)):
        yield Change("lost statements", lambda n: None)
    if isinstance(node, (ast.For, ast.If)):
        yield Change("lost statements", lambda n: n.body)
    if isinstance(node, ast.For):
        yield Change("lost statements", first_round_only)


def first_round_only(loop: ast.For) -> ast.For:
    """The loop with a return, or a break, that is indented too far."""
    return ast.For(loop.target, loop.iter, [*loop.body, ast.Break()], loop.orelse)


def arithmetic(node: ast.BinOp) -> Iterator[Change]:
    for other in ARITHMETIC.get(type(node.op), []):
        yield Change("operators", lambda n, o=other: ast.BinOp(n.left, o(), n.right))
    yield Change("operators", lambda n: n.left)
    yield Change("operators", lambda n: n.right)
    match node.op:
        case ast.FloorDiv():
            yield Change("division", lambda n: ast.BinOp(n.left, ast.Div(), n.right))
            up = ast.parse("int(np.ceil(0))", mode="eval").body
            yield Change("division", lambda n: wrapped(up, ast.BinOp(n.left, ast.Div(), n.right)))
        case ast.Div():
            yield Change("division", lambda n: ast.BinOp(n.left, ast.FloorDiv(), n.right))
    # Parentheses that are left out: a op (b op c) becomes (a op b) op c, and (a op b) op c becomes a op (b op c)
    if isinstance(node.left, ast.BinOp):
        yield Change(
            "operators",
            lambda n: ast.BinOp(n.left.left, n.left.op, ast.BinOp(n.left.right, n.op, n.right)),
        )
    if isinstance(node.right, ast.BinOp):
        yield Change(
            "operators",
            lambda n: ast.BinOp(ast.BinOp(n.left, n.op, n.right.left), n.right.op, n.right.right),
        )


def wrapped(template: ast.expr, inner: ast.expr) -> ast.expr:
    """The template with its innermost argument replaced."""
    outer = copy.deepcopy(template)
    at: Any = outer
    while isinstance(at.args[0], ast.Call):
        at = at.args[0]
    at.args[0] = inner
    return outer


def constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield Change("constants", lambda n: ast.Constant(not n.value))
    elif isinstance(value, int):
        others = [value + 1, value - 1, 0, 1, -value]
        for other in dict.fromkeys(number for number in others if number != value):
            yield Change("constants", lambda n, o=other: ast.Constant(o))
    elif isinstance(value, str):
        for word in WORDS.get(value, []):
            yield Change("names", lambda n, w=word: ast.Constant(w))


def name(node: ast.Name, names: set[str]) -> Iterator[Change]:
    others = sorted({other for group in GROUPS if node.id in group for other in group & names} - {node.id})
    for other in others:
        yield Change("names", lambda n, o=other: ast.Name(o, n.ctx))
    if node.id in STEPPED:
        for operator in (ast.Add, ast.Sub):
            yield Change("constants", lambda n, o=operator: ast.BinOp(n, o(), ast.Constant(1)))
        for value in (0, 1):
            yield Change("constants", lambda n, v=value: ast.Constant(v))
    if node.id in NEGATED:
        yield Change("operators", lambda n: ast.UnaryOp(ast.USub(), n))


def subscript(node: ast.Subscript) -> Iterator[Change]:
    if isinstance(node.ctx, ast.Load):
        yield Change("indices", lambda n: n.value)
    if isinstance(node.slice, ast.Tuple):
        places = range(len(node.slice.elts))
        for place in places:
            yield Change("indices", lambda n, p=place: with_elements(n, [*n.slice.elts[:p], *n.slice.elts[p + 1 :]]))
            if not isinstance(node.slice.elts[place], ast.Slice):
                yield Change(
                    "indices",
                    lambda n, p=place: with_elements(n, [*n.slice.elts[:p], ast.Slice(), *n.slice.elts[p + 1 :]]),
                )
    elif isinstance(node.slice, ast.Name):
        yield Change("indices", lambda n: ast.Subscript(n.value, ast.Slice(), n.ctx))


def with_elements(node: ast.Subscript, elements: list[ast.expr]) -> ast.Subscript:
    index: ast.expr = elements[0] if len(elements) == 1 else ast.Tuple(elements, ast.Load())
    return ast.Subscript(node.value, index, node.ctx)


def bounds(node: ast.Slice) -> Iterator[Change]:
    if node.lower is not None:
        yield Change("bounds", lambda n: ast.Slice(None, n.upper, n.step))
        yield Change("bounds", lambda n: ast.Slice(stepped(n.lower, ast.Add), n.upper, n.step))
    if node.upper is not None:
        yield Change("bounds", lambda n: ast.Slice(n.lower, None, n.step))
        for operator in (ast.Add, ast.Sub):
            yield Change("bounds", lambda n, o=operator: ast.Slice(n.lower, stepped(n.upper, o), n.step))
    if node.step is not None:
        yield Change("bounds", lambda n: ast.Slice(n.lower, n.upper, None))
    if node.lower is not None and node.upper is not None:
        yield Change("bounds", lambda n: ast.Slice(n.lower, ast.UnaryOp(ast.USub(), n.lower), n.step))


def stepped(value: ast.expr, operator: type[ast.operator]) -> ast.expr:
    return ast.BinOp(value, operator(), ast.Constant(1))


def call(node: ast.Call) -> Iterator[Change]:
    match node.func:
        case ast.Name(id="range"):
            yield Change("bounds", lambda n: with_arguments(n, [ast.Constant(1), n.args[0]]))
            yield Change("bounds", lambda n: with_arguments(n, [stepped(n.args[0], ast.Sub)]))
            yield Change("bounds", lambda n: with_arguments(n, [stepped(n.args[0], ast.Add)]))
            yield Change("bounds", lambda n: with_arguments(n, [ast.Constant(0), n.args[0], ast.Constant(2)]))
        case ast.Attribute(value=value, attr=attribute) if attribute in WRAPPERS and not node.args:
            yield Change("lost calls", lambda n: n.func.value)
        case ast.Name(id=called) | ast.Attribute(attr=called) if called in WRAPPERS and node.args:
            yield Change("lost calls", lambda n: n.args[0])
    for place in range(len(node.args) - 1):
        yield Change("order", lambda n, p=place: with_arguments(n, exchanged(n.args, p)))
    for keyword in node.keywords:
        category = {"axis": "axes", "axes": "axes", "keepdims": "axes", "dtype": "dtype"}.get(str(keyword.arg), "axes")
        yield Change(category, lambda n, k=keyword.arg: without_keyword(n, str(k)))
    if isinstance(node.func, ast.Attribute) and node.func.attr in {"zeros", "ones", "full"}:
        for dtype in ("int", "bool", "float"):
            yield Change(
                "dtype",
                lambda n, d=dtype: ast.Call(n.func, n.args, [ast.keyword("dtype", ast.Name(d, ast.Load()))]),
            )


def with_arguments(node: ast.Call, arguments: list[ast.expr]) -> ast.Call:
    return ast.Call(node.func, arguments, node.keywords)


def without_keyword(node: ast.Call, name: str) -> ast.Call:
    return ast.Call(node.func, node.args, [keyword for keyword in node.keywords if keyword.arg != name])


def exchanged(elements: list[ast.expr], place: int) -> list[ast.expr]:
    """The elements with one and its neighbour in each other's place."""
    return [*elements[:place], elements[place + 1], elements[place], *elements[place + 2 :]]


def order(node: ast.Tuple | ast.List, parent: ast.AST | None) -> Iterator[Change]:
    category = "indices" if isinstance(parent, ast.Subscript) else "order"
    for place in range(len(node.elts) - 1):
        yield Change(category, lambda n, p=place: type(n)(exchanged(n.elts, p), n.ctx))
    if category == "order" and isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        for place in range(len(node.elts)):
            yield Change("order", lambda n, p=place: type(n)([*n.elts[:p], *n.elts[p + 1 :]], n.ctx))


def returned(node: ast.Return) -> Iterator[Change]:
    if isinstance(node.value, ast.Tuple):
        yield Change("order", lambda n: ast.Return(n.value.elts[0]))
        yield Change("dtype", lambda n: ast.Return(ast.Tuple([as_integers(n.value.elts[0]), *n.value.elts[1:]], ast.Load())))
    else:
        yield Change("dtype", lambda n: ast.Return(as_integers(n.value)))


def as_integers(value: ast.expr) -> ast.expr:
    return ast.Call(ast.Attribute(value, "astype", ast.Load()), [ast.Name("int", ast.Load())], [])


def main(files: list[str]) -> None:
    for file in files:
        for fault in faults(pathlib.Path(file).read_text(encoding="utf-8")):
            print(json.dumps({"file": file, **fault._asdict()}))


if __name__ == "__main__":
    main(sys.argv[1:])
