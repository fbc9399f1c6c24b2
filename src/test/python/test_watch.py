"""What a watched run notes, and that it means the same as one that is not watched."""

import unittest
import warnings
from pathlib import Path

import numpy as np
from stride_runner import watch
from stride_runner.values import encode

EXERCISES = Path(__file__).parents[2] / "main/resources/exercises"
HELPERS = {
    "zero_pad": "np_pad",
    "conv_single_step": "multiply_and_sum",
    "conv_forward": "four_loops",
    "pool_forward": "four_loops",
    "create_mask_from_window": "compare_with_max",
    "distribute_value": "full",
}


def listing(exercise, name):
    return (EXERCISES / exercise / "listings" / f"{name}.py").read_text("utf-8")


def numbers(*shape):
    return np.random.RandomState(len(shape)).randn(*shape)


def arguments(exercise):
    layer = (numbers(2, 5, 7, 3), numbers(3, 3, 3, 2), numbers(1, 1, 1, 2), {"stride": 2, "pad": 2})
    return {
        "zero_pad": (numbers(2, 3, 4, 2), 2),
        "conv_single_step": (numbers(3, 3, 2), numbers(3, 3, 2), numbers(1, 1, 1)),
        "conv_forward": layer,
        "pool_forward": (numbers(2, 5, 7, 3), {"stride": 2, "f": 3}),
        "conv_backward": (numbers(2, 4, 5, 2), layer),
        "create_mask_from_window": (numbers(2, 3),),
        "distribute_value": (2.5, (2, 3)),
        "pool_backward": (numbers(2, 2, 3, 3), (numbers(2, 5, 7, 3), {"stride": 2, "f": 3}), "average"),
    }[exercise]


class Watching(unittest.TestCase):
    def setUp(self):
        usual = {name: getattr(np, name) for name in watch.FRESH}
        self.addCleanup(lambda: [setattr(np, name, make) for name, make in usual.items()])
        self.notes = []
        self.truncated = False
        self.recorder = watch.Recorder(self.take)
        self.recorder.install()

    def take(self, notes, truncated):
        self.notes += [(name, kind, line, [tuple(map(int, row)) for row in ranges]) for name, kind, line, ranges in notes]
        self.truncated = truncated

    def define(self, source, function):
        names = {"np": np}
        for exercise, name in HELPERS.items():
            if exercise != function:
                exec(compile(listing(exercise, name), "<stride>", "exec"), names)
        exec(compile(source, "<code>", "exec"), names)
        return names[function]

    def run_watched(self, function, arguments):
        arguments = self.recorder.begin(function, arguments)
        try:
            return function(*arguments), arguments
        finally:
            self.recorder.end()

    def watched(self, source, *arguments):
        """The notes of one call of f."""
        self.notes.clear()
        self.run_watched(self.define(source, "f"), arguments)
        return self.notes


class TheSameAsEver(Watching):
    def outcome(self, run):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                value, arguments = run()
            except Exception as error:
                return type(error).__name__, str(error)
            return encode(value), encode(arguments)

    def test_every_listing_gives_what_it_gives_unwatched(self):
        count = 0
        for file in sorted(EXERCISES.glob("*/listings/*.py")):
            exercise = file.parts[-3]
            with self.subTest(exercise=exercise, listing=file.stem):
                function = self.define(file.read_text("utf-8"), exercise)
                watched = self.outcome(lambda: self.run_watched(function, arguments(exercise)))

                def unwatched():
                    given = arguments(exercise)
                    return function(*given), given

                self.assertEqual(watched, self.outcome(unwatched))
                count += 1
        self.assertGreater(count, 100)

    def test_what_is_computed_takes_no_notes(self):
        source = """
def f(X):
    Y = np.zeros((2, 2))
    return X + 1, X * Y, X.sum(axis=0), np.sum(X, axis=1), np.pad(X, 1), X.copy(), np.maximum(X, 0), X == X.max(), X[X > 1]
"""
        (results, _) = self.run_watched(self.define(source, "f"), (numbers(2, 2),))
        for result in (*results[:4], *results[5:]):
            self.assertIs(type(result), np.ndarray)

    def test_it_looks_like_an_array(self):
        source = "def f(X):\n    return repr(X), str(X), f'{X}', isinstance(X, np.ndarray), np.array_repr(X)"
        (got, _) = self.run_watched(self.define(source, "f"), (np.ones(2),))
        self.assertEqual(got, ("array([1., 1.])", "[1. 1.]", "[1. 1.]", True, "array([1., 1.])"))


