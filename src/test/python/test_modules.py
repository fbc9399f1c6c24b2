"""What learners may import is there, and loading it does not start a thread."""

import subprocess
import sys
import unittest

from stride_runner.modules import MODULES

PROGRAM = """
import sys
from stride_runner import modules
modules.load()
print(*(name for name in modules.MODULES if name not in sys.modules))
print(sys.modules["threading"].active_count() if "threading" in sys.modules else 1)
"""


class Modules(unittest.TestCase):
    def test_every_module_loads_and_none_starts_a_thread(self):
        run = subprocess.run([sys.executable, "-B", "-c", PROGRAM], capture_output=True, text=True, check=True)
        missing, threads = run.stdout.split("\n")[:2]
        # Attributes, not modules, before NumPy 2
        self.assertLessEqual(set(missing.split()), {"numpy.char", "numpy.rec", "numpy.strings"})
        self.assertEqual(threads, "1")

    def test_none_is_named_twice(self):
        self.assertEqual(len(MODULES), len(set(MODULES)))


if __name__ == "__main__":
    unittest.main()
