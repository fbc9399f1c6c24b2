package org.stride.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void sizeIsTheProductOfTheLengths() {
        assertThat(Shape.of(4, 9, 9, 2).size()).isEqualTo(648);
        assertThat(Shape.of(3, 0, 5).size()).isZero();
        assertThat(Shape.SCALAR.size()).isEqualTo(1);
    }

    @Test
    void aShapeIsWrittenAsPythonWritesATuple() {
        assertThat(Shape.SCALAR).hasToString("()");
        assertThat(Shape.of(3)).hasToString("(3,)");
        assertThat(Shape.of(4, 9, 9, 2)).hasToString("(4, 9, 9, 2)");
    }

    @Test
    void offsetsCountInRowMajorOrder() {
        Shape shape = Shape.of(2, 3, 4);
        assertThat(shape.offset(0, 0, 3)).isEqualTo(3);
        assertThat(shape.offset(0, 1, 0)).isEqualTo(4);
        assertThat(shape.offset(1, 2, 3)).isEqualTo(23);
        assertThat(Shape.SCALAR.offset()).isZero();
    }

    @Test
    void indexIsTheInverseOfOffset() {
        Shape shape = Shape.of(2, 3, 4);
        for (int offset = 0; offset < shape.size(); offset++) {
            assertThat(shape.offset(shape.index(offset))).isEqualTo(offset);
        }
        assertThat(Shape.SCALAR.index(0)).isEmpty();
    }

    @Test
    void anIndexOutsideIsRefused() {
        Shape shape = Shape.of(2, 3);
        assertOutside(() -> shape.offset(0, 3), "index (0, 3) is outside shape (2, 3)");
        assertOutside(() -> shape.offset(-1, 0), "index (-1, 0) is outside shape (2, 3)");
        assertOutside(() -> shape.offset(1), "index (1,) has 1 numbers, shape (2, 3) has 2");
        assertOutside(() -> shape.index(6), "offset 6 is outside shape (2, 3)");
        assertOutside(() -> Shape.of(0).index(0), "offset 0 is outside shape (0,)");
    }

    @Test
    void impossibleLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(2, -1))
                .withMessage("shape: lengths must be 0 or more, got (2, -1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(65536, 65536, 65536, 65536))
                .withMessage("shape: at most 2^31-1 elements, got (65536, 65536, 65536, 65536)");
    }

    @Test
    void lengthsAreCopiedAtTheBorder() {
        int[] lengths = {2, 3};
        Shape shape = Shape.of(lengths);
        lengths[0] = 7;
        shape.lengths()[1] = 7;
        assertThat(shape).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(shape).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(2, 3, 1));
    }

    private static void assertOutside(Runnable action, String message) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(action::run)
                .withMessage(message);
    }
}
