"""Says which Python and which NumPy these are, before anything that not all of them understand: plain for a reason."""

import os
import platform
import struct


def tell():
    """Writes the first message of a server: V, and (version of Python, version of NumPy or None) as values.py has it."""
    try:
        import numpy
    except ImportError as error:
        if error.name != "numpy":
            raise  # There is one, and it is broken
        second = b"N"
    else:
        second = text(numpy.__version__)
    content = b"(" + struct.pack(">I", 2) + text(platform.python_version()) + second
    os.write(1, b"V" + struct.pack(">I", len(content)) + content)


def text(value):
    data = value.encode("utf-8")
    return b"U" + struct.pack(">I", len(data)) + data
