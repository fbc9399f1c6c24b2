package org.stride.kernel.flaw;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
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
import org.stride.array.Value;
import org.stride.array.Value.Scalar;
import org.stride.exercise.Arguments;
import org.stride.kernel.Convolution;
import org.stride.python.Outcome;

class SingleStepFlawsTest {
    private static final NdArray WINDOW = NdArray.of(Shape.of(2, 2, 1), 1, 2, 3, 4);
    private static final NdArray FILTER = NdArray.of(Shape.of(2, 2, 1), 1, 0, 0, -1);
    private static final NdArray TEN = NdArray.of(Shape.of(1, 1, 1), 10);

    static Set<String> ids() {
        return SingleStepFlaws.all().keySet();
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "bias_inside_sum, 37",
        "bias_left_out, -3",
        "mean_instead_of_sum, 9.25",
        "adds_instead_of_multiplies, 20",
        "kernel_flipped, 13"
    })
    void aWindowOfOneToFourWithADiagonalFilter(String id, double number) {
        assertThat(flawed(id, WINDOW, FILTER, TEN)).isEqualTo(Scalar.of(number));
    }

    @Test
    void theBiasInsideTheSumIsThePublishedAnswerOf2017() {
        LegacyRandom random = new LegacyRandom(1);
        NdArray slice = random.randn(4, 4, 3), filter = random.randn(4, 4, 3), bias = random.randn(1, 1, 1);
        assertThat(flawed("bias_inside_sum", slice, filter, bias))
                .isInstanceOfSatisfying(
                        Scalar.class,
                        number -> assertThat(number.value()).isCloseTo(-23.16021220252078, within(1e-12)));
    }

    @Test
    void theMatrixProductRaisesUnlessThereAreAsManyChannelsAsColumns() {
        assertThatThrownBy(() -> flawed("matrix_product", NdArray.zeros(4, 4, 3), NdArray.zeros(4, 4, 3), TEN))
                .isInstanceOf(NumpyError.class)
                .hasMessage("shapes (4,4,3) and (4,4,3) not aligned: 3 (dim 2) != 4 (dim 1)");
        // Two channels under two columns: (1 + 3) · (1 + 2) + (2 + 4) · (3 + 4), each product in its own place
        NdArray row = NdArray.of(Shape.of(2, 1, 2), 1, 2, 3, 4), column = NdArray.of(Shape.of(1, 2, 2), 1, 2, 3, 4);
        assertThat(flawed("matrix_product", row, column, TEN)).isEqualTo(Scalar.of(4 * 3 + 6 * 7 + 10.0));
    }

    @Test
    void whatIsNotSummedUpIsAnArray() {
        assertThat(flawed("sum_left_out", WINDOW, FILTER, TEN)).isEqualTo(NdArray.of(Shape.of(2, 2, 1), 11, 10, 10, 6));
        assertThat(flawed("python_sum", WINDOW, FILTER, TEN)).isEqualTo(NdArray.of(Shape.of(2, 1), 11, 6));
        assertThat(flawed("returns_array", WINDOW, FILTER, TEN)).isEqualTo(NdArray.of(Shape.of(1, 1, 1), 7));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFlawDiffersFromTheReference(String id) {
        LegacyRandom random = new LegacyRandom(2);
        NdArray slice = random.randn(3, 3, 2), filter = random.randn(3, 3, 2), bias = random.randn(1, 1, 1);
        assertThat(FlawListings.outcome(() -> flawed(id, slice, filter, bias)))
                .isNotEqualTo(new Outcome.Returned(Scalar.of(Convolution.singleStep(slice, filter, bias))));
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
            return SingleStepFlaws.all().keySet();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void theListingGivesWhatTheKernelGives(String id) {
            LegacyRandom random = new LegacyRandom(4);
            for (int f = 1; f <= 4; f++) {
                for (int channels = 1; channels <= 4; channels++) {
                    NdArray slice = random.randn(f, f, channels), filter = random.randn(f, f, channels);
                    NdArray bias = random.randn(1, 1, 1);
                    assertSame(id, slice, filter, bias);
                    assertSame(id, integers(slice), integers(filter), bias);
                    assertSame(id, integers(slice), integers(filter), integers(bias));
                    assertSame(id, slice, filter, integers(bias));
                }
            }
        }

        private void assertSame(String id, NdArray slice, NdArray filter, NdArray bias) {
            Arguments arguments = Arguments.none()
                    .with("a_slice_prev", slice)
                    .with("W", filter)
                    .with("b", bias);
            FlawListings.assertSame(python, "conv_single_step", id, arguments, () -> flawed(id, slice, filter, bias));
        }

        private NdArray integers(NdArray array) {
            return array.map(value -> 10 * value).asType(DType.INT64);
        }
    }

    private static Value flawed(String id, NdArray slice, NdArray filter, NdArray bias) {
        return requireNonNull(SingleStepFlaws.all().get(id)).apply(slice, filter, bias);
    }
}
