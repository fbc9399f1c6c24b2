"""Takes a function out of a submission, with just what it needs: the tests' own way, which knows nothing of the grader's.

Meant for the files under src/test/resources/submissions. It runs imports, definitions and assignments at the top level, as
far as the function needs them, and nothing else.
"""

from __future__ import annotations

import __future__
import ast
import json
import re
import symtable
import tokenize
from io import BytesIO
from pathlib import Path
from typing import Any, Iterable, Iterator

MAGIC = re.compile(r"\s*[%!?]|.*\?\s*$|\s*\w+\s*=\s*[%!]")
PRINT = re.compile(r"(^|;)(\s*)print\b[ \t]*([^;]*?),?\s*(?=;|$)")
OF_PYTHON = ("time", "timeit", "capture")
FLAGS = __future__.annotations.compiler_flag


# --- From bytes to cells --------------------------------------------------------------------------------------------------


def cells(path: Path) -> list[str]:
    """The code cells of a notebook; of a script, its text."""
    data = path.read_bytes()
    if not data.lstrip().startswith(b"{"):
        return [decoded(data)]
    content = json.loads(data)
    sheets = content.get("worksheets", [content])
    found = [cell for sheet in sheets for cell in sheet["cells"] if cell["cell_type"] == "code"]
    return ["".join(cell.get("source", cell.get("input"))) for cell in found]


def decoded(data: bytes) -> str:
    if data.startswith(b"\xff\xfe"):
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode(tokenize.detect_encoding(BytesIO(data).readline)[0])
        except (SyntaxError, UnicodeDecodeError):
            text = data.decode("cp1252")
    return "\n".join(text.splitlines()) + "\n"


# --- From cells to statements ---------------------------------------------------------------------------------------------


def statements(source: str) -> list[ast.stmt]:
    """The top-level statements of a cell; without those that are no Python, if some are not."""
    first = source.lstrip()
    if first.startswith("%%"):
        if not first[2:].startswith(OF_PYTHON):
            return []
        source = first.partition("\n")[2]
    tree = parsed(source)
    if tree is not None:
        return [inner for statement in tree.body for inner in unwrapped(statement)]
    parts = (parsed(part) for part in pieces(source))
    return [statement for part in parts if part is not None for statement in part.body]


def parsed(source: str) -> ast.Module | None:
    """The syntax tree, with magics as `pass` and print statements as calls; None if it is no Python even so."""
    lines = source.split("\n")
    for _ in range(len(lines) + 1):
        try:
            return ast.parse("\n".join(lines))
        except SyntaxError as error:
            number = (error.lineno or 1) - 1
            line = lines[number] if number < len(lines) else ""
            if MAGIC.match(line):
                lines[number] = line[: len(line) - len(line.lstrip())] + "pass"
            elif "call to 'print'" in error.msg:
                lines[number] = PRINT.sub(r"\1\2print(\3)", line)
            else:
                return None
    return None


def pieces(source: str) -> Iterator[str]:
    """The source, cut before every line that begins at its margin."""
    yield from re.split(r"\n(?=[^\s)\]}#])", source)


def unwrapped(statement: ast.stmt) -> list[ast.stmt]:
    """What a cell magic that was exported holds, if it is Python; else the statement itself."""
    match statement:
        case ast.Expr(ast.Call(ast.Attribute(attr="run_cell_magic"), [ast.Constant(name), _, ast.Constant(text)])):
            return ast.parse(text).body if name in OF_PYTHON else []
    return [statement]


# --- What a function needs ------------------------------------------------------------------------------------------------


def split_imports(statement: ast.stmt) -> list[ast.stmt]:
    """One import for each name, so that a module which is missing takes no other with it."""
    if isinstance(statement, ast.Import):
        return [ast.copy_location(ast.Import([alias]), statement) for alias in statement.names]
    return [statement]


def binds(statement: ast.stmt) -> set[str]:
    """The names that a statement gives a meaning to; none for those that are not to be run."""
    match statement:
        case ast.FunctionDef() | ast.ClassDef():
            return {statement.name}
        case ast.Import() | ast.ImportFrom():
            return {(alias.asname or alias.name).partition(".")[0] for alias in statement.names}
        case ast.Assign(targets):
            return {name for target in targets for name in stored(target)}
        case ast.AnnAssign(target) | ast.AugAssign(target):
            return stored(target)
        case ast.Try() | ast.If() if "__main__" not in ast.unparse(statement):
            return {name for inner in inside(statement) for name in binds(inner)}
    return set()


def inside(statement: ast.stmt) -> list[ast.stmt]:
    """The statements in the blocks of a compound one."""
    holders = [statement, *getattr(statement, "handlers", [])]
    blocks = [getattr(holder, block, []) for holder in holders for block in ("body", "orelse", "finalbody")]
    return [inner for block in blocks for inner in block]


def stored(target: ast.expr) -> set[str]:
    """Names alone: an attribute of something that is there already is no definition."""
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def uses(statement: ast.stmt) -> set[str]:
    """The global names that a statement mentions, in whatever depth."""
    return global_names(symtable.symtable(ast.unparse(statement), "<statement>", "exec"))


def global_names(table: symtable.SymbolTable) -> set[str]:
    top = table.get_type() == "module"
    symbols = table.get_symbols()
    own = {symbol.get_name() for symbol in symbols if (symbol.is_referenced() if top else symbol.is_global())}
    return own.union(*map(global_names, table.get_children()))


class Program:
    """All top-level statements of a submission."""

    def __init__(self, sources: Iterable[str]) -> None:
        found = (statement for source in sources for statement in statements(source))
        self.statements = [single for statement in found for single in split_imports(statement)]

    def defines(self, name: str) -> bool:
        return any(name in binds(statement) for statement in self.statements)

    def needed(self, name: str) -> list[ast.stmt]:
        """The statements behind a name, in the file's order."""
        wanted, chosen = [name], set()
        seen = set(wanted)
        while wanted:
            for place in self.behind(wanted.pop()):
                if place not in chosen:
                    chosen.add(place)
                    new = uses(self.statements[place]) - seen
                    seen |= new
                    wanted += sorted(new)
        return [self.statements[place] for place in sorted(chosen)]

    def behind(self, name: str) -> list[int]:
        """The last statement that defines a name, and those that build on it."""
        places = [place for place, statement in enumerate(self.statements) if name in binds(statement)]
        while places and any(not isinstance(self.statements[place], ast.AugAssign) for place in places[1:]):
            places.pop(0)
        return places

    def load(self, name: str, scope: dict[str, Any]) -> Any:
        """Runs what a function needs, in a scope; the function, or None if there is none of this name."""
        for statement in self.needed(name):
            code = compile(ast.Module([statement], []), f"<{name}>", "exec", FLAGS, dont_inherit=True)
            try:
                exec(code, scope)
            except ImportError:
                if not isinstance(statement, (ast.Import, ast.ImportFrom)):
                    raise
        return scope.get(name) if self.defines(name) else None
