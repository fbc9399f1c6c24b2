"""Files taken apart without being run: what each function gets, and what is told of the rest."""

import sys
import unittest

from stride_runner.outline import outline
from stride_runner.repair import repair
from stride_runner.unsolved import is_unsolved
from stride_runner.repair import parse

WANTED = ("zero_pad", "conv_single_step", "conv_forward")
PAD = "def zero_pad(X, pad):\n    return np.pad(X, pad)\n"


def functions(*cells: str) -> dict[str, tuple]:
    return {found[0]: found for found in outline(cells, WANTED)["functions"]}


def program(name: str, *cells: str) -> list[str]:
    """The lines of a function's program that are not empty."""
    return [line for line in functions(*cells)[name][4].split("\n") if line.strip()]


def remarks(*cells: str) -> list[tuple]:
    return list(outline(cells, WANTED)["remarks"])


class Programs(unittest.TestCase):
    def test_a_function_comes_with_the_import_that_it_needs_and_no_other(self):
        found = program("zero_pad", "import numpy as np, matplotlib.pyplot as plt\nimport h5py", PAD)
        self.assertEqual(found, ["import numpy as np", *PAD.rstrip().split("\n")])

    def test_lines_stay_where_they_were(self):
        cells = ("import numpy as np\n\n# a cell of three lines", "\n" + PAD)
        text = functions(*cells)["zero_pad"][4].split("\n")
        starts = outline(cells, WANTED)["starts"]
        self.assertEqual(starts, (1, 4))
        self.assertEqual(text[starts[1] - 1 + 1], "def zero_pad(X, pad):")

    def test_helpers_and_what_they_need_come_along(self):
        found = program(
            "zero_pad",
            "from math import floor\nSIDES = 2\ndef double(n):\n    return SIDES * floor(n)\ndef unused(): pass",
            "def zero_pad(X, pad):\n    return double(pad)",
        )
        self.assertIn("from math import floor", found)
        self.assertIn("SIDES = 2", found)
        self.assertIn("def double(n):", found)
        self.assertNotIn("def unused(): pass", found)

    def test_a_function_sees_the_last_definition_of_what_it_calls_and_a_value_the_one_before_it(self):
        found = program("zero_pad", "A = 1\nB = A\nA = 2", "def zero_pad(X, pad):\n    return A + B")
        self.assertEqual(found[:3], ["A = 1", "B = A", "A = 2"])

    def test_the_last_definition_wins_and_the_earlier_one_is_told(self):
        cells = ("def zero_pad(X, pad):\n    return 1", "def zero_pad(X, pad):\n    return 2")
        self.assertIn("    return 2", program("zero_pad", *cells))
        self.assertNotIn("    return 1", program("zero_pad", *cells))
        self.assertIn(("redefined", 0, 1, "zero_pad"), remarks(*cells))

    def test_a_result_that_is_stored_under_the_functions_name_is_no_definition(self):
        self.assertIn("def zero_pad(X, pad):", program("zero_pad", PAD, "zero_pad = zero_pad(x, 2)"))

    def test_a_lambda_and_another_name_for_a_function_are_definitions(self):
        self.assertEqual(program("zero_pad", "zero_pad = lambda X, pad: X"), ["zero_pad = lambda X, pad: X"])
        found = program("zero_pad", "def mine(X, pad):\n    return X\nzero_pad = mine")
        self.assertEqual(found[-1], "zero_pad = mine")

    def test_decorators_come_along(self):
        cells = ("import functools", "@functools.lru_cache\n" + PAD)
        self.assertEqual(program("zero_pad", *cells)[:2], ["import functools", "@functools.lru_cache"])

    def test_statements_that_share_a_line_are_told_apart(self):
        found = program("zero_pad", "import os; A = 'é'; import sys; B = 2", "def zero_pad(X, pad):\n    return A + B")
        self.assertEqual(found[0], "A = 'é'; B = 2")

    def test_an_import_that_may_fail_comes_as_a_whole(self):
        block = "try:\n    import fast\nexcept ImportError:\n    fast = None"
        self.assertEqual(program("zero_pad", block, "def zero_pad(X, pad):\n    return fast")[:4], block.split("\n"))

    def test_all_of_a_module_comes_for_a_name_that_nothing_else_explains(self):
        found = program("zero_pad", "from numpy import *", "def zero_pad(X, pad):\n    return zeros(len(X))")
        self.assertEqual(found[0], "from numpy import *")
        found = program("zero_pad", "from numpy import *", "def zero_pad(X, pad):\n    return len(X)")
        self.assertEqual(found[0], "def zero_pad(X, pad):")

    def test_nothing_else_comes_along(self):
        cells = (
            "import numpy as np\nnp.random.seed(1)\nx = np.random.randn(4)\nopen('/tmp/x')\nwhile True:\n    pass",
            PAD,
            "zero_pad(x, 2)\nprint('done')\nif __name__ == '__main__':\n    import os",
        )
        self.assertEqual(program("zero_pad", *cells), ["import numpy as np", *PAD.rstrip().split("\n")])

    def test_the_data_of_a_test_is_no_constant(self):
        cells = ("x = np.random.randn(3)", "def zero_pad(X, pad):\n    return x")
        self.assertNotIn("x = np.random.randn(3)", program("zero_pad", *cells))
        self.assertIn(("value_not_taken", 0, 1, "zero_pad x"), remarks(*cells))

    def test_a_value_from_outside_is_told_unless_it_is_written_as_a_constant(self):
        cells = ("stride = 2\nEPS = 1e-8", "def zero_pad(X, pad):\n    return stride + EPS")
        self.assertEqual(program("zero_pad", *cells)[:2], ["stride = 2", "EPS = 1e-8"])
        told = [detail for kind, _, _, detail in remarks(*cells) if kind == "value_from_outside"]
        self.assertEqual(told, ["zero_pad stride"])

    def test_what_changes_a_value_comes_with_it(self):
        for before, function in (
            ("def count(): pass\ncount.n = 0", "def zero_pad(X, pad):\n    count.n += 1"),
            ("SIZES = {}\nSIZES['pad'] = 3", "def zero_pad(X, pad):\n    return SIZES['pad']"),
            ("import numpy as np\nnp.int = int", "def zero_pad(X, pad):\n    return np.int(pad)"),
        ):
            self.assertEqual(program("zero_pad", before, function)[:2][-1], before.split("\n")[1], before)

    def test_patches_of_a_module_do_not_come(self):
        cells = ("import numpy as np\nnp.pad = None", PAD)
        self.assertEqual(program("zero_pad", *cells), ["import numpy as np", *PAD.rstrip().split("\n")])

    def test_an_earlier_version_that_is_kept_by_another_name_comes_along(self):
        cells = (PAD + "plain = zero_pad", "def zero_pad(X, pad):\n    return plain(X, pad)")
        self.assertIn("plain = zero_pad", program("zero_pad", *cells))
        self.assertIn("    return np.pad(X, pad)", program("zero_pad", *cells))

    def test_an_import_of_a_module_does_not_replace_a_function_of_the_file(self):
        self.assertIn("def zero_pad(X, pad):", program("zero_pad", PAD, "from helpers import zero_pad"))

    def test_a_name_for_nothing_is_unsolved(self):
        self.assertTrue(functions("zero_pad = None")["zero_pad"][3])

    def test_a_function_inside_of_another_statement_is_told(self):
        cell = "with open('x') as f:\n    def zero_pad(X, pad): return X"
        self.assertEqual(functions(cell), {})
        self.assertIn(("in_block", 0, 2, "zero_pad"), remarks(cell))

    def test_functions_inside_of_classes_are_not_looked_at_and_told(self):
        cell = "class A:\n    def zero_pad(self, X, pad): return X"
        self.assertEqual(functions(cell), {})
        self.assertEqual(remarks(cell), [("in_class", 0, 2, "A.zero_pad")])

    def test_what_draws_only_on_request_does_not_keep_a_function_from_being_run(self):
        cells = ("import numpy as np, matplotlib.pyplot as plt", "def zero_pad(X, pad, draw=False):\n    draw and plt.show()")
        self.assertEqual(program("zero_pad", *cells)[0], "import stride_runner.drawing as plt")

    def test_a_cell_that_an_export_has_made_a_text_is_read_and_has_the_place_of_the_text(self):
        cells = ("x = 1\nget_ipython().run_cell_magic('time', '', 'def zero_pad(X, pad):\\n    return X\\n')",)
        result = outline(cells, WANTED)
        self.assertEqual(result["functions"][0][:4], ("zero_pad", 1, 1, False))
        self.assertEqual(result["inserted"], ((0, 2),))
        self.assertEqual(result["starts"], (1, 3))

    def test_a_helper_that_is_unsolved_stays_away(self):
        step = "def conv_single_step(a, W, b):\n    return zero_pad(a, 0)"
        found = functions("def zero_pad(X, pad):\n    return None", step)
        self.assertTrue(found["zero_pad"][3])
        self.assertEqual(found["conv_single_step"][4].strip(), step)

    def test_a_definition_on_condition_comes_with_the_one_before_it(self):
        cell = PAD + "if False:\n    def zero_pad(X, pad):\n        return X"
        self.assertEqual("\n".join(program("zero_pad", cell)), cell)
        cell = "K = 0\nif K:\n    K = 1\ndef zero_pad(X, pad):\n    return K"
        self.assertEqual("\n".join(program("zero_pad", cell)), cell)

    def test_a_print_or_a_raise_beside_a_definition_comes_along(self):
        flag = "try:\n    import numba\n    FAST = 1\nexcept ImportError as e:\n    print('none', e)\n    FAST = 0"
        pad = "def zero_pad(X, pad):\n    return FAST"
        self.assertEqual("\n".join(program("zero_pad", flag, pad)), flag + "\n" + pad)
        cell = "try:\n    def zero_pad(X, pad):\n        return 1\nexcept Exception:\n    raise"
        self.assertEqual("\n".join(program("zero_pad", cell)), cell)

    def test_what_concerns_the_whole_file_comes_first(self):
        cells = ("import numpy as np", "from __future__ import annotations\ndef zero_pad(X: Missing, pad):\n    return np.pad(X)")
        self.assertEqual(program("zero_pad", *cells)[0], "from __future__ import annotations; import numpy as np")

    def test_what_draws_and_what_reads_files_is_told(self):
        kinds = [kind for kind, *_ in remarks("import matplotlib.pyplot as plt\ndata = np.load('x.npy')")]
        self.assertEqual(kinds, ["drawing", "files"])


