"""Whether a function is still as its exercise hands it out, in any of the editions that learners bring.

Editions leave gaps in three ways: `None` in place of an expression, an empty stretch between two comments such as `START CODE HERE`,
or `raise NotImplementedError`. A function counts as unsolved if there is a gap and nothing that anybody has written: a single
expression of one's own is an attempt.
"""

from __future__ import annotations

import ast
import re

BEGIN = re.compile(r"#.*(START CODE HERE|CODE STARTS HERE|YOUR CODE HERE)", re.IGNORECASE)
END = re.compile(r"#.*(END CODE|CODE ENDS HERE)", re.IGNORECASE)

Stretch = tuple[int, int]


def is_unsolved(function: ast.stmt, lines: list[str]) -> bool:
    """`lines` are those of the cell that the function is in."""
    if isinstance(function, ast.Assign):
        return is_nothing(function.value)
    if not isinstance(function, ast.FunctionDef):
        return False
    stretches = own_stretches(lines, function.lineno, function.end_lineno or function.lineno)
    gaps = [is_gap(statement) for statement in statements(function.body)]
    written = [
        statement
        for statement, gap in zip(statements(function.body), gaps)
        if not gap and not is_handed_out(statement, stretches)
    ]
    return not written and (any(gaps) or bool(stretches))


def own_stretches(lines: list[str], first: int, last: int) -> list[Stretch]:
    """The lines between the comments that say where one's own code goes."""
    stretches, begun = [], None
    for number in range(first, last + 1):
        line = lines[number - 1]
        if END.search(line) and begun is not None:
            stretches.append((begun, number))
            begun = None
        elif BEGIN.search(line):
            begun = number
    if begun is not None:
        stretches.append((begun, last))
    return stretches


def statements(body: list[ast.stmt]) -> list[ast.stmt]:
    """All statements, those inside of others after them; the documentation left out."""
    found = []
    for statement in body:
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)) or is_dots(statement):
            found.append(statement)
        for block in ("body", "orelse"):
            found += statements(getattr(statement, block, []))
    return found


def is_dots(statement: ast.Expr) -> bool:
    return isinstance(statement.value, ast.Constant) and statement.value.value is ...


def is_gap(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Pass) or (isinstance(statement, ast.Expr) and is_constant(statement.value, ...)):
        return True
    if isinstance(statement, ast.Raise):
        raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    if isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
        return statement.value is not None and is_nothing(statement.value)
    if isinstance(statement, ast.For):
        return is_nothing(statement.iter)
    if isinstance(statement, (ast.If, ast.While)):
        return is_nothing(statement.test)
    return isinstance(statement, ast.Return) and statement.value is not None and is_nothing(statement.value)


def is_nothing(value: ast.expr) -> bool:
    """`None`, a tuple of it, or `range(None)`."""
    if isinstance(value, ast.Tuple):
        return bool(value.elts) and all(is_nothing(part) for part in value.elts)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "range":
        return bool(value.args) and all(is_nothing(part) for part in value.args)
    return is_constant(value, None)


def is_constant(value: ast.expr, what: object) -> bool:
    return isinstance(value, ast.Constant) and value.value is what


def is_handed_out(statement: ast.stmt, stretches: list[Stretch]) -> bool:
    """Whether every edition, or this one outside of where one's own code goes, has such a statement."""
    if isinstance(statement, ast.Assert) or (isinstance(statement, ast.If) and is_about_the_mode(statement.test)):
        return True
    if isinstance(statement, ast.Return):
        return not computes(statement)
    if any(begin <= statement.lineno <= end for begin, end in stretches):
        return False
    return isinstance(statement, ast.Assign) and (bool(stretches) or only_reads(statement.value))


def is_about_the_mode(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "mode"


def only_reads(value: ast.expr) -> bool:
    """A name, a tuple of names, a `.shape`, an entry of a dictionary."""
    if isinstance(value, ast.Tuple):
        return all(only_reads(part) for part in value.elts)
    if isinstance(value, ast.Attribute):
        return value.attr == "shape" and isinstance(value.value, ast.Name)
    if isinstance(value, ast.Subscript):
        return isinstance(value.value, ast.Name) and isinstance(value.slice, ast.Constant)
    return isinstance(value, ast.Name)


def computes(node: ast.AST) -> bool:
    return any(isinstance(part, (ast.Call, ast.BinOp, ast.Compare, ast.Subscript)) for part in ast.walk(node))
