"""Runs cells of notebooks for tests: one JSON list of sources per line on stdin, one JSON list of outcomes per line on stdout.

The cells of a line share a namespace of their own; a cell that raises does not stop those after it, as `jupyter nbconvert
--execute --allow-errors` has it. An outcome is {"stdout": text, "stderr": text, "error": "Type: message" or null}.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import warnings
from typing import Any


def run(source: str, scope: dict[str, Any]) -> dict[str, Any]:
    out, err = io.StringIO(), io.StringIO()
    error = None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            exec(compile(source, "<cell>", "exec"), scope)
        except Exception as raised:  # whatever a cell raises is an outcome
            error = f"{type(raised).__name__}: {raised}"
    return {"stdout": out.getvalue(), "stderr": err.getvalue(), "error": error}


def main() -> None:
    for line in sys.stdin:
        # As in a notebook, whose cells are __main__: deprecations are told
        scope: dict[str, Any] = {"__name__": "__main__"}
        with warnings.catch_warnings():
            outcomes = [run(source, scope) for source in json.loads(line)]
        print(json.dumps(outcomes), flush=True)


if __name__ == "__main__":
    main()