class Broken(unittest.TestCase):
    def test_one_broken_cell_leaves_the_others(self):
        result = outline((PAD, "def conv_forward(A:\n    return"), WANTED)
        self.assertEqual([f[0] for f in result["functions"]], ["zero_pad"])
        self.assertEqual([(b[0], b[4]) for b in result["broken"]], [(1, "conv_forward")])

    def test_one_broken_function_leaves_the_others_of_its_cell(self):
        for broken in ("def conv_forward(A):\n    return (1\n", "def conv_forward(A)\n    return 1\n"):
            result = outline((f"{broken}\n{PAD}\nx = 1\n",), WANTED)
            self.assertEqual([f[0] for f in result["functions"]], ["zero_pad"], broken)
            self.assertEqual([b[4] for b in result["broken"]], ["conv_forward"])

    def test_each_of_two_broken_functions_is_told(self):
        result = outline(("def zero_pad(X:\n    pass\ndef conv_forward(A:\n    pass\n",), WANTED)
        self.assertEqual(sorted(b[4] for b in result["broken"]), ["conv_forward", "zero_pad"])

    def test_a_return_outside_of_all_functions_is_told_and_the_rest_read(self):
        result = outline((PAD + "return 3\n",), WANTED)
        self.assertEqual(len(result["functions"]), 1)
        self.assertIn("outside function", result["broken"][0][3])

    def test_hostile_texts_are_answered(self):
        for text in ("(" * 100_000, "1" + "+1" * 50_000, "\0", "x = '", "def " * 1000, "if 1:\n" * 200, "#" * 10**6):
            self.assertEqual(outline((text, PAD), WANTED)["functions"][0][0], "zero_pad", text[:20])


