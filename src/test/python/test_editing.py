"""Functions as they belong into an editor: what comes along, and how it reads."""

import unittest

from stride_runner.editing import apart

WANTED = ("zero_pad", "conv_single_step", "conv_forward")
READY = ((), (), ("zero_pad", "conv_single_step"))
PAD = "def zero_pad(X, pad):\n    return np.pad(X, pad)"

DOUBLED = PAD.replace("np.pad(X, pad)", "double(pad)")


def texts(*cells: str) -> dict[str, str]:
    return dict(apart(cells, WANTED, READY)["texts"])


class Texts(unittest.TestCase):
    def test_a_function_stands_alone_and_ends_with_a_line_end(self):
        self.assertEqual(texts("import numpy as np", "\n\n" + PAD)["zero_pad"], PAD + "\n")

    def test_what_is_there_already_is_left_out_even_in_the_midst_of_an_import(self):
        imports = "import numpy as np, math\nfrom numpy import sum as total, pad"
        found = texts(imports, PAD.replace("np.pad(X, pad)", "math.floor(1)"))
        self.assertEqual(found["zero_pad"].split("\n")[0], "import math")
        self.assertNotIn("numpy", found["zero_pad"])

    def test_numpy_under_another_name_comes_along(self):
        found = texts("import numpy", "def zero_pad(X, pad):\n    return numpy.pad(X, pad)")
        self.assertEqual(found["zero_pad"].split("\n")[0], "import numpy")

    def test_comments_stay_above_within_beside_and_below(self):
        cell = (
            "# UNIQUE CELL\n# GRADED\n\ndef zero_pad(X, pad):\n    # Here\n    X_pad = np.pad(X, pad)  # there\n\n"
            "    return X_pad  # done\n    ### END ###\n\n# A trial\nprint(zero_pad(X, 1))"
        )
        self.assertEqual(texts(cell)["zero_pad"], cell[: cell.index("\n\n# A trial")] + "\n")

    def test_statements_that_follow_each_other_keep_what_is_between_them(self):
        cell = "SIDES = 2  # both\n# and\n\ndef double(n):\n    return SIDES * n\n\n# Now\n" + DOUBLED
        self.assertEqual(texts(cell)["zero_pad"], cell + "\n")

    def test_of_several_cells_each_stands_apart(self):
        function = "def zero_pad(X, pad):\n    return double(pad)"
        found = texts("unused = 1\n\ndef double(n):\n    return n\n\ndef unused_too(): pass", "print(1)", function)
        self.assertEqual(found["zero_pad"], "def double(n):\n    return n\n\n\n" + function + "\n")

    def test_what_shares_a_line_with_something_else_is_cut_out_of_it(self):
        found = texts("a = 1; SIDES = 'ä'; b = 3; c = a\ndef zero_pad(X, pad):\n    return SIDES")
        self.assertEqual(found["zero_pad"].split("\n")[0], "SIDES = 'ä'")

    def test_functions_that_stand_ready_do_not_come_along(self):
        forward = "def conv_forward(A_prev, W, b, hparameters):\n    return zero_pad(A_prev, TWO)"
        found = texts("TWO = 2", "def zero_pad(X, pad):\n    return helper(X)", "def helper(x):\n    return x", forward)
        self.assertEqual(found["conv_forward"], "TWO = 2\n\n\n" + forward + "\n")
        self.assertIn("def helper", found["zero_pad"])

    def test_functions_that_do_not_stand_ready_come_along(self):
        found = texts(PAD, "def conv_single_step(a, W, b):\n    return zero_pad(a, 1)")
        self.assertIn(PAD, found["conv_single_step"])

    def test_what_is_unsolved_has_no_text(self):
        self.assertEqual(texts("def zero_pad(X, pad):\n    X_pad = None\n    return X_pad", PAD.replace("zero_pad", "other")), {})

    def test_a_future_import_stands_first(self):
        found = texts("from __future__ import annotations", PAD.replace("(X, pad):", "(X: Array, pad):"))
        self.assertTrue(found["zero_pad"].startswith("from __future__ import annotations\n"))

    def test_broken_lines_between_two_statements_do_not_come_along(self):
        found = texts("SIDES = 2\nbroken(:\n" + PAD.replace("np.pad(X, pad)", "SIDES"))
        self.assertNotIn("broken", found["zero_pad"])
        self.assertIn("SIDES = 2", found["zero_pad"])

    def test_a_decorator_and_a_nested_docstring_stay(self):
        cell = '@cache\ndef zero_pad(X, pad):\n    """One\n\n  # two\n    """\n    return X'
        self.assertEqual(texts("from functools import cache", cell)["zero_pad"].split("\n\n\n"), ["from functools import cache", cell + "\n"])

    def test_every_text_is_the_same_taken_apart_again(self):
        double = "from math import floor\nSIDES = 2\n# Twice\ndef double(n):\n    return SIDES * floor(n)\n"
        once = texts(double, DOUBLED)["zero_pad"]
        self.assertEqual(texts(once)["zero_pad"], once)


if __name__ == "__main__":
    unittest.main()
