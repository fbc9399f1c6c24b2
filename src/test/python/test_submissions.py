"""What expected.json says of the submissions is true: shown by running their functions here, without the grader."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import tempfile
import unittest
import warnings
from pathlib import Path
from typing import Any, Iterator
from unittest import mock

import numpy as np

from needed_code import Program, cells, parsed
from reference import HELPERS, REFERENCE, advisory_cases, cases

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "src/test/resources/submissions"
EXERCISES = ROOT / "src/main/resources/exercises"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))

# What must not be called here, or would never come back
NOT_RUN = ("out_of_time", "out_of_memory", "not_available")

# By their own name, since one of the submissions replaces those of the module
allclose = np.allclose


def functions(*statuses: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """File, function and what is expected, for all that have one of these statuses."""
    for file, expectation in EXPECTED.items():
        for name, said in expectation.get("functions", {}).items():
            if said["status"] in statuses:
                yield file, name, said


def faulty(said: dict[str, Any]) -> bool:
    """Whether a function can spoil another: it is wrong, or leaves its arguments changed."""
    return said["status"] == "failed" or "changes_input" in said.get("notes", ())


class Submission:
    """A file whose functions can be called."""

    def __init__(self, file: str) -> None:
        self.said = EXPECTED[file]["functions"]
        self.program = Program(cells(FOLDER / file))

    def function(self, name: str, own_helpers: bool = True) -> Any:
        """The function as it stands; or with right versions of what it may call, in the place of the file's own."""
        scope: dict[str, Any] = {"np": np, "__name__": "__main__"}  # Data classes look their module up
        helpers = {helper: REFERENCE[helper] for helper in HELPERS.get(name, ())}
        scope.update(helpers)
        found = self.program.load(name, scope)
        for helper, right in helpers.items():
            if not own_helpers or self.said[helper]["status"] in ("not_attempted", "error"):
                scope[helper] = right
        return found


def call(function: Any, arguments: tuple) -> Any:
    """What comes back, or the exception that comes out."""
    try:
        return function(*copy.deepcopy(arguments))
    except (Exception, SystemExit) as error:
        return error


def same(one: Any, other: Any) -> bool:
    """Whether two results are equal but for rounding; of exceptions, whether they are of one class."""
    if isinstance(one, BaseException) or isinstance(other, BaseException):
        return type(one) is type(other)
    if isinstance(one, dict):
        one, other = tuple(one.items()), tuple(other.items()) if isinstance(other, dict) else other
    if isinstance(one, tuple):
        return isinstance(other, tuple) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) or isinstance(other, (str, list, tuple, dict)) or other is None:
        return type(one) is type(other) and one == other
    one, other = np.asarray(one), np.asarray(other)  # Without the ideas of any class derived from them
    return one.shape == other.shape and bool(allclose(other, one, rtol=1e-5, atol=1e-8, equal_nan=True))


def right(name: str, function: Any, arguments: tuple) -> bool:
    """Whether a call gives what it should, of the right type."""
    wanted, got = REFERENCE[name](*copy.deepcopy(arguments)), call(function, arguments)
    return same(wanted, got) and (name == "conv_single_step" or isinstance(got, type(wanted)))


