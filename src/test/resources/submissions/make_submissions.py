"""Writes the submissions that the autograder's tests use, and expected.json, which says what a person expects of each.

    python make_submissions.py [FOLDER]

The sources stand in `writing`, a module for each kind; the words of expected.json are explained in `writing/building.py`.
Every submission was written for this purpose. The files are always the same, byte for byte.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from writing import (  # noqa: E402
    broken,
    edition_2017,
    edition_2021,
    exports,
    flaws,
    formats,
    habits,
    languages,
    left_out,
    nbgrader,
    parts,
    starters,
)
from writing.building import Submission  # noqa: E402

KINDS = (
    edition_2017,
    edition_2021,
    nbgrader,
    starters,
    formats,
    exports,
    left_out,
    languages,
    parts,
    flaws,
    habits,
    broken,
)


def submissions() -> list[Submission]:
    found = sorted((made for kind in KINDS for made in kind.submissions()), key=lambda made: made.name)
    numbers = [int(made.name[:2]) for made in found]
    assert numbers == list(range(1, len(found) + 1)), numbers
    return found


def expected_json(found: list[Submission]) -> str:
    """One line for each function, so that it can be read."""
    files = []
    for made in found:
        expectation = made.expectation()
        functions = expectation.pop("functions", None)
        entries = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in expectation.items()]
        if functions is not None:
            lines = [f"   {json.dumps(name)}: {json.dumps(said, ensure_ascii=False)}" for name, said in functions.items()]
            entries.insert(1, '"functions": {\n' + ",\n".join(lines) + "\n  }")
        files.append(f" {json.dumps(made.name)}: {{\n  " + ",\n  ".join(entries) + "\n }")
    return "{\n" + ",\n".join(files) + "\n}\n"


def write(folder: Path) -> None:
    found = submissions()
    for made in found:
        (folder / made.name).write_bytes(made.content)
    (folder / "expected.json").write_text(expected_json(found), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
