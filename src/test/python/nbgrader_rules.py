"""Holds a notebook against nbgrader's rules for the metadata of cells (schema 3), and prints a line for each that is broken.

    nbgrader_rules.py NOTEBOOK
    nbgrader_rules.py --sum SOURCE GRADE SOLUTION LOCKED GRADE_ID [POINTS]    prints a checksum; truth values as 0 and 1

Written after the description of the format, apart from the Java that it checks.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from typing import Any

REQUIRED = {"schema_version", "grade", "solution", "locked"}
KNOWN = REQUIRED | {"task", "grade_id", "points", "checksum", "cell_type"}


def checksum(source: str, cell_type: str, marks: dict[str, Any]) -> str:
    parts = [source, cell_type, marks["grade"], marks["solution"], marks["locked"], marks["grade_id"]]
    if marks["grade"]:
        parts.append(float(marks["points"]))
    return hashlib.md5("".join(map(str, parts)).encode()).hexdigest()


def problems(cell: dict[str, Any], marks: dict[str, Any]) -> list[str]:
    found = []
    if unknown := sorted(set(marks) - KNOWN):
        found.append(f"unknown keys {unknown}")
    if missing := sorted(REQUIRED - set(marks)):
        found.append(f"missing keys {missing}")
    if marks["schema_version"] != 3:
        found.append("schema_version")
    if not all(isinstance(marks[key], bool) for key in ("grade", "solution", "locked")):
        found.append("truth values")
    if not re.fullmatch(r"[a-zA-Z0-9_\-]+", marks["grade_id"]):
        found.append("grade_id")
    if marks["grade"] != ("points" in marks) or marks.get("points", 0) < 0:
        found.append("points")
    if cell["cell_type"] != marks["cell_type"]:
        found.append("cell_type")
    if marks["checksum"] != checksum("".join(cell["source"]), cell["cell_type"], marks):
        found.append("checksum")
    return found


def main() -> None:
    if sys.argv[1] == "--sum":
        source, grade, solution, locked, grade_id = sys.argv[2:7]
        marks = {"grade": grade == "1", "solution": solution == "1", "locked": locked == "1", "grade_id": grade_id}
        print(checksum(source, "code", marks | {"points": (sys.argv[7:] or ["0"])[0]}))
        return
    with open(sys.argv[1], encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    seen = set()
    for cell in cells:
        if marks := cell["metadata"].get("nbgrader"):
            for problem in problems(cell, marks):
                print(f"{marks['grade_id']}: {problem}")
            if marks["grade_id"] in seen:
                print(f"{marks['grade_id']}: grade_id stands twice")
            seen.add(marks["grade_id"])


if __name__ == "__main__":
    main()