class Repairs(unittest.TestCase):
    def lines(self, source: str) -> list[str]:
        cell = repair(source)
        self.assertIsNone(cell.error, source)
        return cell.lines

    def test_commands_of_notebooks_are_taken_out_where_they_stand(self):
        for line in ("%matplotlib inline", "!pip install numpy > /dev/null", "np.pad?", "?np.pad", "files = !ls", "%%time"):
            self.assertIn(self.lines(line + "\nx = 1")[0], ("", "pass"), line)

    def test_a_command_that_is_all_of_a_block_leaves_something_there(self):
        self.assertEqual(self.lines("for i in range(3):\n    %timeit f(i)\n    !ls \\\n      -l")[1], "    pass")

    def test_a_cell_that_is_indented_as_a_whole_is_read_as_a_notebook_reads_it(self):
        found = self.lines("  def f():\n      %time\n\n      return 1\n")
        self.assertEqual(found, ["def f():", "    pass", "", "    return 1", ""])
        cell = repair("\n    %%time\n    x = 3")
        self.assertEqual((cell.error, len(cell.body)), (None, 1))
        for source in ("  x = 3\n y = 4", "x = 3\n  y = 4"):
            self.assertIsNotNone(repair(source).error)

    def test_a_remainder_that_begins_a_line_is_no_command(self):
        source = "x = (10\n  % 3)\ny = '''\n%matplotlib\n!ls\n'''"
        self.assertEqual(repair(source).lines, source.split("\n"))
        self.assertEqual(repair(source).remarks, [])

    def test_cells_in_other_languages_are_left_out(self):
        cell = repair("%%bash\nrm -rf /tmp/x")
        self.assertEqual((cell.body, cell.remarks), ([], [("other_language", 1, "bash")]))

    def test_prints_of_python_2_get_their_parentheses(self):
        for before, after in {
            'print "a", b': 'print("a", b)',
            'print "a # b" % c  # d': 'print("a # b" % c)  # d',
            "if x: print x": "if x: print(x)",
            "print": "print",
            "print x,": "print(x,)",
            "print 'a;b', x; print b": "print('a;b', x); print(b)",
        }.items():
            self.assertEqual(self.lines("x = b = c = 1\n" + before)[1], after)

    def test_prompts_of_a_session_are_taken_out(self):
        self.assertEqual(self.lines(">>> def f(x):\n...     return x\n...\n>>> f(1)\n1"), ["def f(x):", "    return x", "", "f(1)", "1"])

    def test_what_is_no_python_stays_and_is_told(self):
        cell = repair("def f(:\n    pass")
        self.assertEqual(cell.error[0], 1)
        self.assertEqual(cell.lines, ["def f(:", "    pass"])


