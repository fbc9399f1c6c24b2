"""Which functions a file defines, and the code that each of them needs: parsed, never run.

The answer for a function is a whole program of as many lines as all cells together. Lines that the function does not need are
empty in it, so a line's number tells its cell and its place there.
"""

from __future__ import annotations

import __future__
import ast
import builtins
from dataclasses import dataclass, field

from .repair import Repaired, broken_function, exported_cell, pieces, repair
from .statements import (
    BLOCKS,
    amended,
    bound,
    bound_by,
    called,
    defines,
    is_future,
    is_import,
    name_of,
    needs,
    words,
)
from .unsolved import is_unsolved

DRAWING = {"matplotlib", "pylab", "seaborn", "plotly", "PIL", "cv2", "imageio", "bokeh", "skimage"}
FILES = {"h5py", "pandas", "load", "loadtxt", "genfromtxt", "imread", "open", "urlopen", "urlretrieve", "File"}
# What a value that a function needs may not be made with: it would be a test's data, not a constant
NOT_CONSTANT = FILES | {"random", "rand", "randn", "randint", "seed", "input", "print", "show", "get_ipython", "exit"}
COMPOUND = ("def ", "class ", "@", "if ", "try")
MOST_REMARKS = 200


@dataclass(eq=False)
class Statement:
    """A statement outside of all functions; `place` counts them."""

    place: int
    cell: int
    node: ast.stmt
    binds: set[str]
    needs: set[str] = field(default_factory=set)
    amends: set[str] = field(default_factory=set)  # Names whose values it changes, such as `f` in `f.calls = 0`

    @property
    def line(self) -> int:
        decorators = getattr(self.node, "decorator_list", [])
        return min([self.node.lineno, *(decorator.lineno for decorator in decorators)])


def outline(cells: tuple[str, ...], wanted: tuple[str, ...]) -> dict[str, object]:
    """What a file holds."""
    return described(File(cells, wanted))


def described(file: File) -> dict[str, object]:
    """See the keys at the end."""
    found = [file.function(name) for name in file.wanted if name in file.last]
    starts, line = [], 1
    for cell in file.cells:
        starts.append(line)
        line += len(cell.lines)
    return {
        "starts": tuple(starts),  # Of each cell, the line in a program where it begins
        "inserted": tuple(file.inserted),  # (cell, line) of each cell after the given ones, from which it was taken
        "functions": tuple(found),  # (name, cell, line, whether it is unsolved, program)
        "others": tuple((name, s.cell, s.node.lineno) for name, s in file.others()),  # (name, cell, line)
        "broken": tuple(file.broken[:MOST_REMARKS]),  # (cell, line, column, message, function or "")
        "remarks": tuple(file.remarks[:MOST_REMARKS]),  # (kind, cell, line, detail)
    }


