package org.stride.kernel.flaw;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.IntStream;
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
import org.stride.array.Value;
import org.stride.array.Value.Dictionary;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Text;
import org.stride.array.Value.Tuple;
import org.stride.exercise.Arguments;
import org.stride.kernel.Pooling;
import org.stride.kernel.Pooling.Mode;
import org.stride.python.Outcome;

class PoolForwardFlawsTest {
    static Set<String> ids() {
        return PoolForwardFlaws.all().keySet();
    }

    @ParameterizedTest(name = "{0}, {1}, gives {2}")
    @CsvSource({
        "stride_left_out, MAX, 6 7 11 12",
        "stride_left_out_vertically, MAX, 6 8 11 13",
        "stride_left_out_horizontally, MAX, 6 7 16 17",
        "height_and_width_swapped, MAX, 6 16 8 18",
        "always_average, MAX, 3 5 13 15",
        "always_max, AVERAGE, 6 8 16 18",
        "minimum_instead_of_maximum, MAX, 0 2 10 12",
        "sum_instead_of_mean, AVERAGE, 12 20 52 60",
        "ceil_instead_of_floor, MAX, 6 8 9 16 18 19 21 23 24",
        "ceil_instead_of_floor, AVERAGE, 3 5 6.5 13 15 16.5 20.5 22.5 24",
        "round_instead_of_floor, MAX, 6 8 9 16 18 19 21 23 24",
        "size_without_plus_one, MAX, 6",
        "last_row_lost, MAX, 6 8 0 0",
        "last_column_lost, MAX, 6 0 16 0",
        "cache_holds_output, MAX, 6 8 16 18"
    })
    void anImageThatCountsFromZeroToTwentyFourInWindowsOfTwoWithStrideTwo(String id, Mode mode, String cells) {
        // Right is 6 8 16 18, on average 3 5 13 15: of the window at row r and column c, 5r + c + 6 and 5r + c + 3
        assertThat(a(flawed(id, counting(5, 5), 2, 2, mode)).toArray()).containsExactly(numbers(cells));
    }

    @Test
    void windowsOfThreeGoTooFarWhereTheStepIsTheWindowSize() {
        // Four columns make two windows, at 0 and 1; at 3 only the last column is left
        NdArray row = NdArray.of(Shape.of(1, 1, 4, 1), 1, 2, 3, 4);
        assertThat(a(flawed("steps_by_window_size", counting(3, 4), 3, 1, Mode.AVERAGE))
                        .toArray())
                .containsExactly(5, 7);
        assertThat(a(flawed("steps_by_window_size", row, 1, 2, Mode.MAX)).toArray())
                .containsExactly(1, 2);
    }

    @Test
    void aWindowCutToNothingHasNoMaximumAndAMeanThatIsNotANumber() {
        NdArray image = counting(1, 5);
        assertThatThrownBy(() -> flawed("ceil_instead_of_floor", image, 1, 3, Mode.MAX))
                .isInstanceOf(NumpyError.class)
                .hasMessage("zero-size array to reduction operation maximum which has no identity");
        assertThat(a(flawed("ceil_instead_of_floor", image, 1, 3, Mode.AVERAGE)).toArray())
                .containsExactly(0, 3, Double.NaN);
    }

    @Test
    void theMaximumOfAllChannelsOrOfTheFirstExample() {
        NdArray aPrev = NdArray.of(Shape.of(2, 1, 1, 2), 1, 5, 7, 3);
        assertThat(a(flawed("max_over_all_channels", aPrev, 1, 1, Mode.MAX)).toArray())
                .containsExactly(5, 5, 7, 7);
        assertThat(a(flawed("max_over_all_channels", aPrev, 1, 1, Mode.AVERAGE)).toArray())
                .containsExactly(3, 3, 5, 5);
        assertThat(a(flawed("always_first_example", aPrev, 1, 1, Mode.MAX)).toArray())
                .containsExactly(1, 5, 1, 5);
    }

    @Test
    void aSearchThatStartsAtZeroMissesNegativeMaxima() {
        NdArray aPrev = NdArray.of(Shape.of(1, 1, 4, 1), -3, -1, 2, -5);
        assertThat(a(flawed("maximum_starts_at_zero", aPrev, 1, 1, Mode.MAX)).toArray())
                .containsExactly(0, 0, 2, 0);
    }

    @Test
    void aQuarterOfTheSumIsTheMeanOfFourOnly() {
        assertThat(a(flawed("mean_divided_by_four", counting(3, 3), 3, 1, Mode.AVERAGE))
                        .toArray())
                .containsExactly(9);
    }