class Unsolved(unittest.TestCase):
    def unsolved(self, source: str) -> bool:
        return is_unsolved(parse(source)[-1], source.split("\n"))

    def test_what_the_editions_hand_out_is_unsolved(self):
        for source in (
            "def f(X):\n    ### START CODE HERE ### (≈ 1 line)\n    X_pad = None\n    ### END CODE HERE ###\n    return X_pad",
            "def f(A):\n    (m, n) = None\n    for i in range(None):\n        a = None\n        dA[i, :] += None\n    return a",
            "def f(A):\n    n_H = int(1 + (n - f) / s)\n    A = np.zeros((m, n_H))\n    # YOUR CODE STARTS HERE\n    \n    "
            "# YOUR CODE ENDS HERE\n    cache = (A, h)\n    assert A.shape == (m, n_H)\n    return A, cache",
            "def f(x):\n    '''Text'''\n    # YOUR CODE HERE\n    raise NotImplementedError()",
            "def f(x):\n    pass",
            "def f(d, mode):\n    ### START CODE HERE ###\n    (a, h) = None\n    for i in range (None):\n        if mode == 'max':\n"
            "            d[i] += None\n        elif mode == 'average':\n            d[i] += None\n    ### END CODE ###\n"
            "    assert(a.shape == d)\n    return a",
            "def f(x):\n    ...",
            "def f(A):\n    m, n = A.shape\n    Z = None\n    cache = (A, n)\n    return Z, cache",
        ):
            self.assertTrue(self.unsolved(source), source)

    def test_a_single_expression_of_ones_own_is_an_attempt(self):
        for source in (
            "def f(X):\n    ### START CODE HERE ###\n    X_pad = X + 1\n    ### END CODE HERE ###\n    return X_pad",
            "def f(A):\n    n_H = int(1 + 2)\n    Z = None\n    return Z",
            "def f(A):\n    # YOUR CODE STARTS HERE\n    stride = h['stride']\n    # YOUR CODE ENDS HERE\n    return stride",
            "def f(x):\n    return x == np.max(x)",
            "def f(x):\n    return x",
            "def f(x):\n    for i in range(3):\n        a = None\n    return a",
        ):
            self.assertFalse(self.unsolved(source), source)


if __name__ == "__main__":
    sys.exit(unittest.main())
