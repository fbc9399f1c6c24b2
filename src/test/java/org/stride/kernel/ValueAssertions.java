package org.stride.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.stride.array.NdArray;
import org.stride.array.Value;

/** Comparing values that were computed in different orders of summation. */
public final class ValueAssertions {
    /** Sums of some hundred products of order 1 differ by far less. */
    public static final double SUMMATION = 1e-11;

    private ValueAssertions() {}

    /** Same shape; each number within {@code tolerance · max(1, |expected|)}; NaN and infinities at the same places. */
    public static void assertClose(String what, NdArray actual, NdArray expected, double tolerance) {
        assertThat(actual.shape()).as("%s: shape", what).isEqualTo(expected.shape());
        for (int offset = 0; offset < expected.size(); offset++) {
            assertClose(
                    "%s: at offset %d of shape %s".formatted(what, offset, expected.shape()),
                    actual.flat(offset),
                    expected.flat(offset),
                    tolerance);
        }
    }

    /** The same kinds of parts, arrays and numbers close, everything else equal. */
    public static void assertClose(String what, Value actual, Value expected, double tolerance) {
        switch (expected) {
            case NdArray array -> {
                assertThat(actual).as(what).isInstanceOf(NdArray.class);
                assertClose(what, (NdArray) actual, array, tolerance);
            }
            case Value.Scalar scalar -> {
                assertThat(actual).as(what).isInstanceOf(Value.Scalar.class);
                assertClose(what, ((Value.Scalar) actual).value(), scalar.value(), tolerance);
            }
            case Value.Tuple tuple -> {
                assertThat(actual).as(what).isInstanceOf(Value.Tuple.class);
                var parts = ((Value.Tuple) actual).parts();
                assertThat(parts).as("%s: parts", what).hasSameSizeAs(tuple.parts());
                for (int part = 0; part < parts.size(); part++) {
                    assertClose(
                            what + ", part " + part,
                            parts.get(part),
                            tuple.parts().get(part),
                            tolerance);
                }
            }
            case Value.Dictionary dictionary -> assertThat(actual).as(what).isEqualTo(dictionary);
            case Value.Text text -> assertThat(actual).as(what).isEqualTo(text);
            case Value.None none -> assertThat(actual).as(what).isEqualTo(none);
            case Value.Other other -> assertThat(actual).as(what).isEqualTo(other);
        }
    }

    private static void assertClose(String what, double actual, double expected, double tolerance) {
        boolean close = Double.compare(actual, expected) == 0
                || Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
        if (!close) {
            throw new AssertionError("%s: expected %s, got %s".formatted(what, expected, actual));
        }
    }
}
