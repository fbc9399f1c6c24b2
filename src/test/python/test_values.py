"""Values as bytes: what crosses, what only leaves its name, and what a hostile object cannot change."""

import struct
import unittest
import warnings

import numpy as np
from stride_runner.values import TooLarge, decode, encode


def names(value):
    """The name that crosses in place of a value."""
    data = encode(value)
    assert data[:1] == b"?", data
    return data[5:].decode()


class RoundTrip(unittest.TestCase):
    def same(self, value):
        back = decode(encode(value))
        self.assertIs(type(back), type(value))
        np.testing.assert_equal(back, value)
        return back

    def test_plain_values(self):
        for value in (None, True, False, 3, -(2**53), 0.1, float("inf"), "naïve ✓", "", (), [], {}):
            self.same(value)

    def test_numpy_scalars(self):
        for value in (np.float64(0.1), np.int64(-7), np.bool_(True)):
            self.same(value)

    def test_containers_keep_their_order_and_kind(self):
        self.same((1, [2.0, "x"], {"stride": 2, "pad": (0, None)}))

    def test_arrays_of_every_dtype_and_rank(self):
        for dtype in ("bool", "int64", "float32", "float64"):
            for shape in ((), (0,), (3,), (2, 0, 3), (2, 3, 4, 5)):
                array = np.arange(np.prod(shape)).reshape(shape).astype(dtype)
                back = self.same(array)
                self.assertEqual((back.dtype, back.shape), (array.dtype, shape))

    def test_every_memory_order_is_read_in_row_major_order(self):
        array = np.arange(24.0).reshape(2, 3, 4)
        for view in (array.T, array[::-1], array[:, ::2], np.asfortranarray(array), np.broadcast_to(1.0, (2, 2))):
            np.testing.assert_array_equal(decode(encode(view)), view)

    def test_nan_keeps_its_place(self):
        np.testing.assert_array_equal(decode(encode(np.array([np.nan, -0.0, np.inf]))), [np.nan, 0, np.inf])

    def test_narrow_integers_and_foreign_byte_orders_are_widened(self):
        for array in (np.arange(3, dtype="i2"), np.arange(3, dtype="u1"), np.arange(3, dtype=">i4")):
            self.assertEqual(decode(encode(array)).dtype, np.dtype("int64"))
        self.assertEqual(decode(encode(np.arange(3, dtype=">f8"))).dtype, np.dtype("float64"))

    def test_an_array_that_was_read_can_be_written(self):
        decode(encode(np.zeros(3)))[0] = 1

    def test_lone_surrogates_are_written_out(self):
        self.assertEqual(decode(encode("a\ud800")), "a\\ud800")


class OnlyTheName(unittest.TestCase):
    def test_arrays_that_no_exercise_returns(self):
        for dtype in ("complex128", "object", "float16", "uint64", "U3", "datetime64"):
            self.assertTrue(names(np.zeros(2, dtype)).startswith("numpy.ndarray of "), dtype)
        self.assertEqual(names(np.zeros(2, [("x", "f8")])), "numpy.ndarray of void64")

    def test_subclasses_with_an_arithmetic_of_their_own(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.assertEqual(names(np.matrix([[1.0]])), "numpy.matrix")
        self.assertTrue(names(np.ma.array([1.0], mask=[True])).startswith("numpy.MaskedArray"))

    def test_scalars_that_java_does_not_hold(self):
        self.assertEqual(names(np.float16(1)), "numpy.float16")
        self.assertEqual(names(np.complex128(1)), "numpy.complex128")
        self.assertEqual(names(10**400), "int")
        self.assertEqual(names(1j), "complex")

    def test_anything_else(self):
        self.assertEqual(names({1, 2}), "set")
        self.assertEqual(names({1: 2}), "dict")
        self.assertEqual(names(print), "builtin_function_or_method")
        self.assertEqual(names(type("Strange\n" * 50, (), {})()), "object")


class Lying(unittest.TestCase):
    """Objects that say one thing of themselves and are another."""

    def test_a_subclass_of_ndarray_crosses_as_what_it_holds(self):
        class Liar(np.ndarray):
            dtype = shape = size = ndim = None

            def __eq__(self, other):
                return True

            def __array_function__(self, *_):
                raise AssertionError

            __array_ufunc__ = tobytes = astype = view = __array_function__

        plain = np.arange(3.0)
        np.testing.assert_array_equal(decode(encode(np.ndarray.view(plain, Liar))), plain)

    def test_a_subclass_of_float_crosses_as_what_it_holds(self):
        class Liar(float):
            def __float__(self):
                return 42.0

            __class__ = int

        self.assertEqual(decode(encode(Liar(1))), 1.0)

    def test_subclasses_of_int_and_of_numpy_scalars_too(self):
        class Count(int):
            def __int__(self):
                return 42

            __float__ = __index__ = __int__

        class Number(np.float64):
            def item(self):
                return 42.0

            __float__ = item

        self.assertEqual(decode(encode(Count(1))), 1)
        self.assertEqual(decode(encode(Number(1))), 1.0)

    def test_subclasses_of_containers_too(self):
        class Items(list):
            def __iter__(self):
                return iter([42])

            def __len__(self):
                return 1 << 40

        class Text(str):
            def __str__(self):
                return "42"

            def encode(self, *_):
                return b"42"

            def __len__(self):
                return 42

        self.assertEqual(decode(encode(Items([1, 2]))), [1, 2])
        self.assertEqual(decode(encode(Text("1"))), "1")

    def test_nothing_is_pickled(self):
        class Bomb:
            def __reduce__(self):
                raise AssertionError

            __reduce_ex__ = __getstate__ = __reduce__

        self.assertEqual(names(Bomb()), "Bomb")


class Bounds(unittest.TestCase):
    def too_large(self, value, budget=1000):
        with self.assertRaises(TooLarge):
            encode(value, budget)

    def test_arrays_count_eight_bytes_for_each_element(self):
        encode(np.zeros(125), 1000)
        self.too_large(np.zeros(126))
        self.too_large(np.zeros(126, bool))

    def test_a_view_that_takes_no_memory_still_counts(self):
        self.too_large(np.broadcast_to(0.0, (10**9,)))

    def test_texts_and_containers_count(self):
        self.too_large("x" * 1001)
        self.too_large("✓" * 400)
        self.too_large([None] * 20)
        self.too_large({str(key): key for key in range(20)})

    def test_depth_ends_in_a_name(self):
        deep = []
        for _ in range(10**5):
            deep = [deep]
        self.assertIn(b"?", encode(deep))

    def test_a_list_that_contains_itself_ends(self):
        itself = []
        itself.append(itself)
        encode(itself, 10_000)
        itself.extend([itself] * 9)
        self.too_large(itself, 10**6)


class Malformed(unittest.TestCase):
    def test_unknown_tags_are_refused(self):
        with self.assertRaises(ValueError):
            decode(b"P")

    def test_bytes_that_end_early_are_refused(self):
        whole = encode((1, "x", np.zeros(2)))
        for length in range(len(whole)):
            with self.assertRaises((struct.error, ValueError, UnicodeDecodeError)):
                value = decode(whole[:length])
                # A text that is cut off is only shorter
                raise ValueError(value)


if __name__ == "__main__":
    unittest.main()