class Submissions(unittest.TestCase):
    def setUp(self) -> None:
        quiet = contextlib.ExitStack()
        self.addCleanup(quiet.close)
        quiet.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        quiet.enter_context(contextlib.redirect_stdout(io.StringIO()))
        quiet.enter_context(mock.patch.multiple(np, allclose=np.allclose, isclose=np.isclose))

    def assert_all_right(self, name: str, function: Any) -> None:
        for number, arguments in enumerate(cases(name)):
            self.assertTrue(right(name, function, arguments), f"case {number}: {call(function, arguments)!r}")

    def assert_some_wrong(self, name: str, function: Any) -> None:
        self.assertFalse(all(right(name, function, arguments) for arguments in cases(name)))

    def test_the_files_are_what_the_script_writes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            written = Path(folder)
            namespace: dict[str, Any] = {"__name__": "make", "__file__": str(FOLDER / "make_submissions.py")}
            exec(compile((FOLDER / "make_submissions.py").read_text(), "make_submissions.py", "exec"), namespace)
            namespace["write"](written)
            self.assertEqual(sorted(EXPECTED), sorted(path.name for path in written.iterdir() if path.name[:2].isdigit()))
            for path in written.iterdir():
                self.assertEqual((FOLDER / path.name).read_bytes(), path.read_bytes(), path.name)

    def test_there_are_sixty(self) -> None:
        self.assertEqual(60, len(EXPECTED))
        self.assertEqual(sorted(EXPECTED), sorted(path.name for path in FOLDER.glob("[0-9]*")))

    def test_passed_functions_are_right(self) -> None:
        for file, name, said in functions("passed"):
            with self.subTest(file=file, function=name):
                self.assert_all_right(name, Submission(file).function(name, own_helpers="blame" not in said))

    def test_failed_functions_are_wrong_whatever_they_call(self) -> None:
        for file, name, said in functions("failed"):
            if said.get("cause") not in NOT_RUN:
                for own_helpers in (True, False):
                    with self.subTest(file=file, function=name, own_helpers=own_helpers):
                        self.assert_some_wrong(name, Submission(file).function(name, own_helpers))

    def test_whoever_is_blamed_spoils_the_function(self) -> None:
        for file, name, said in functions("passed", "failed"):
            if "blame" in said:
                with self.subTest(file=file, function=name):
                    submission = Submission(file)
                    function = submission.function(name)
                    self.assert_some_wrong(name, function)
                    self.assertEqual(said["status"] == "failed", name in said["blame"])
                    helpers = [helper for helper in said["blame"] if helper != name]
                    for helper in helpers:
                        self.assertTrue(faulty(submission.said[helper]), helper)
                        function.__globals__[helper] = REFERENCE[helper]
                    if name not in said["blame"]:
                        self.assert_all_right(name, function)

    def test_a_flaw_gives_the_same_as_its_listing(self) -> None:
        for file, name, said in functions("failed"):
            if "flaw" in said:
                with self.subTest(file=file, function=name, flaw=said["flaw"]):
                    scope: dict[str, Any] = {"np": np, **REFERENCE}
                    exec((EXERCISES / name / "listings" / f"{said['flaw']}.py").read_text(encoding="utf-8"), scope)
                    function = Submission(file).function(name, own_helpers=False)
                    for arguments in cases(name):
                        self.assertTrue(same(call(scope[name], arguments), call(function, arguments)))

    def test_every_exercise_has_flaws_of_several_kinds(self) -> None:
        flaws = {(name, said["flaw"]) for _, name, said in functions("failed") if "flaw" in said}
        for name in REFERENCE:
            self.assertGreaterEqual(len([flaw for of, flaw in flaws if of == name]), 3, name)

    def test_what_raises_raises_what_is_expected(self) -> None:
        for file, name, said in functions("failed"):
            if "raises" in said:
                with self.subTest(file=file, function=name):
                    function = Submission(file).function(name)
                    ends = [call(function, arguments) for arguments in cases(name)]
                    raised = {type(end).__name__ for end in ends if isinstance(end, BaseException)}
                    self.assertEqual({said["raises"]}, raised)

    def test_causes_are_what_is_seen(self) -> None:
        seen = {
            "nothing_returned": lambda results: all(result is None for result in results),
            "wrong_type": lambda results: all(isinstance(result, (str, list)) for result in results),
            "wrong_numbers": lambda results: any(isinstance(result, (tuple, np.ndarray, float)) for result in results),
            "other_parameters": lambda results: all(isinstance(result, Exception) for result in results),
            "exited": lambda results: all(isinstance(result, SystemExit) for result in results),
        }
        for file, name, said in functions("failed"):
            if said.get("cause") not in (None, *NOT_RUN):
                with self.subTest(file=file, function=name, cause=said["cause"]):
                    function = Submission(file).function(name)
                    self.assertTrue(seen[said["cause"]]([call(function, arguments) for arguments in cases(name)]))

    def test_what_is_in_error_cannot_be_loaded(self) -> None:
        for file, name, said in functions("error"):
            with self.subTest(file=file, function=name):
                submission = Submission(file)
                if said.get("cause") == "not_python":
                    self.assertFalse(submission.program.defines(name))
                elif said.get("cause") == "no_module":
                    with self.assertRaises(ImportError):
                        exec(said["place"]["code"], {})
                else:
                    with self.assertRaises(Exception) as raised:
                        submission.function(name)
                    self.assertEqual(said["raises"], type(raised.exception).__name__)

    def test_what_is_not_attempted_is_not_there_or_never_right(self) -> None:
        for file, name, _ in functions("not_attempted"):
            with self.subTest(file=file, function=name):
                function = Submission(file).function(name)
                if function is not None:
                    self.assertFalse(any(right(name, function, arguments) for arguments in cases(name)))

    def test_notes_are_true_and_none_is_missing(self) -> None:
        for file, name, said in functions("passed"):
            function = Submission(file).function(name, own_helpers="blame" not in said)
            for note in ("pad_zero", "ties"):
                if name in advisory_cases(note):
                    with self.subTest(file=file, function=name, note=note):
                        holds = not right(name, function, advisory_cases(note)[name])
                        self.assertEqual(note in said.get("notes", ()), holds)
            if name == "create_mask_from_window":
                with self.subTest(file=file, function=name):
                    numbers = function(np.array([[1.0, 2.0]])).dtype != bool
                    self.assertEqual("numbers_for_booleans" in said.get("notes", ()), numbers)

    def test_only_what_is_said_to_change_its_input_does(self) -> None:
        for file, name, said in functions("passed"):
            with self.subTest(file=file, function=name):
                function = Submission(file).function(name, own_helpers="blame" not in said)
                changed = False
                for arguments in cases(name):
                    given = copy.deepcopy(arguments)
                    function(*given)
                    changed |= not same(arguments, given)
                self.assertEqual("changes_input" in said.get("notes", ()), changed)

    def test_places_say_what_stands_there(self) -> None:
        for file, name, said in functions("failed", "error"):
            if "place" in said and "cell" not in said["place"]:
                with self.subTest(file=file, function=name):
                    line = cells(FOLDER / file)[0].split("\n")[said["place"]["line"] - 1]
                    self.assertEqual(said["place"]["code"], line.strip())

    def test_unreadable_files_are_no_notebooks(self) -> None:
        unreadable = [file for file, expectation in EXPECTED.items() if expectation.get("unreadable")]
        self.assertEqual(4, len(unreadable))
        for file in unreadable:
            with self.subTest(file=file):
                with self.assertRaises((ValueError, TypeError, RecursionError)):
                    json.loads((FOLDER / file).read_bytes())["cells"][0]["source"]
                self.assertIsNone(parsed((FOLDER / file).read_text(encoding="utf-8")))


if __name__ == "__main__":
    unittest.main()