    @Test
    void aSizeLeftAFloatRaisesATypeError() {
        assertThatThrownBy(() -> flawed("size_left_a_float", counting(4, 4), 2, 2, Mode.MAX))
                .isInstanceOfSatisfying(
                        NumpyError.class, error -> assertThat(error.type()).isEqualTo("TypeError"));
    }

    @Test
    void theCacheHoldsTheOutputInsteadOfTheInput() {
        Tuple result = (Tuple) flawed("cache_holds_output", counting(4, 4), 2, 2, Mode.MAX);
        assertThat(result.parts().getLast()).isEqualTo(Tuple.of(a(result), hparameters(2, 2)));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFlawDiffersFromTheReferenceInOneModeOrTheOther(String id) {
        assertThat(Stream.of(Mode.values())).anySatisfy(mode -> {
            Layer layer = new Layer(2, 10, 12, 3, 3, 2, mode).negative();
            assertThat(FlawListings.outcome(() -> layer.flawed(id))).isNotEqualTo(new Outcome.Returned(layer.right()));
        });
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
            return PoolForwardFlawsTest.ids();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void theListingGivesWhatTheKernelGives(String id) {
            Stream.of(Mode.values())
                    .flatMap(this::layers)
                    .forEach(layer -> FlawListings.assertSame(
                            python, "pool_forward", id, layer.arguments(), () -> layer.flawed(id)));
        }

        private Stream<Layer> layers(Mode mode) {
            return Stream.of(
                    // strides from 1 to 3, smaller and greater than the window, with and without a remainder
                    new Layer(2, 7, 10, 3, 2, 3, mode),
                    new Layer(2, 10, 7, 2, 3, 2, mode),
                    new Layer(2, 8, 6, 3, 2, 2, mode),
                    new Layer(2, 8, 6, 2, 4, 1, mode),
                    new Layer(2, 9, 6, 2, 4, 3, mode),
                    new Layer(2, 6, 9, 2, 1, 2, mode),
                    new Layer(2, 6, 5, 2, 1, 3, mode),
                    new Layer(2, 5, 5, 3, 3, 1, mode),
                    new Layer(1, 4, 9, 2, 2, 2, mode).negative(),
                    new Layer(3, 5, 6, 1, 3, 2, mode),
                    new Layer(2, 7, 5, 3, 2, 2, mode).ofIntegers(),
                    // windows that go in once, or not at all
                    new Layer(2, 3, 4, 2, 3, 1, mode),
                    new Layer(1, 1, 1, 1, 1, 1, mode),
                    new Layer(2, 2, 5, 2, 3, 1, mode),
                    new Layer(2, 5, 2, 2, 4, 3, mode),
                    new Layer(2, 2, 2, 1, 3, 2, mode));
        }
    }

    /** One layer's sizes, with an input drawn for them. */
    private record Layer(NdArray aPrev, int f, int stride, Mode mode) {
        Layer(int m, int nHPrev, int nWPrev, int nC, int f, int stride, Mode mode) {
            this(new LegacyRandom(1).randn(m, nHPrev, nWPrev, nC), f, stride, mode);
        }

        Layer negative() {
            return new Layer(aPrev.map(value -> -Math.abs(value)), f, stride, mode);
        }

        Layer ofIntegers() {
            return new Layer(aPrev.map(value -> 10 * value).asType(DType.INT64), f, stride, mode);
        }

        Arguments arguments() {
            return Arguments.none()
                    .with("A_prev", aPrev)
                    .with("hparameters", hparameters(f, stride))
                    .with("mode", new Text(mode.text()));
        }

        Value flawed(String id) {
            return PoolForwardFlawsTest.flawed(id, aPrev, f, stride, mode);
        }

        Value right() {
            return Tuple.of(Pooling.forward(aPrev, f, stride, mode), Tuple.of(aPrev, hparameters(f, stride)));
        }
    }

    /** One example with one channel that counts its pixels from 0. */
    private static NdArray counting(int nH, int nW) {
        return NdArray.of(
                Shape.of(1, nH, nW, 1),
                IntStream.range(0, nH * nW).asDoubleStream().toArray());
    }

    private static double[] numbers(String cells) {
        return Stream.of(cells.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Value flawed(String id, NdArray aPrev, int f, int stride, Mode mode) {
        return requireNonNull(PoolForwardFlaws.all().get(id)).apply(aPrev, f, stride, mode);
    }

    private static NdArray a(Value result) {
        return (NdArray) ((Tuple) result).parts().getFirst();
    }

    private static Dictionary hparameters(int f, int stride) {
        return Dictionary.of("f", Scalar.of(f)).with("stride", Scalar.of(stride));
    }
}
