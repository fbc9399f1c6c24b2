"""Runs examples for tests: a JSON list of requests on stdin, a JSON list of what they print on stdout.

Request  {"functions": [source, ...], "code": source}

Each runs in a namespace of its own that holds `np` and what the functions define. An exception is told after what was printed.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import warnings

import numpy as np


def printed(functions: list[str], code: str) -> str:
    scope: dict[str, object] = {"np": np}
    for function in functions:
        exec(function, scope)
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(code, scope)
    except Exception as error:
        return f"{output.getvalue()}{type(error).__name__}: {error}"
    return output.getvalue()


if __name__ == "__main__":
    json.dump([printed(request["functions"], request["code"]) for request in json.load(sys.stdin)], sys.stdout)
