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
import org.stride.array.Value.Tuple;
import org.stride.exercise.Arguments;
import org.stride.kernel.Convolution;
import org.stride.python.Outcome;

class ConvBackwardFlawsTest {
    private static final int D_A = 0, D_W = 1, DB = 2;

    private static final NdArray FILTER = NdArray.of(Shape.of(2, 2, 1, 1), 1, 2, 3, 4);

    /** Each digit of a sum of these tells which window it came from. */
    private static final NdArray GRADIENT = NdArray.of(Shape.of(1, 2, 2, 1), 1, 10, 100, 1000);

    static Set<String> ids() {
        return ConvBackwardFlaws.all().keySet();
    }

    @ParameterizedTest(name = "{0} gives dA_prev {1}")
    @CsvSource({
        "assigns_d_a, 1 10 20 100 1000 2000 300 3000 4000",
        "kernel_flipped, 4 43 30 402 4321 3010 200 2100 1000",
        "d_a_without_filter, 1 11 10 101 1111 1010 100 1100 1000",
        "first_row_lost, 0 0 0 100 1200 2000 300 3400 4000",
        "last_row_lost, 1 12 20 3 34 40 0 0 0",
        "first_column_lost, 0 10 20 0 1030 2040 0 3000 4000",
        "last_column_lost, 1 2 0 103 204 0 300 400 0",
        "d_a_left_at_zero, 0 0 0 0 0 0 0 0 0"
    })
    void theInputOfFourWindowsThatOverlap(String id, String cells) {
        // Right is 1 12 20 103 1234 2040 300 3400 4000
        assertThat(part(D_A, flawed(id, GRADIENT, counting(3, 3), FILTER, 1, 0)).toArray())
                .containsExactly(numbers(cells));
    }

    @ParameterizedTest(name = "{0} gives dW {1}")
    @CsvSource({
        "assigns_d_w, 5000 6000 8000 9000",
        "d_w_without_d_z, 12 16 24 28",
        "slice_summed, 30572 30572 30572 30572",
        "first_row_lost, 5400 6500 8700 9800",
        "last_column_lost, 401 502 704 805"
    })
    void theFilterOfFourWindows(String id, String cells) {
        // Right is 5421 6532 8754 9865
        assertThat(part(D_W, flawed(id, GRADIENT, counting(3, 3), FILTER, 1, 0)).toArray())
                .containsExactly(numbers(cells));
    }

    @ParameterizedTest(name = "{0} gives db {1}")
    @CsvSource({
        "assigns_db, 1000",
        "db_averaged, 277.75",
        "db_summed_again, 4444",
        "last_row_lost, 11",
        "first_column_lost, 1010"
    })
    void theBiasOfFourWindows(String id, double bias) {
        // Right is 1111
        assertThat(part(DB, flawed(id, GRADIENT, counting(3, 3), FILTER, 1, 0)).flat(0))
                .isEqualTo(bias);
    }

    @Test
    void withoutTheStrideAllWindowsCrowdIntoTheFirstRowsAndColumns() {
        assertThat(part(D_A, flawed("stride_left_out", GRADIENT, counting(4, 4), FILTER, 2, 0))
                        .toArray())
                .containsExactly(1, 12, 20, 0, 103, 1234, 2040, 0, 300, 3400, 4000, 0, 0, 0, 0, 0);
    }

    @Test
    void aSliceOfTheUnpaddedInputThatIsOneShortIsStretchedWithoutAWord() {
        // Two windows along each axis, at 0 and 2; of the padded image they see 0 and 1 pixels more on either side
        assertThat(part(D_W, flawed("slice_from_unpadded_input", GRADIENT, counting(3, 3), FILTER, 2, 1))
                        .toArray())
                .containsExactly(9731, 9832, 9764, 9865);
    }

    @Test
    void aSliceOfTheUnpaddedInputThatIsShorterRaises() {
        NdArray dZ = NdArray.zeros(1, 4, 4, 1), filters = NdArray.zeros(3, 3, 1, 1);
        assertThatThrownBy(() -> flawed("slice_from_unpadded_input", dZ, counting(4, 4), filters, 1, 1))
                .isInstanceOf(NumpyError.class)
                .hasMessage("operands could not be broadcast together with shapes (3,3,1) (3,2,1) (3,3,1) ");
    }

    @Test
    void minusZeroEndsASliceAtItsStart() {
        assertThatThrownBy(() -> flawed("pad_zero_cut_to_nothing", GRADIENT, counting(3, 3), FILTER, 1, 0))
                .isInstanceOf(NumpyError.class)
                .hasMessage("could not broadcast input array from shape (0,0,1) into shape (3,3,1)");
    }

    @Test
    void thePublishedHintIsRightWhereThereIsPadding() {
        assertThat(ConvBackwardFlaws.advisory()).containsExactly("pad_zero_cut_to_nothing");
        Layer layer = new Layer(2, 5, 6, 3, 3, 4, 2, 2);
        assertThat(layer.flawed("pad_zero_cut_to_nothing")).isEqualTo(layer.right());
    }

    @Test
    void thePartsComeWithPaddingOrInAnotherOrderOrPerExample() {
        Layer layer = new Layer(2, 5, 6, 3, 2, 4, 1, 1);
        assertThat(shapes(layer.flawed("padding_not_cut_off")))
                .containsExactly("(2, 7, 8, 3)", "(2, 2, 3, 4)", "(1, 1, 1, 4)");
        assertThat(shapes(layer.flawed("returns_swapped")))
                .containsExactly("(2, 2, 3, 4)", "(2, 5, 6, 3)", "(1, 1, 1, 4)");
        assertThat(shapes(layer.flawed("db_per_example")))
                .containsExactly("(2, 5, 6, 3)", "(2, 2, 3, 4)", "(2, 1, 1, 4)");
    }

