package org.stride.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NdArrayTest {
    private static final NdArray MATRIX = NdArray.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @Test
    void newArraysAreZeroAndFloat64() {
        NdArray zeros = NdArray.zeros(2, 3);
        assertThat(zeros.dtype()).isEqualTo(DType.FLOAT64);
        assertThat(zeros.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(zeros.toArray()).containsOnly(0).hasSize(6);
        assertThat(NdArray.full(Shape.of(2), 0.5).toArray()).containsExactly(0.5, 0.5);
        assertThat(NdArray.zeros().rank()).isZero();
    }

    @Test
    void elementsAreReadAndWrittenInRowMajorOrder() {
        NdArray array = NdArray.zeros(2, 3, 4, 5);
        array.set(7, 1, 2, 3, 4);
        array.add(0.5, 1, 2, 3, 4);
        assertThat(array.get(1, 2, 3, 4)).isEqualTo(7.5).isEqualTo(array.flat(119));
        NdArray cube = NdArray.zeros(2, 3, 4);
        cube.set(3, 0, 1, 2);
        assertThat(cube.get(0, 1, 2)).isEqualTo(3).isEqualTo(cube.flat(6));
        assertThat(MATRIX.get(1, 0)).isEqualTo(4);
        assertThat(NdArray.of(Shape.SCALAR, 8).get()).isEqualTo(8);
    }

    @Test
    void everyDtypeStoresAsNumPyDoes() {
        Shape shape = Shape.of(4);
        double[] values = {0.1, -1.9, 0, 2};
        assertThat(NdArray.of(DType.FLOAT64, shape, values).toArray()).containsExactly(values);
        assertThat(NdArray.of(DType.FLOAT32, shape, values).toArray()).containsExactly(0.1f, -1.9f, 0, 2);
        assertThat(NdArray.of(DType.INT64, shape, values).toArray()).containsExactly(0, -1, 0, 2);
        assertThat(NdArray.of(DType.BOOL, shape, values).toArray()).containsExactly(1, 1, 0, 1);
    }

    @Test
    void everyWayOfWritingStoresAsTheDtypeDoes() {
        NdArray integers = NdArray.zeros(DType.INT64, Shape.of(1, 1, 1, 2));
        integers.set(1.9, 0, 0, 0, 0);
        integers.add(1.9, 0, 0, 0, 0);
        integers.setFlat(-3.7, 1);
        assertThat(integers.toArray()).containsExactly(2, -3);
        NdArray single = NdArray.zeros(DType.FLOAT32, Shape.of(1, 1, 1));
        single.set(0.1, 0, 0, 0);
        assertThat(single.get(0, 0, 0)).isEqualTo(0.1f);
        NdArray flags = NdArray.zeros(DType.BOOL, Shape.of(1));
        flags.set(0.5, new int[] {0});
        assertThat(flags.get(0)).isEqualTo(1);
    }

    @Test
    void whatComesInAndGoesOutIsCopied() {
        double[] values = {1, 2};
        NdArray array = NdArray.of(Shape.of(2), values);
        values[0] = 9;
        array.toArray()[1] = 9;
        array.copy().setFlat(9, 0);
        array.reshape(2, 1).setFlat(9, 0);
        array.asType(DType.FLOAT64).setFlat(9, 0);
        array.at(0).setFlat(9, 0);
        assertThat(array.toArray()).containsExactly(1, 2);
    }

    @Test
    void reshapeKeepsTheOrderOfTheElements() {
        assertThat(MATRIX.reshape(3, 2)).hasToString("[[1. 2.]\n [3. 4.]\n [5. 6.]]");
    }

    @Test
    void transposeReordersTheAxes() {
        assertThat(MATRIX.transpose(1, 0)).hasToString("[[1. 4.]\n [2. 5.]\n [3. 6.]]");
        NdArray image = NdArray.zeros(2, 3, 4);
        image.set(7, 1, 2, 3);
        assertThat(image.transpose(2, 0, 1).shape()).isEqualTo(Shape.of(4, 2, 3));
        assertThat(image.transpose(2, 0, 1).get(3, 1, 2)).isEqualTo(7);
    }

    @Test
    void atTakesOnePlaceOfTheFirstAxis() {
        assertThat(MATRIX.at(1)).isEqualTo(NdArray.of(Shape.of(3), 4, 5, 6));
        assertThat(MATRIX.at(1).at(2)).isEqualTo(NdArray.of(Shape.SCALAR, 6));
    }

    @Test
    void mapAndCombineWorkElementByElement() {
        assertThat(MATRIX.map(value -> 2 * value).toArray()).containsExactly(2, 4, 6, 8, 10, 12);
        assertThat(MATRIX.combine(MATRIX, Double::sum).toArray()).containsExactly(2, 4, 6, 8, 10, 12);
        NdArray integers = MATRIX.asType(DType.INT64);
        assertThat(integers.map(value -> value / 2).toArray()).containsExactly(0, 1, 1, 2, 2, 3);
        assertThat(integers.combine(MATRIX, (a, b) -> b / 2)).isEqualTo(integers.map(value -> value / 2));
    }

    @Test
    void sumMeanAndMaxTakeAllElements() {
        assertThat(MATRIX.sum()).isEqualTo(21);
        assertThat(MATRIX.mean()).isEqualTo(3.5);
        assertThat(MATRIX.max()).isEqualTo(6);
        assertThat(NdArray.of(Shape.of(2), Double.NaN, 1).max()).isNaN();
        assertThat(NdArray.zeros(0).sum()).isZero();
        assertThat(NdArray.zeros(0).mean()).isNaN();
        assertThat(NdArray.zeros(0).max()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void equalityAsksForDtypeShapeAndValues() {
        assertThat(MATRIX.copy()).isEqualTo(MATRIX).hasSameHashCodeAs(MATRIX);
        assertThat(MATRIX.asType(DType.FLOAT32)).isNotEqualTo(MATRIX);
        assertThat(MATRIX.reshape(6)).isNotEqualTo(MATRIX);
        assertThat(MATRIX.map(value -> value + 1)).isNotEqualTo(MATRIX);
    }

    @Test
    void equalityHoldsForNanAndTellsZeroFromNegativeZero() {
        assertThat(NdArray.of(Shape.SCALAR, Double.NaN)).isEqualTo(NdArray.of(Shape.SCALAR, 0.0 / 0.0));
        assertThat(NdArray.of(Shape.SCALAR, 0.0)).isNotEqualTo(NdArray.of(Shape.SCALAR, -0.0));
    }

    @Test
    void whatDoesNotFitIsRefusedWithASentence() {
        assertRefused(() -> NdArray.of(Shape.of(2, 2), 1, 2, 3), "array: shape (2, 2) needs 4 values, got 3");
        assertRefused(
                () -> NdArray.matrix(new double[] {1, 2}, new double[] {3}),
                "matrix: rows must be equally long, got 2 and 1 values");
        assertRefused(() -> MATRIX.reshape(4, 2), "reshape: shape (2, 3) does not fit into (4, 2)");
        assertRefused(() -> MATRIX.transpose(0, 0), "transpose: shape (2, 3) needs each of its axes once, got [0, 0]");
        assertRefused(() -> MATRIX.transpose(1), "transpose: shape (2, 3) needs each of its axes once, got [1]");
        assertRefused(
                () -> MATRIX.combine(NdArray.zeros(3, 2), Double::sum), "combine: shapes (2, 3) and (3, 2) differ");
    }

    @Test
    void anIndexOutsideIsRefusedWithASentence() {
        NdArray cube = NdArray.zeros(2, 3, 4);
        NdArray image = NdArray.zeros(1, 2, 3, 4);
        assertOutside(() -> cube.get(0, 3, 0), "index (0, 3, 0) is outside shape (2, 3, 4)");
        assertOutside(() -> cube.get(0, 0, -1), "index (0, 0, -1) is outside shape (2, 3, 4)");
        assertOutside(() -> cube.get(0, 0, 0, 0), "index (0, 0, 0, 0) has 4 numbers, shape (2, 3, 4) has 3");
        assertOutside(() -> image.set(1, 0, 0, 3, 0), "index (0, 0, 3, 0) is outside shape (1, 2, 3, 4)");
        assertOutside(() -> image.add(1, 1, 0, 0, 0), "index (1, 0, 0, 0) is outside shape (1, 2, 3, 4)");
        assertOutside(() -> image.get(0, 0, 0), "index (0, 0, 0) has 3 numbers, shape (1, 2, 3, 4) has 4");
        assertOutside(() -> cube.at(2), "index 2 is outside axis 0 of shape (2, 3, 4)");
        assertOutside(() -> NdArray.zeros().at(0), "index 0 is outside axis 0 of shape ()");
    }

    private static void assertRefused(Runnable action, String message) {
        assertThatIllegalArgumentException().isThrownBy(action::run).withMessage(message);
    }

    private static void assertOutside(Runnable action, String message) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(action::run)
                .withMessage(message);
    }
}
