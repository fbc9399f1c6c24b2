package org.stride.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stride.Golden;

/** The reader of golden files is checked here, on bytes written by hand, because every other golden test trusts it. */
class GoldenTest {
    @Test
    void everyDtypeIsRead() {
        assertThat(parse("<f8", "(2, 1)", doubles(0.1, -2)))
                .isEqualTo(NdArray.of(DType.FLOAT64, Shape.of(2, 1), 0.1, -2));
        assertThat(parse("<f4", "(1,)", buffer(4).putFloat(0.1f)))
                .isEqualTo(NdArray.of(DType.FLOAT32, Shape.of(1), 0.1f));
        assertThat(parse("<i8", "(2,)", buffer(16).putLong(-5).putLong(1L << 53)))
                .isEqualTo(NdArray.of(DType.INT64, Shape.of(2), -5, 0x1p53));
        assertThat(parse("<u4", "(1,)", buffer(4).putInt(-1)))
                .isEqualTo(NdArray.of(DType.INT64, Shape.of(1), 4294967295.0));
        assertThat(parse("<u8", "(1,)", buffer(8).putLong((1L << 53) - 1)))
                .isEqualTo(NdArray.of(DType.INT64, Shape.of(1), 0x1p53 - 1));
        assertThat(parse("|b1", "(1, 2)", buffer(2).put((byte) 1).put((byte) 0)))
                .isEqualTo(NdArray.of(DType.BOOL, Shape.of(1, 2), 1, 0));
    }

    @Test
    void scalarsAndEmptyArraysAreRead() {
        assertThat(parse("<f8", "()", doubles(7)).shape()).isEqualTo(Shape.SCALAR);
        assertThat(parse("<f8", "(0, 3)", doubles()).shape()).isEqualTo(Shape.of(0, 3));
    }

    @Test
    void theSecondVersionHasALongerLength() {
        assertThat(Golden.parse("two", npy(2, header("<f8", "False", "(1,)"), doubles(7)))
                        .flat(0))
                .isEqualTo(7);
    }

    @Test
    void whatItCannotReadIsRefusedWithASentence() {
        assertRefused(
                npy(1, header("<f8", "True", "(1,)"), doubles(7)),
                "golden: x is in Fortran order, save np.ascontiguousarray(array)");
        assertRefused(
                npy(1, header("<c16", "False", "(1,)"), doubles(7, 7)),
                "golden: x has dtype <c16, expected one of |b1, <i8, <u4, <u8, <f4, <f8");
        assertRefused(
                npy(1, header("<f8", "False", "(3,)"), doubles(7)),
                "golden: x has 8 bytes of values, shape (3,) of <f8 needs 24");
        assertRefused(
                npy(1, header("<u8", "False", "(1,)"), buffer(8).putLong(1L << 53)),
                "golden: x holds an integer beyond 2^53");
        assertRefused(
                npy(1, header("<u8", "False", "(1,)"), buffer(8).putLong(-1)),
                "golden: x holds an integer beyond 2^53");
        assertRefused(
                npy(3, header("<f8", "False", "(1,)"), doubles(7)), "golden: x has npy version 3, expected 1 or 2");
        assertRefused(
                npy(1, "{'descr': [('a', '<f8')]}", doubles()),
                "golden: x has an unexpected header {'descr': [('a', '<f8')]}");
        assertRefused("no npy file".getBytes(StandardCharsets.US_ASCII), "golden: x is not an npy file");
    }

    @Test
    void aMissingResourceIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Golden.read("golden/none.npz"))
                .withMessage("golden: no resource golden/none.npz on the classpath");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Golden.read("golden/make_array_goldens.py"))
                .withMessage("golden: golden/make_array_goldens.py is not an npz file, or an empty one");
    }

    @Test
    void aMissingArrayIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Golden.array("golden/array/logarithm.npz", "y"))
                .withMessage("golden: no y in golden/array/logarithm.npz, only [x, log]");
    }

    private static NdArray parse(String dtype, String shape, ByteBuffer values) {
        return Golden.parse("x", npy(1, header(dtype, "False", shape), values));
    }

    private static String header(String dtype, String fortranOrder, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }          \n".formatted(dtype, fortranOrder, shape);
    }

    private static byte[] npy(int version, String header, ByteBuffer values) {
        ByteBuffer npy = buffer(12 + header.length() + values.capacity());
        npy.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            npy.putShort((short) header.length());
        } else {
            npy.putInt(header.length());
        }
        npy.put(header.getBytes(StandardCharsets.US_ASCII)).put(values.rewind());
        byte[] bytes = new byte[npy.position()];
        npy.flip().get(bytes);
        return bytes;
    }

    private static ByteBuffer doubles(double... values) {
        ByteBuffer buffer = buffer(8 * values.length);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer;
    }

    private static ByteBuffer buffer(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void assertRefused(byte[] npy, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Golden.parse("x", npy))
                .withMessage(message);
    }
}