    @Test
    void theMeanOverTwoExamplesHalvesFilterAndBias() {
        Layer layer = new Layer(2, 5, 6, 3, 2, 4, 1, 1);
        Value halved = layer.flawed("mean_over_examples");
        assertThat(part(D_A, halved)).isEqualTo(part(D_A, layer.right()));
        assertThat(part(D_W, halved)).isEqualTo(part(D_W, layer.right()).map(x -> x / 2));
        assertThat(part(DB, halved)).isEqualTo(part(DB, layer.right()).map(x -> x / 2));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFlawDiffersFromTheReferenceOnAnOrdinaryLayer(String id) {
        Layer layer = new Layer(2, 7, 10, 3, 3, 5, 2, id.equals("pad_zero_cut_to_nothing") ? 0 : 1);
        assertThat(FlawListings.outcome(() -> layer.flawed(id))).isNotEqualTo(new Outcome.Returned(layer.right()));
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
            return ConvBackwardFlawsTest.ids();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void theListingGivesWhatTheKernelGives(String id) {
            layers().forEach(layer ->
                    FlawListings.assertSame(python, "conv_backward", id, layer.arguments(), () -> layer.flawed(id)));
        }

        private Stream<Layer> layers() {
            return Stream.of(
                    // pads from 0 to more than f, strides from 1 to 3 with and without a remainder
                    new Layer(2, 7, 10, 3, 3, 5, 2, 1),
                    new Layer(2, 10, 7, 3, 2, 4, 3, 0),
                    new Layer(2, 7, 6, 2, 4, 3, 3, 2),
                    new Layer(2, 5, 8, 2, 3, 4, 1, 0),
                    new Layer(2, 5, 4, 3, 2, 2, 2, 1),
                    new Layer(2, 5, 5, 3, 2, 2, 2, 1),
                    new Layer(2, 4, 6, 2, 1, 3, 2, 0),
                    new Layer(2, 4, 5, 3, 1, 2, 3, 2),
                    new Layer(2, 3, 4, 2, 2, 3, 2, 4),
                    // one example, one channel, one filter, integers
                    new Layer(1, 5, 7, 3, 3, 2, 2, 1),
                    new Layer(3, 5, 6, 1, 3, 4, 2, 1),
                    new Layer(2, 6, 5, 4, 3, 1, 2, 1),
                    new Layer(1, 1, 1, 1, 1, 1, 1, 0),
                    new Layer(2, 6, 5, 3, 2, 4, 2, 1).ofIntegers(),
                    // windows that go in once, or not at all
                    new Layer(2, 3, 4, 2, 3, 4, 2, 0),
                    new Layer(2, 1, 1, 2, 2, 3, 1, 1),
                    new Layer(2, 2, 5, 2, 3, 3, 1, 0));
        }
    }

    /** One layer's sizes, with inputs drawn for them. */
    private record Layer(NdArray dZ, NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
        Layer(int m, int nHPrev, int nWPrev, int nCPrev, int f, int nC, int stride, int pad) {
            this(
                    new LegacyRandom(1),
                    new LegacyRandom(2).randn(m, nHPrev, nWPrev, nCPrev),
                    new LegacyRandom(3).randn(f, f, nCPrev, nC),
                    stride,
                    pad);
        }

        private Layer(LegacyRandom random, NdArray aPrev, NdArray filters, int stride, int pad) {
            this(
                    random.randn(
                            aPrev.length(0),
                            Convolution.outputLength(aPrev.length(1), filters.length(0), stride, pad),
                            Convolution.outputLength(aPrev.length(2), filters.length(0), stride, pad),
                            filters.length(3)),
                    aPrev,
                    filters,
                    NdArray.zeros(1, 1, 1, filters.length(3)),
                    stride,
                    pad);
        }

        Layer ofIntegers() {
            return new Layer(integers(dZ), integers(aPrev), integers(filters), integers(bias), stride, pad);
        }

        private static NdArray integers(NdArray array) {
            return array.map(value -> 10 * value).asType(DType.INT64);
        }

        Arguments arguments() {
            Dictionary hparameters = Dictionary.of("stride", Scalar.of(stride)).with("pad", Scalar.of(pad));
            return Arguments.none().with("dZ", dZ).with("cache", Tuple.of(aPrev, filters, bias, hparameters));
        }

        Value flawed(String id) {
            return requireNonNull(ConvBackwardFlaws.all().get(id)).apply(dZ, aPrev, filters, bias, stride, pad);
        }

        Value right() {
            var gradients = Convolution.backward(dZ, aPrev, filters, stride, pad);
            return Tuple.of(gradients.dAPrev(), gradients.dFilters(), gradients.dBias());
        }
    }

    /** One example with one channel that counts its pixels from 1. */
    private static NdArray counting(int nH, int nW) {
        return NdArray.of(
                Shape.of(1, nH, nW, 1),
                IntStream.rangeClosed(1, nH * nW).asDoubleStream().toArray());
    }

    private static double[] numbers(String cells) {
        return Stream.of(cells.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Value flawed(String id, NdArray dZ, NdArray aPrev, NdArray filters, int stride, int pad) {
        return new Layer(dZ, aPrev, filters, NdArray.zeros(1, 1, 1, filters.length(3)), stride, pad).flawed(id);
    }

    private static NdArray part(int part, Value result) {
        return (NdArray) ((Tuple) result).parts().get(part);
    }

    private static Stream<String> shapes(Value result) {
        return ((Tuple) result)
                .parts().stream().map(part -> ((NdArray) part).shape().toString());
    }
}
