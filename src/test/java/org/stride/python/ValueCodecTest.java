package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;

class ValueCodecTest {
    private static final long PLENTY = 1 << 20;

    static Stream<Value> values() {
        return Stream.of(
                Value.NONE,
                Value.Scalar.of(3),
                Value.Scalar.of(0.1),
                new Value.Scalar(1, Value.Scalar.Type.PYTHON_BOOL),
                new Value.Scalar(0, Value.Scalar.Type.NUMPY_BOOL),
                new Value.Scalar(-7, Value.Scalar.Type.NUMPY_INT),
                new Value.Scalar(Double.NaN, Value.Scalar.Type.PYTHON_FLOAT),
                new Value.Text("naïve ✓"),
                NdArray.zeros(DType.FLOAT64, Shape.SCALAR),
                NdArray.of(DType.FLOAT64, Shape.of(2, 2), 1, Double.NaN, -0.0, Double.POSITIVE_INFINITY),
                NdArray.of(DType.FLOAT32, Shape.of(3), 0.1, 2, 3),
                NdArray.of(DType.INT64, Shape.of(1, 2), -1, 1L << 40),
                NdArray.of(DType.BOOL, Shape.of(2, 1), 1, 0),
                NdArray.zeros(2, 0, 3),
                Value.Tuple.of(),
                new Value.Tuple(List.of(Value.NONE, Value.Tuple.of(new Value.Text(""))), true),
                Value.Dictionary.of("stride", Value.Scalar.of(2)).with("pad", Value.Scalar.of(1)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsWrittenIsRead(Value value) throws BrokenMessageException {
        assertThat(ValueReader.read(ValueWriter.write(value), PLENTY)).isEqualTo(value);
    }

    @Test
    void whatHasOnlyANameCannotBeAnArgument() {
        assertThatThrownBy(() -> ValueWriter.write(new Value.Other("set")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "50", // an unknown tag, such as a pickle's
                "4e4e", // more than one value
                "53 78 0000000000000000", // an unknown number
                "53 66 00000000", // half a number
                "41 63 00", // an unknown dtype
                "41 64 ff", // 255 axes
                "41 64 01 ffffffff", // a negative length
                "41 64 02 7fffffff 7fffffff", // more elements than there are bytes in the world
                "41 64 01 00010001 0000000000000000", // more elements than bytes
                "55 7fffffff 41", // a text longer than its bytes
                "55 ffffffff",
                "28 7fffffff", // two thousand million parts
                "28 ffffffff",
                "28 00000002 4e", // a part is missing
                "7b 00000001 00000001 41" // a value is missing
            })
    void whatIsMalformedIsRefused(String hex) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThatThrownBy(() -> ValueReader.read(bytes, PLENTY)).isInstanceOf(BrokenMessageException.class);
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        byte[] deep = new byte[5 * 100_000];
        for (int level = 0; level < 100_000; level++) {
            deep[5 * level] = '[';
            deep[5 * level + 4] = 1;
        }
        assertThatThrownBy(() -> ValueReader.read(deep, Long.MAX_VALUE)).isInstanceOf(BrokenMessageException.class);
    }

    @Test
    void theBudgetCountsWhatJavaWouldHold() throws BrokenMessageException {
        byte[] bits = ValueWriter.write(NdArray.zeros(DType.BOOL, Shape.of(1000)));
        assertThat(ValueReader.read(bits, 8000)).isInstanceOf(NdArray.class);
        assertThatThrownBy(() -> ValueReader.read(bits, 7999)).isInstanceOf(BrokenMessageException.class);
    }

    @Test
    void noBytesDoMoreThanBeRefused() {
        Random random = new Random(2);
        List<byte[]> whole = values().map(ValueWriter::write).toList();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = whole.get(random.nextInt(whole.size())).clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            for (byte[] attempt : List.of(bytes, cut)) {
                try {
                    ValueReader.read(attempt, PLENTY);
                } catch (BrokenMessageException expected) {
                    assertThat(expected).hasMessageMatching("(?s).+");
                }
            }
        }
    }
}
