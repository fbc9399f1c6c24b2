"""Notebook cells as Python: what IPython or Python 2 understands and Python 3 does not is taken out or rewritten.

Every line stays where it was, so that a place in the result is the same place in the cell.
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass, field

CELL_MAGIC = re.compile(r"\s*%%(\w+)")
PYTHON_MAGICS = {"time", "timeit", "capture", "prun", "memit", "python", "python3", "ipytest"}
COMMAND = re.compile(r"(\s*)(?:[%!]|\?{1,2}[\w.]+\s*$)")
ASSIGNED_COMMAND = re.compile(r"(\s*)[\w.,\s()\[\]]+=\s*[%!]\s*\w")
QUESTION = re.compile(r"(\s*)%*[\w.]+\?{1,2}\s*;?\s*$")
PRINT = re.compile(r"([;\s]*|[^'\"]*:\s*)print\b(?!\s*\()[ \t]*(.*)$")
EXPORTED = "run_cell_magic"
MOST_REPAIRS = 200

Remark = tuple[str, int, str]  # kind, line, detail


@dataclass
class Repaired:
    """A cell as Python: its statements, or why there are none."""

    lines: list[str]
    body: list[ast.stmt] = field(default_factory=list)
    error: tuple[int, int, str] | None = None  # line, column, message
    remarks: list[Remark] = field(default_factory=list)


def repair(source: str) -> Repaired:
    """The cell's statements, after what had to be done for them."""
    cell = Repaired(source.removeprefix("\ufeff").split("\n"))
    if not take_out_cell_magic(cell):
        return cell
    take_out_prompts(cell)
    for _ in range(MOST_REPAIRS):
        try:
            cell.body = parse("\n".join(cell.lines))
            cell.error = None
            return cell
        except SyntaxError as error:
            line = error.lineno or 0
            cell.error = (line, error.offset or 0, str(error.msg))
        except (ValueError, OverflowError, RecursionError, MemoryError) as problem:
            cell.error = (0, 0, str(problem) or "too deeply nested")
            return cell
        if not (take_out_indent(cell, line) or take_out_command(cell, line) or rewrite_print(cell, line)):
            return without_commands(cell)
    return cell


def exported_cell(node: ast.stmt) -> str | None:
    """The code of a cell that an export has made a text: `get_ipython().run_cell_magic('time', '', 'x = 1')`."""
    call = node.value if isinstance(node, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == EXPORTED):
        return None
    texts = [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return texts[2] if len(texts) == 3 and texts[0] in PYTHON_MAGICS else None


def parse(text: str) -> list[ast.stmt]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Of an invalid escape in a text, which is nobody's trouble here
        return ast.parse(text).body


def take_out_cell_magic(cell: Repaired) -> bool:
    """False if the whole cell is in another language."""
    first = next((place for place, line in enumerate(cell.lines) if line.strip()), None)
    magic = CELL_MAGIC.match(cell.lines[first]) if first is not None else None
    if first is None or magic is None:
        return True
    if magic[1] in PYTHON_MAGICS:
        cell.remarks.append(("command", first + 1, cell.lines[first].strip()))
        cell.lines[first] = ""
        return True
    cell.remarks.append(("other_language", first + 1, magic[1]))
    cell.lines = [""] * len(cell.lines)
    return False


def take_out_prompts(cell: Repaired) -> None:
    """Python's prompts, as they are pasted along from a session of it."""
    first = next((line for line in cell.lines if line.strip()), "")
    if first.startswith(">>> "):
        cell.lines = [line[4:] if line.startswith((">>> ", "... ")) else "" if line == "..." else line for line in cell.lines]


def take_out_indent(cell: Repaired, line: int) -> bool:
    """Moves a cell that is indented as a whole to the margin, as notebooks do."""
    text = cell.lines[line - 1] if 1 <= line <= len(cell.lines) else ""
    indent = text[: len(text) - len(text.lstrip(" \t"))]
    if not indent or any(before.strip() and not before.lstrip().startswith("#") for before in cell.lines[: line - 1]):
        return False
    cell.lines = [other.removeprefix(indent) for other in cell.lines]
    return True


def take_out_command(cell: Repaired, line: int) -> bool:
    """Takes out an IPython command at this line, or at the end of the one before, where Python may first notice it."""
    return any(take_out(cell, place) for place in (line, line - 1) if 1 <= place <= len(cell.lines))


def without_commands(cell: Repaired) -> Repaired:
    """The cell without any command, if that helps: the error may lie far behind its cause."""
    bare = Repaired(list(cell.lines), error=cell.error, remarks=list(cell.remarks))
    if not any([take_out(bare, place) for place in range(1, len(bare.lines) + 1)]):
        return cell
    try:
        bare.body = parse("\n".join(bare.lines))
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
        return cell
    bare.error = None
    return bare


def take_out(cell: Repaired, line: int) -> bool:
    text = cell.lines[line - 1]
    found = COMMAND.match(text) or ASSIGNED_COMMAND.match(text) or QUESTION.match(text)
    if found is None:
        return False
    cell.remarks.append(("command", line, text.strip()[:80]))
    last = line
    while cell.lines[last - 1].rstrip().endswith("\\") and last < len(cell.lines):
        last += 1
    # Something must stand there, if it is all that a block has
    cell.lines[line - 1 : last] = [found[1] + "pass"] + [""] * (last - line)
    return True


def rewrite_print(cell: Repaired, line: int) -> bool:
    """Puts the parentheses around what Python 2 prints."""
    text = cell.lines[line - 1] if 1 <= line <= len(cell.lines) else ""
    code, comment = split(text, "#")[0], "".join(split(text, "#")[1:])
    statements = [with_parentheses(statement) for statement in split(code.rstrip(), ";")]
    rewritten = "".join(statements) + ("  " + comment if comment else "")
    if "".join(statements) == code.rstrip():
        return False
    cell.lines[line - 1] = rewritten
    cell.remarks.append(("python_2_print", line, ""))
    return True


def with_parentheses(statement: str) -> str:
    found = PRINT.match(statement)
    if found is None:
        return statement
    return f"{found[1]}print({found[2].rstrip()})"


def split(text: str, separator: str) -> list[str]:
    """The parts of a line, each but the first with its separator; a separator inside of quotes is none."""
    parts, begin, quote = [], 0, ""
    for place, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter == separator:
            parts.append(text[begin:place])
            begin = place
    return [*parts, text[begin:]]


def pieces(lines: list[str]) -> list[tuple[int, str]]:
    """A broken cell in pieces that may each be whole: each begins at the margin, and has the number of its first line."""
    starts = [number for number, line in enumerate(lines, 1) if line[:1] not in ("", " ", "\t", ")", "]", "}", "#")]
    starts = [
        start
        for start in starts
        if not (start - 2 >= 0 and lines[start - 2].startswith("@"))  # A decorator belongs to what follows
        and not lines[start - 1].startswith(("else", "elif", "except", "finally"))
    ]
    ends = [*starts[1:], len(lines) + 1]
    return [(start, "\n".join(lines[start - 1 : end - 1])) for start, end in zip(starts, ends)]


def broken_function(lines: list[str], line: int) -> str:
    """The name of the function that a line is in, as far as its text tells."""
    for text in reversed(lines[:line]):
        if text.startswith("def "):
            return text[4:].partition("(")[0].strip()[:100]
        if text[:1] not in ("", " ", "\t", "#", ")"):
            return ""
    return ""