class File:
    def __init__(self, cells: tuple[str, ...], wanted: tuple[str, ...]) -> None:
        self.wanted = wanted
        self.cells = [repair(cell) for cell in cells]
        self.inserted: list[tuple[int, int]] = []
        self.future = 0
        self.modules: set[str] = set()
        self.statements: list[Statement] = []
        self.broken: list[tuple[int, int, int, str, str]] = []
        self.remarks: list[tuple[str, int, int, str]] = []
        for place, cell in enumerate(self.cells):  # Which grow on the way
            self.remarks += [(kind, place, line, detail) for kind, line, detail in cell.remarks]
            self.read(place, cell)
        self.last: dict[str, Statement] = {}
        for statement in self.statements:
            for name in statement.binds:
                if not self.gives(statement, name) or (is_import(statement.node) and name in wanted and name in self.last):
                    continue  # Where the file has a function of its own, a module that is not here cannot replace it
                self.tell_if_redefined(name, statement)
                self.last[name] = statement
        self.tell_what_is_left_out()

    def read(self, place: int, cell: Repaired) -> None:
        if cell.error is None:
            self.add(place, cell.body)
            return
        line, column, message = cell.error
        self.broken.append((place, line, column, message, broken_function(cell.lines, line)))
        for first, text in pieces(cell.lines):
            piece = repair("\n" * (first - 1) + text)
            if piece.error is None:
                cell.lines[first - 1 : len(piece.lines)] = piece.lines[first - 1 :]
                self.add(place, piece.body)
            elif not first <= line < first + text.count("\n") + 1:
                self.broken.append((place, *piece.error, broken_function(cell.lines, piece.error[0])))

    def add(self, place: int, body: list[ast.stmt]) -> None:
        for node in body:
            self.tell_what_is_elsewhere(place, node)
            exported = exported_cell(node)
            if exported is not None:
                self.cells.append(repair(exported))
                self.inserted.append((place, node.lineno))
            if is_future(node):
                self.future |= __future__.annotations.compiler_flag
            statement = Statement(len(self.statements), place, node, bound(node))
            try:
                statement.needs = needs(node, self.future)
            except SyntaxError as error:  # Such as a return outside of all functions
                self.broken.append((place, error.lineno or 0, error.offset or 0, str(error.msg), name_of(node)))
                continue
            except (ValueError, RecursionError, MemoryError) as problem:
                self.broken.append((place, node.lineno, 0, str(problem) or "too deeply nested", name_of(node)))
                continue
            statement.amends = amended(node, self.modules)
            self.modules |= statement.binds if is_import(node) else set()
            self.statements.append(statement)

    def others(self) -> list[tuple[str, Statement]]:
        """Functions that are not among the wanted ones."""
        return [
            (name, statement)
            for name, statement in self.last.items()
            if isinstance(statement.node, ast.FunctionDef) and name not in self.wanted
        ]

    def function(self, name: str) -> tuple[str, int, int, bool, str]:
        statement = self.last[name]
        unsolved = self.is_unsolved(name)
        program = "" if unsolved else self.program(name)
        return name, statement.cell, statement.node.lineno, unsolved, program

    def program(self, name: str) -> str:
        """The function with all that it needs, every line at its place in the file."""
        kept = self.needed(name)
        self.tell_globals(kept, name)
        return self.text(kept)

    def needed(self, name: str, ready: tuple[str, ...] = ()) -> dict[int, set[str]]:
        """The places of the statements that a function needs, and which of their names; those that are `ready` stand elsewhere."""
        kept: dict[int, set[str]] = {}
        waiting = [(self.last[name], name)]
        while waiting:
            statement, bound_name = waiting.pop()
            if bound_name in kept.get(statement.place, ()) or not self.may_be_taken(statement, name):
                continue
            if statement.place not in kept:
                for need in sorted(statement.needs.difference(ready)):
                    waiting += [(found, need) for found in self.definitions(need, statement)]
            if isinstance(statement.node, BLOCKS):  # Which may leave the name as it was
                waiting += [(found, bound_name) for found in self.before(statement, bound_name)]
            kept.setdefault(statement.place, set()).add(bound_name)
            waiting += [(later, bound_name) for later in self.statements if bound_name in later.amends]
        return kept

    def definitions(self, name: str, user: Statement) -> list[Statement]:
        """What a name means to a function, which looks it up when called, or to a statement, which needs it before."""
        if not isinstance(user.node, (ast.FunctionDef, ast.ClassDef)):
            before = self.before(user, name)
            if before:
                return before
        if name in self.last:
            # Where one's own is unsolved, the right one stands already
            return [] if name in self.wanted and self.is_unsolved(name) else [self.last[name]]
        if hasattr(builtins, name):
            return []
        return [s for s in self.statements if "*" in s.binds]

    def before(self, user: Statement, name: str) -> list[Statement]:
        """The last definition of a name before this statement; none if there is none."""
        return [s for s in self.statements[: user.place] if name in s.binds and self.gives(s, name)][-1:]

    def gives(self, statement: Statement, name: str) -> bool:
        return name not in self.wanted or defines(statement.node, set(self.wanted))

    def is_unsolved(self, name: str) -> bool:
        statement = self.last[name]
        return is_unsolved(statement.node, self.cells[statement.cell].lines)

    def may_be_taken(self, statement: Statement, user: str) -> bool:
        node = statement.node
        if not isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)) or statement.binds & set(self.wanted):
            return True
        used = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
        used |= {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
        own = {name for name, definition in self.last.items() if isinstance(definition.node, ast.FunctionDef)}
        if used & (NOT_CONSTANT - own) or called(node) & set(self.wanted):
            name = min(statement.binds | statement.amends)
            self.remarks.append(("value_not_taken", statement.cell, node.lineno, f"{user} {name}"))
            return False
        return True

    def text(self, kept: dict[int, set[str]]) -> str:
        out = [[""] * len(cell.lines) for cell in self.cells]
        for place in sorted(kept):
            statement = self.statements[place]
            write(statement, kept[place], self.cells[statement.cell].lines, out[statement.cell])
        if self.future and not out[0][0].startswith(COMPOUND):
            # Nothing may come before it, but notebooks have it in any cell
            out[0][0] = "from __future__ import annotations" + ("; " + out[0][0] if out[0][0] else "")
        return "\n".join(line for lines in out for line in lines)

    # --- Remarks ----------------------------------------------------------------------------------------------------------

    def tell_if_redefined(self, name: str, later: Statement) -> None:
        earlier = self.last.get(name)
        if name in self.wanted and earlier is not None:
            self.remarks.append(("redefined", earlier.cell, earlier.node.lineno, name))

    def tell_what_is_elsewhere(self, place: int, node: ast.stmt) -> None:
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name in self.wanted:
                    self.remarks.append(("in_class", place, part.lineno, f"{node.name}.{part.name}"))
        elif not isinstance(node, ast.FunctionDef):
            for part in ast.walk(node):
                if isinstance(part, ast.FunctionDef) and part.name in self.wanted and part.name not in bound(node):
                    self.remarks.append(("in_block", place, part.lineno, part.name))
        if isinstance(node, ast.Expr) and "get_ipython" in words(node):
            self.remarks.append(("command", place, node.lineno, ""))

    def tell_globals(self, kept: dict[int, set[str]], name: str) -> None:
        """A value from outside with the name of a parameter is most often the test's, and used by mistake."""
        for place, names in kept.items():
            statement = self.statements[place]
            if isinstance(statement.node, (ast.Assign, ast.AnnAssign)) and name not in statement.binds:
                for used in sorted(word for word in names if not word.isupper()):
                    self.remarks.append(("value_from_outside", statement.cell, statement.node.lineno, f"{name} {used}"))

    def tell_what_is_left_out(self) -> None:
        for kind, telling in (("drawing", DRAWING), ("files", FILES)):
            for statement in self.statements:
                if not isinstance(statement.node, ast.FunctionDef) and words(statement.node) & telling:
                    self.remarks.append((kind, statement.cell, statement.node.lineno, ""))
                    break


def write(statement: Statement, names: set[str], lines: list[str], out: list[str]) -> None:
    """Copies a statement to its own lines; of an import only those names that are needed."""
    node = statement.node
    first, last = statement.line, node.end_lineno or node.lineno
    if is_import(node):
        text = ["; ".join(one_import(node, alias) for alias in node.names if alias.name == "*" or bound_by(alias) in names)]
    else:
        text = lines[first - 1 : last]
        text[-1] = cut(text[-1], 0, node.end_col_offset)
        text[0] = cut(text[0], node.col_offset if first == node.lineno else 0, None)
    for place, line in enumerate(text, first - 1):
        out[place] = f"{out[place]}; {line}" if out[place] else line


def one_import(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    single = type(node)(**{**dict(ast.iter_fields(node)), "names": [alias]})
    if words(single) & DRAWING and alias.name != "*":
        # Whoever draws only on request shall not fail for it
        return f"import stride_runner.drawing as {bound_by(alias)}"
    return ast.unparse(single)


def cut(line: str, begin: int, end: int | None) -> str:
    """Part of a line by its bytes, as Python counts columns."""
    return line.encode("utf-8", "surrogatepass")[begin:end].decode("utf-8", "surrogatepass")
