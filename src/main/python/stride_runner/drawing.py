"""Stands where a file imports something to draw with: code that only may draw can be run, code that does is told why not."""


def __getattr__(name: str) -> object:
    raise ModuleNotFoundError("No module named 'matplotlib'", name="matplotlib")
