package org.stride.kernel.flaw;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.PythonListings;
import org.stride.array.DType;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value.Scalar;
import org.stride.exercise.Arguments;
import org.stride.kernel.Convolution;

class ZeroPadFlawsTest {
    private static final NdArray ROW = NdArray.of(Shape.of(1, 1, 3, 1), 1, 2, 3);

    static Set<String> ids() {
        return ZeroPadFlaws.all().keySet();
    }

    @ParameterizedTest(name = "{0} makes {1}")
    @CsvSource({
        "pads_all_axes, '(6, 7, 8, 9)'",
        "pads_examples_and_height, '(6, 7, 4, 5)'",
        "pads_width_and_channels, '(2, 3, 8, 9)'",
        "pads_channels_instead_of_width, '(2, 7, 4, 9)'",
        "height_only, '(2, 7, 4, 5)'",
        "width_only, '(2, 3, 8, 5)'",
        "top_and_left_only, '(2, 5, 6, 5)'",
        "bottom_and_right_only, '(2, 5, 6, 5)'",
        "double_pad, '(2, 11, 12, 5)'",
        "pad_fixed_at_one, '(2, 5, 6, 5)'",
        "pads_with_ones, '(2, 7, 8, 5)'",
        "edge_values, '(2, 7, 8, 5)'",
        "reflected_values, '(2, 7, 8, 5)'",
        "height_and_width_swapped, '(2, 8, 7, 5)'",
        "negative_end_at_pad_zero, '(2, 7, 8, 5)'",
        "returns_x_unpadded, '(2, 3, 4, 5)'"
    })
    void theShapeOfPadTwoAroundAxesOfTwoToFive(String id, String shape) {
        assertThat(flawed(id, NdArray.zeros(2, 3, 4, 5), 2).shape()).hasToString(shape);
    }

    @Test
    void theBorderTakesOnesEdgesOrReflections() {
        assertThat(middleRow("pads_with_ones", 2)).containsExactly(1, 1, 1, 2, 3, 1, 1);
        assertThat(middleRow("edge_values", 2)).containsExactly(1, 1, 1, 2, 3, 3, 3);
        assertThat(middleRow("reflected_values", 2)).containsExactly(3, 2, 1, 2, 3, 2, 1);
    }

    @Test
    void aReflectionGoesToAndFroWhereThePadIsWiderThanTheImage() {
        assertThat(middleRow("reflected_values", 5)).containsExactly(2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2);
    }

    @Test
    void aSinglePixelIsReflectedAsItself() {
        NdArray pixel = NdArray.of(Shape.of(1, 1, 1, 1), 7);
        assertThat(flawed("reflected_values", pixel, 1)).isEqualTo(NdArray.full(Shape.of(1, 3, 3, 1), 7));
    }

    @Test
    void oneSideOnlyKeepsThePixelsInACorner() {
        assertThat(flawed("top_and_left_only", ROW, 1).toArray()).containsExactly(0, 0, 0, 0, 0, 1, 2, 3);
        assertThat(flawed("bottom_and_right_only", ROW, 1).toArray()).containsExactly(1, 2, 3, 0, 0, 0, 0, 0);
    }

    @Test
    void swappedLengthsRaiseWhereHeightAndWidthDifferByMoreThanThePad() {
        assertThatThrownBy(() -> flawed("height_and_width_swapped", ROW, 1))
                .isInstanceOf(NumpyError.class)
                .hasMessage("could not broadcast input array from shape (1,1,3,1) into shape (1,1,2,1)");
        assertThat(flawed("height_and_width_swapped", ROW, 2).shape()).isEqualTo(Shape.of(1, 7, 5, 1));
    }

    @Test
    void aNegativeEndIsEmptyAtPadZero() {
        assertThatThrownBy(() -> flawed("negative_end_at_pad_zero", ROW, 0))
                .isInstanceOf(NumpyError.class)
                .hasMessage("could not broadcast input array from shape (1,1,3,1) into shape (1,0,0,1)");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFlawDiffersFromTheReference(String id) {
        NdArray x = new LegacyRandom(1).randn(2, 3, 5, 4);
        var wrong = Stream.of(2, 0)
                .filter(pad -> !FlawListings.outcome(() -> flawed(id, x, pad))
                        .equals(FlawListings.outcome(() -> Convolution.zeroPad(x, pad))));
        assertThat(wrong).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theArgumentStaysAsItWas(String id) {
        NdArray x = new LegacyRandom(2).randn(2, 4, 3, 2), before = x.copy();
        flawed(id, x, 2).setFlat(99, 0);
        assertThat(x).isEqualTo(before);
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class InPython {
        private PythonListings python;

        @BeforeAll
        void start() {
            python = PythonListings.start();
        }

        @AfterAll
        void stop() {
            python.close();
        }

        Set<String> ids() {
            return ZeroPadFlaws.all().keySet();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void theListingGivesWhatTheKernelGives(String id) {
            for (NdArray x : inputs()) {
                for (int pad : new int[] {0, 1, 2, 5}) {
                    Arguments arguments = Arguments.none().with("X", x).with("pad", Scalar.of(pad));
                    FlawListings.assertSame(python, "zero_pad", id, arguments, () -> flawed(id, x, pad));
                }
            }
        }

        private List<NdArray> inputs() {
            LegacyRandom random = new LegacyRandom(3);
            return List.of(
                    random.randn(2, 3, 5, 4),
                    random.randn(3, 5, 2, 1),
                    random.randn(1, 4, 4, 3),
                    random.randn(2, 1, 3, 2),
                    random.randn(2, 6, 1, 2),
                    random.randn(2, 1, 1, 3),
                    random.randn(1, 1, 1, 1),
                    NdArray.zeros(0, 3, 2, 1),
                    NdArray.zeros(2, 0, 3, 1),
                    NdArray.zeros(2, 3, 0, 1),
                    NdArray.zeros(1, 0, 0, 2),
                    random.randn(2, 3, 4, 2).map(value -> 10 * value).asType(DType.INT64),
                    random.randn(2, 4, 3, 2).asType(DType.FLOAT32),
                    random.randn(1, 2, 3, 2).map(value -> value > 0 ? 1 : 0).asType(DType.BOOL));
        }
    }

    private static double[] middleRow(String id, int pad) {
        return flawed(id, ROW, pad).at(0).at(pad).toArray();
    }

    private static NdArray flawed(String id, NdArray x, int pad) {
        return requireNonNull(ZeroPadFlaws.all().get(id)).apply(x, pad);
    }
}