class Windows(Watching):
    def test_zero_pad(self):
        source = """def f(X, pad):
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, pad:pad + n_H, pad:-pad, :] = X
    return X_pad"""
        self.assertEqual(
            self.watched(source, numbers(2, 3, 4, 1), 2),
            [("X_pad", "write", 4, [(0, 2, 1), (2, 5, 1), (2, 6, 1), (0, 1, 1)])],
        )

    def test_conv_forward_with_stride_2_and_pad_1(self):
        function = self.define(listing("conv_forward", "four_loops"), "conv_forward")
        self.run_watched(function, (numbers(1, 3, 3, 2), numbers(3, 3, 2, 1), numbers(1, 1, 1, 1), {"stride": 2, "pad": 1}))
        reads = [ranges for name, kind, _, ranges in self.notes if (name, kind) == ("A_prev_pad", "read")]
        image, channels = (0, 1, 1), (0, 2, 1)
        self.assertEqual(
            reads,
            [
                [image, (0, 5, 1), (0, 5, 1), channels],
                [image, (0, 3, 1), (0, 3, 1), channels],
                [image, (0, 3, 1), (2, 5, 1), channels],
                [image, (2, 5, 1), (0, 3, 1), channels],
                [image, (2, 5, 1), (2, 5, 1), channels],
            ],
        )
        self.assertEqual(
            [ranges[1:3] for name, kind, _, ranges in self.notes if (name, kind) == ("Z", "write")],
            [[(h, h + 1, 1), (w, w + 1, 1)] for h in range(2) for w in range(2)],
        )
        self.assertEqual({name for name, *_ in self.notes}, {"A_prev_pad", "W", "b", "Z"})

    def test_arrays_inside_the_cache_go_by_their_variables(self):
        source = "def f(dA, cache):\n    A_prev, h = cache\n    A_prev[0]\n    cache[0][1]\n    return dA[1]"
        self.assertEqual(
            [(name, line) for name, _, line, _ in self.watched(source, np.ones(2), (np.ones(2), {"f": 2}))],
            [("A_prev", 3), ("A_prev", 4), ("dA", 5)],
        )
        self.assertEqual(self.watched("def f(cache):\n    return cache[0][1]", (np.ones(2), 1))[0][0], "cache[0]")

    def test_a_fresh_array_without_a_variable_goes_by_its_line(self):
        self.assertEqual(
            self.watched("def f():\n    return np.ones((2, 2))[1]"), [("line 2", "read", 2, [(1, 2, 1), (0, 2, 1)])]
        )


class Ranges(Watching):
    def ranges(self, line):
        return [(kind, ranges) for _, kind, _, ranges in self.watched(f"def f(X):\n    {line}", numbers(4, 6))]

    def test_slices_are_normalised(self):
        self.assertEqual(self.ranges("X[-2:, ::4]"), [("read", [(2, 4, 1), (0, 5, 4)])])
        self.assertEqual(self.ranges("X[::-1, 5]"), [("read", [(0, 4, 1), (5, 6, 1)])])
        self.assertEqual(self.ranges("X[..., np.int64(-1)]"), [("read", [(0, 4, 1), (5, 6, 1)])])
        self.assertEqual(self.ranges("X[None, 1]"), [("read", [(1, 2, 1), (0, 6, 1)])])
        self.assertEqual(self.ranges("X[2:2]"), [("read", [(0, 0, 1), (0, 0, 1)])])

    def test_views_of_views_are_ranges_of_the_whole(self):
        self.assertEqual(self.ranges("X[1:][::2][1][2:4]")[-1], ("read", [(3, 4, 1), (2, 4, 1)]))
        self.assertEqual(self.ranges("X.T[1]"), [("read", [(0, 4, 1), (1, 2, 1)])])
        self.assertEqual(self.ranges("np.transpose(X)[1, 2]"), [("read", [(2, 3, 1), (1, 2, 1)])])
        self.assertEqual(self.ranges("[row[0] for row in X[:1]]")[-1], ("read", [(0, 1, 1), (0, 1, 1)]))

    def test_what_is_picked_is_told_by_the_box_around_it(self):
        self.assertEqual(self.ranges("X[[1, 3], [2, 4]]"), [("read", [(1, 4, 1), (2, 5, 1)])])
        self.assertEqual(
            self.watched("def f(X):\n    X[X > 1] = 0", np.array([0.0, 2, 0, 2, 0])), [("X", "write", 2, [(1, 4, 1)])]
        )

    def test_what_lies_across_rows_is_told_as_everything(self):
        self.assertEqual(self.ranges("X.reshape(-1)[5:8]"), [("read", [(0, 4, 1), (0, 6, 1)])])

    def test_adding_in_place_reads_and_writes(self):
        window = [(0, 2, 1), (0, 6, 1)]
        self.assertEqual(self.ranges("X[:2] += 1"), [("read", window), ("write", window)])
        self.assertEqual(self.ranges("X[0, 0] += 1"), [(kind, [(0, 1, 1), (0, 1, 1)]) for kind in ("read", "write")])
        self.assertEqual(self.ranges("X += 1"), [(kind, [(0, 4, 1), (0, 6, 1)]) for kind in ("read", "write")])
        self.assertEqual(
            self.ranges("np.multiply(X[0], 2, out=X[1])"),
            [(kind, [(row, row + 1, 1), (0, 6, 1)]) for kind, row in (("read", 0), ("read", 1), ("write", 1))],
        )

    def test_an_index_that_fails_is_no_access(self):
        with self.assertRaisesRegex(IndexError, "^index 9 is out of bounds for axis 0 with size 4$"):
            self.ranges("X[9]")
        self.assertEqual(self.notes, [])


class Bounds(Watching):
    def test_after_so_many_notes_only_the_code_goes_on(self):
        source = "def f(X, n):\n    for i in range(n): X[0] = i\n    return X[0]"
        function = self.define(source, "f")
        value, _ = self.run_watched(function, (np.zeros(1), watch.MOST + 10))
        self.assertEqual(value, watch.MOST + 9)
        self.assertEqual(len(self.notes), watch.MOST)
        self.assertTrue(self.truncated)

    def test_exactly_so_many_are_all(self):
        self.watched("def f(X, n):\n    for i in range(n): X[0] = i", np.zeros(1), watch.MOST)
        self.assertEqual(len(self.notes), watch.MOST)
        self.assertFalse(self.truncated)

    def test_between_calls_nothing_is_watched(self):
        self.watched("def f(X):\n    return X[0]", np.ones(1))
        self.assertIs(type(np.zeros(3)), np.ndarray)

    def test_a_recorder_that_was_broken_does_not_stop_the_code(self):
        source = "def f(X):\n    X._root = 3\n    X[0] = 2\n    type(X)._root = None\n    return X[0]"
        value, _ = self.run_watched(self.define(source, "f"), (np.ones(1),))
        self.assertEqual(value, 2)


if __name__ == "__main__":
    unittest.main()
