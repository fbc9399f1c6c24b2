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

class ConvForwardFlawsTest {
    /** The filter that adds up its window. */
    private static final NdArray SUM_OF_FOUR = NdArray.full(Shape.of(2, 2, 1, 1), 1);

    private static final NdArray NO_BIAS = NdArray.zeros(1, 1, 1, 1);

    static Set<String> ids() {
        return ConvForwardFlaws.all().keySet();
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "stride_left_out_of_corner, 10 14 26 30",
        "stride_left_out_vertically, 10 18 26 34",
        "stride_left_out_horizontally, 10 14 42 46",
        "stride_fixed_at_one, 10 14 18 26 30 34 42 46 50",
        "height_and_width_swapped, 10 42 18 50",
        "z_rows_and_columns_swapped, 10 42 18 50",
        "window_one_short, 0 8 32 40",
        "size_without_plus_one, 10",
        "pad_read_from_stride, 0 0 0 0 0 10 18 0 0 42 50 0 0 0 0 0"
    })
    void anImageThatCountsFromZeroToFifteenWithStrideTwo(String id, String cells) {
        // Right is 10 18 42 50: the window at row r and column c adds up to 4 · (4r + c) + 10
        double[] expected =
                Stream.of(cells.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertThat(z(flawed(id, counting(4, 4), SUM_OF_FOUR, NO_BIAS, 2, 0)).toArray())
                .containsExactly(expected);
    }

    @Test
    void aWindowCutToOneColumnIsStretchedWithoutAWord() {
        // Rounded up, three windows at 0, 2 and 4; the last one has only [[4], [9]] to see
        NdArray z = z(flawed("ceil_instead_of_floor", counting(5, 5), SUM_OF_FOUR, NO_BIAS, 2, 0));
        assertThat(z.shape()).isEqualTo(Shape.of(1, 3, 3, 1));
        assertThat(z.get(0, 0, 2, 0)).isEqualTo(4 + 4 + 9 + 9);
        assertThat(z.get(0, 2, 2, 0)).isEqualTo(4 * 24);
    }

    @Test
    void aWindowCutToNothingRaises() {
        assertThatThrownBy(() -> flawed("stride_left_out_of_size", counting(4, 4), SUM_OF_FOUR, NO_BIAS, 2, 0))
                .isInstanceOf(NumpyError.class)
                .hasMessage("operands could not be broadcast together with shapes (2,0,1) (2,2,1) ");
    }

    @Test
    void aFilterOfOnePixelSeesNothingBeyondTheEdgeAndLeavesTheBias() {
        NdArray five = NdArray.full(Shape.of(1, 1, 1, 1), 5);
        assertThat(z(flawed("pad_left_out", counting(1, 1), five, five, 1, 1)).toArray())
                .containsExactly(5, 5, 5, 5, 5, 5, 5, 5, 5);
        assertThat(z(flawed("pad_left_out", counting(1, 2), five, five, 2, 1)).toArray())
                .containsExactly(5, 5, 5, 5);
    }

    @Test
    void roundingGoesToTheEvenNeighbour() {
        NdArray one = NdArray.full(Shape.of(1, 1, 1, 1), 1);
        // (4 - 1) / 2 = 1.5 goes up to 2, (6 - 1) / 2 = 2.5 goes down to 2
        assertThat(z(flawed("round_instead_of_floor", counting(4, 6), one, NO_BIAS, 2, 0))
                        .shape())
                .isEqualTo(Shape.of(1, 3, 3, 1));
    }

    @Test
    void writingOutsideZRaises() {
        NdArray one = NdArray.full(Shape.of(1, 1, 1, 1), 1);
        assertThatThrownBy(() -> flawed("z_rows_and_columns_swapped", counting(2, 3), one, NO_BIAS, 1, 0))
                .isInstanceOfSatisfying(
                        NumpyError.class, error -> assertThat(error.type()).isEqualTo("IndexError"))
                .hasMessage("index 2 is out of bounds for axis 1 with size 2");
    }

    @Test
    void aSizeLeftAFloatRaisesATypeError() {
        assertThatThrownBy(() -> flawed("size_left_a_float", counting(4, 4), SUM_OF_FOUR, NO_BIAS, 1, 0))
                .isInstanceOfSatisfying(
                        NumpyError.class, error -> assertThat(error.type()).isEqualTo("TypeError"))
                .hasMessage("'float' object cannot be interpreted as an integer");
    }

    @Test
    void theBiasInsideTheSumCountsOncePerProduct() {
        NdArray three = NdArray.full(Shape.of(1, 1, 1, 1), 3);
        assertThat(z(flawed("bias_inside_sum", counting(2, 2), SUM_OF_FOUR, three, 1, 0))
                        .flat(0))
                .isEqualTo(0 + 1 + 2 + 3 + 4 * 3);
    }

    @Test
    void theCacheHasTheWrongParts() {
        NdArray image = counting(2, 2), padded = Convolution.zeroPad(image, 1);
        assertThat(cache("cache_holds_padded_input", image))
                .isEqualTo(Tuple.of(padded, SUM_OF_FOUR, NO_BIAS, hparameters(1, 1)));
        assertThat(cache("cache_in_other_order", image))
                .isEqualTo(Tuple.of(SUM_OF_FOUR, image, NO_BIAS, hparameters(1, 1)));
        assertThat(cache("cache_without_hparameters", image)).isEqualTo(Tuple.of(image, SUM_OF_FOUR, NO_BIAS));
        assertThat(flawed("returns_z_only", image, SUM_OF_FOUR, NO_BIAS, 1, 1)).isInstanceOf(NdArray.class);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFlawDiffersFromTheReferenceOnAnOrdinaryLayer(String id) {
        assertThat(Stream.of(new Layer(2, 7, 10, 3, 2, 5, 2, 1), new Layer(2, 6, 10, 4, 3, 3, 2, 1)))
                .anySatisfy(layer -> assertThat(FlawListings.outcome(() -> layer.flawed(id)))
                        .isNotEqualTo(new Outcome.Returned(layer.right())));
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
            return ConvForwardFlaws.all().keySet();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void theListingGivesWhatTheKernelGives(String id) {
            layers().forEach(layer ->
                    FlawListings.assertSame(python, "conv_forward", id, layer.arguments(), () -> layer.flawed(id)));
        }

        @ParameterizedTest
        @MethodSource("ids")
        void soItDoesOnIntegers(String id) {
            Layer layer = new Layer(2, 5, 7, 3, 2, 4, 2, 1).ofIntegers();
            FlawListings.assertSame(python, "conv_forward", id, layer.arguments(), () -> layer.flawed(id));
        }

        private Stream<Layer> layers() {
            return Stream.of(
                    // pads from 0 to more than f, strides from 1 to 3 with and without a remainder
                    new Layer(2, 7, 10, 3, 2, 5, 2, 1),
                    new Layer(2, 10, 7, 3, 3, 5, 3, 0),
                    new Layer(2, 7, 6, 3, 4, 2, 3, 2),
                    new Layer(2, 5, 8, 2, 3, 4, 1, 0),
                    new Layer(2, 5, 5, 2, 3, 4, 2, 1),
                    new Layer(2, 6, 4, 2, 2, 3, 1, 1),
                    new Layer(2, 4, 6, 2, 1, 3, 2, 0),
                    new Layer(2, 4, 5, 3, 1, 2, 3, 2),
                    new Layer(2, 3, 4, 2, 2, 3, 2, 4),
                    new Layer(2, 4, 3, 2, 2, 3, 3, 3),
                    new Layer(2, 6, 9, 2, 4, 3, 2, 1),
                    new Layer(2, 6, 6, 2, 2, 3, 3, 0),
                    // one example, one channel, one filter, as many channels as filters
                    new Layer(1, 5, 7, 3, 3, 2, 2, 1),
                    new Layer(1, 4, 4, 1, 2, 1, 2, 0),
                    new Layer(3, 5, 6, 1, 3, 4, 2, 1),
                    new Layer(2, 6, 5, 4, 3, 1, 2, 1),
                    new Layer(2, 4, 5, 3, 3, 3, 1, 1),
                    new Layer(1, 3, 3, 1, 1, 1, 1, 0),
                    // windows that go in once, that hardly fit, or not at all
                    new Layer(2, 3, 3, 2, 3, 4, 2, 0),
                    new Layer(2, 1, 1, 2, 2, 3, 1, 1),
                    new Layer(2, 1, 4, 2, 3, 3, 1, 1),
                    new Layer(2, 2, 5, 2, 3, 3, 1, 0),
                    new Layer(2, 2, 2, 2, 4, 3, 3, 0),
                    new Layer(2, 2, 3, 1, 4, 2, 1, 0));
        }
    }

    /** One layer's sizes, with inputs drawn for them. */
    private record Layer(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
        Layer(int m, int nHPrev, int nWPrev, int nCPrev, int f, int nC, int stride, int pad) {
            this(new LegacyRandom(1), m, nHPrev, nWPrev, nCPrev, f, nC, stride, pad);
        }

        private Layer(
                LegacyRandom random, int m, int nHPrev, int nWPrev, int nCPrev, int f, int nC, int stride, int pad) {
            this(
                    random.randn(m, nHPrev, nWPrev, nCPrev),
                    random.randn(f, f, nCPrev, nC),
                    random.randn(1, 1, 1, nC),
                    stride,
                    pad);
        }

        Layer ofIntegers() {
            return new Layer(integers(aPrev), integers(filters), integers(bias), stride, pad);
        }

        private static NdArray integers(NdArray array) {
            return array.map(value -> 10 * value).asType(DType.INT64);
        }

        Arguments arguments() {
            return Arguments.none()
                    .with("A_prev", aPrev)
                    .with("W", filters)
                    .with("b", bias)
                    .with("hparameters", hparameters(stride, pad));
        }

        Value flawed(String id) {
            return ConvForwardFlawsTest.flawed(id, aPrev, filters, bias, stride, pad);
        }

        Value right() {
            NdArray z = Convolution.forward(aPrev, filters, bias, stride, pad);
            return Tuple.of(z, Tuple.of(aPrev, filters, bias, hparameters(stride, pad)));
        }
    }

    /** One example with one channel that counts its pixels from 0. */
    private static NdArray counting(int nH, int nW) {
        return NdArray.of(
                Shape.of(1, nH, nW, 1),
                IntStream.range(0, nH * nW).asDoubleStream().toArray());
    }

    private static Value flawed(String id, NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
        return requireNonNull(ConvForwardFlaws.all().get(id)).apply(aPrev, filters, bias, stride, pad);
    }

    private static NdArray z(Value result) {
        return (NdArray) ((Tuple) result).parts().getFirst();
    }

    private static Value cache(String id, NdArray image) {
        return ((Tuple) flawed(id, image, SUM_OF_FOUR, NO_BIAS, 1, 1)).parts().getLast();
    }

    private static Dictionary hparameters(int stride, int pad) {
        return Dictionary.of("stride", Scalar.of(stride)).with("pad", Scalar.of(pad));
    }
}
