"""What learners may import: loaded once by the server, because a confined child can no longer load anything."""

from __future__ import annotations

import importlib
import sys

MODULES = """
    numpy numpy.char numpy.ctypeslib numpy.fft numpy.lib.scimath numpy.lib.stride_tricks numpy.linalg numpy.ma
    numpy.ma.extras numpy.polynomial numpy.random numpy.rec numpy.strings numpy.testing numpy.typing
    _strptime abc array ast bisect cmath collections collections.abc contextlib copy dataclasses datetime decimal enum
    fractions functools gc heapq inspect io itertools json math numbers operator os os.path pprint random re
    statistics string struct sys textwrap time timeit traceback types typing unicodedata unittest warnings weakref
    encodings.ascii encodings.latin_1 encodings.unicode_escape encodings.utf_8
""".split()


def load() -> None:
    """Imports every module of the list, leaving out those that this Python or this NumPy does not have.

    From then on `from numpy import *` means what is there: some of what it would bring is loaded only when asked for.
    """
    for name in MODULES:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            if name == "numpy":
                raise
    numpy = sys.modules["numpy"]
    numpy.__all__ = [name for name in numpy.__all__ if name in vars(numpy)]
