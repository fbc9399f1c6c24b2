"""The functions of a file as they belong into an editor: each with what it needs, as its author wrote it, comments and all."""

from __future__ import annotations

import ast

from .outline import File, Statement, cut, described
from .statements import bound_by, is_import

APART = "\n\n\n"


def apart(cells: tuple[str, ...], wanted: tuple[str, ...], ready: tuple[tuple[str, ...], ...]) -> dict[str, object]:
    """What `outline` gives, and (name, text) of each function that is solved.

    `ready` has, for each wanted function, the names of those others that stand ready where it is edited.
    """
    file = File(cells, wanted)
    answer = described(file)
    solved = [name for name in wanted if name in file.last and not file.is_unsolved(name)]
    helpers = dict(zip(wanted, ready))
    answer["texts"] = tuple((name, text(file, file.needed(name, helpers[name]))) for name in solved)
    return answer


def text(file: File, kept: dict[int, set[str]]) -> str:
    future = "from __future__ import annotations" + APART if file.future else ""
    stretches = [stretch for stretch in joined(file, kept) if stretch]
    out = stretches[0] if stretches else ""
    for before, after in zip(stretches, stretches[1:]):
        plain = is_plain(before) and is_plain(after)
        out += ("\n" if plain else APART) + after
    return future + out + "\n"


def is_plain(stretch: str) -> bool:
    return "\n" not in stretch


def joined(file: File, kept: dict[int, set[str]]) -> list[str]:
    """Statements that follow each other stay together, with all that stands between them."""
    stretches: list[str] = []
    run: list[Statement] = []
    for place in sorted(kept):
        statement = file.statements[place]
        if is_import(statement.node) and not is_taken_whole(statement.node, kept[place]):
            stretches += [written(file, run), imported(statement.node, kept[place])]
            run = []
        elif run and follows(file, run[-1], statement):
            run.append(statement)
        else:
            stretches.append(written(file, run))
            run = [statement]
    return [*stretches, written(file, run)]


def is_taken_whole(node: ast.stmt, names: set[str]) -> bool:
    return all(alias.name == "*" or bound_by(alias) in names for alias in node.names) and not any(map(is_there, node.names))


def is_there(alias: ast.alias) -> bool:
    """Whether the editor has it already."""
    return alias.name == "numpy" and alias.asname == "np"


def imported(node: ast.stmt, names: set[str]) -> str:
    """An import of which not everything is needed."""
    needed = [alias for alias in node.names if bound_by(alias) in names and not is_there(alias)]
    return "\n".join(ast.unparse(type(node)(**{**dict(ast.iter_fields(node)), "names": [alias]})) for alias in needed)


def follows(file: File, before: Statement, after: Statement) -> bool:
    if before.cell != after.cell or before.place + 1 != after.place:
        return False
    between = file.cells[after.cell].lines[last_line(before) : after.line - 1]
    return all(is_comment(line) or not line.strip() for line in between)


def written(file: File, run: list[Statement]) -> str:
    """Statements that follow each other, with the comments before and after them."""
    if not run:
        return ""
    lines = file.cells[run[0].cell].lines
    first, last = first_line(file, run[0]), last_line(run[-1])
    own = lines[first - 1 : last]
    own[-1] = without_others_after(own[-1], run[-1].node.end_col_offset or 0)
    if run[0].line == first and run[0].node.col_offset and run[0].node.lineno == first:
        own[0] = cut(own[0], run[0].node.col_offset, None)
    return "\n".join([*own, *comments_after(lines, last)])


def first_line(file: File, statement: Statement) -> int:
    """Where the comments above a statement begin; at the head of a cell they may be some lines away."""
    lines = file.cells[statement.cell].lines
    at_the_head = statement.place == 0 or file.statements[statement.place - 1].cell != statement.cell
    first = line = statement.line
    while line > 1 and (is_comment(lines[line - 2]) or (at_the_head and not lines[line - 2].strip())):
        line -= 1
        first = line if is_comment(lines[line - 1]) else first
    return first


def comments_after(lines: list[str], last: int) -> list[str]:
    """What ends a function after its last statement, such as a mark where one's own code ends."""
    found = []
    for line in lines[last:]:
        if not is_comment(line) or line[:1] == "#":
            break
        found.append(line)
    return found


def without_others_after(line: str, end: int) -> str:
    """The last line of a statement without another statement that follows on it; a comment stays."""
    rest = cut(line, end, None).strip()
    return line if not rest or rest.startswith("#") else cut(line, 0, end)


def last_line(statement: Statement) -> int:
    return statement.node.end_lineno or statement.node.lineno


def is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")
