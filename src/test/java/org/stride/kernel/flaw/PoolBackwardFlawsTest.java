package org.stride.kernel.flaw;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.stride.array.Value;
import org.stride.array.Value.Dictionary;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Text;
import org.stride.array.Value.Tuple;
import org.stride.exercise.Arguments;
import org.stride.kernel.Pooling;
import org.stride.kernel.Pooling.Mode;
import org.stride.python.Outcome;

class PoolBackwardFlawsTest {
    /** Windows of two with stride 1 have their maxima 9, 8, 7 and again 8. */
    private static final NdArray IMAGE = NdArray.of(Shape.of(1, 3, 3, 1), 9, 2, 3, 4, 5, 8, 6, 7, 1);

    private static final NdArray GRADIENT = NdArray.of(Shape.of(1, 2, 2, 1), 1, 10, 100, 1000);

    static Set<String> ids() {
        return PoolBackwardFlaws.all().keySet();
    }

    @ParameterizedTest(name = "{0}, {1}, gives {2}")
    @CsvSource({
        "assigns_instead_of_adds, MAX, 1 0 0 0 0 1000 0 0 0",
        "assigns_instead_of_adds, AVERAGE, 0.25 2.5 2.5 25 250 250 25 250 250",
        "always_max, AVERAGE, 1 0 0 0 0 1010 0 100 0",
        "always_average, MAX, 0.25 2.75 2.5 25.25 277.75 252.5 25 275 250",
        "mask_without_gradient, MAX, 1 0 0 0 0 2 0 1 0",
        "gradient_without_mask, MAX, 1 11 10 101 1111 1010 100 1100 1000",
        "gradient_of_the_window, MAX, 1 0 0 0 0 2000 0 1000 0",
        "mask_of_whole_image, MAX, 1 0 0 0 0 0 0 0 0",
        "average_not_divided, AVERAGE, 1 11 10 101 1111 1010 100 1100 1000",
        "average_divided_by_f, AVERAGE, 0.5 5.5 5 50.5 555.5 505 50 550 500"
    })
    void windowsOfTwoThatOverlap(String id, Mode mode, String cells) {
        // Right is 1 0 0 0 0 1010 0 100 0, on average a quarter of 1 11 10 101 1111 1010 100 1100 1000
        double[] expected =
                Stream.of(cells.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertThat(((NdArray) flawed(id, GRADIENT, IMAGE, 2, 1, mode)).toArray())
                .containsExactly(expected);
    }

    @Test
    void withoutTheStrideAllWindowsCrowdIntoTheFirstRowsAndColumns() {
        NdArray dAPrev = (NdArray) flawed("stride_left_out", GRADIENT, NdArray.zeros(1, 4, 4, 1), 2, 2, Mode.AVERAGE);
        assertThat(dAPrev.toArray())
                .containsExactly(0.25, 2.75, 2.5, 0, 25.25, 277.75, 252.5, 0, 25, 275, 250, 0, 0, 0, 0, 0);
    }

    @Test
    void theMaskMayComeFromAllChannelsOrTheFirstExample() {
        // Two examples of one window of 2 by 2 with two channels
        NdArray aPrev = NdArray.of(Shape.of(2, 2, 2, 2), 9, 1, 2, 3, 0, 5, 4, 7, 1, 2, 3, 4, 5, 6, 7, 8);
        NdArray dA = NdArray.of(Shape.of(2, 1, 1, 2), 1, 10, 100, 1000);
        assertThat(((NdArray) flawed("mask_over_all_channels", dA, aPrev, 2, 1, Mode.MAX)).toArray())
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000);
        assertThat(((NdArray) flawed("mask_of_first_example", dA, aPrev, 2, 1, Mode.MAX)).toArray())
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 10, 100, 0, 0, 0, 0, 0, 0, 1000);
    }

    @Test
    void dividingByTheSizeOfTheOutputGivesEachWindowTooLittle() {
        NdArray dA = NdArray.full(Shape.of(1, 3, 4, 1), 24);
        NdArray dAPrev =
                (NdArray) flawed("average_divided_by_output_size", dA, NdArray.zeros(1, 3, 4, 1), 1, 1, Mode.AVERAGE);
        assertThat(dAPrev).isEqualTo(NdArray.full(Shape.of(1, 3, 4, 1), 2));
    }

    @Test
    void aWindowOfTheGradientThatIsCutToNothingRaises() {
        assertThatThrownBy(() -> flawed(
                        "gradient_of_the_window", NdArray.zeros(1, 2, 2, 1), NdArray.zeros(1, 4, 4, 1), 2, 2, Mode.MAX))
                .isInstanceOf(NumpyError.class)
                .hasMessage("operands could not be broadcast together with shapes (2,2) (2,0) ");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFlawDiffersFromTheReferenceInOneModeOrTheOther(String id) {
        assertThat(Stream.of(Mode.values())).anySatisfy(mode -> {
            Layer layer = new Layer(2, 8, 11, 3, 3, 2, mode);
            assertThat(FlawListings.outcome(() -> layer.flawed(id))).isNotEqualTo(new Outcome.Returned(layer.right()));
        });
    }

    private static Value flawed(String id, NdArray dA, NdArray aPrev, int f, int stride, Mode mode) {
        return requireNonNull(PoolBackwardFlaws.all().get(id)).apply(dA, aPrev, f, stride, mode);
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
            return PoolBackwardFlawsTest.ids();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void theListingGivesWhatTheKernelGives(String id) {
            Stream.of(Mode.values())
                    .flatMap(this::layers)
                    .forEach(layer -> FlawListings.assertSame(
                            python, "pool_backward", id, layer.arguments(), () -> layer.flawed(id)));
        }

        private Stream<Layer> layers(Mode mode) {
            return Stream.of(
                    // strides from 1 to 3, smaller and greater than the window, with and without a remainder
                    new Layer(2, 7, 10, 3, 2, 3, mode),
                    new Layer(2, 10, 7, 2, 3, 2, mode),
                    new Layer(2, 8, 6, 3, 2, 2, mode),
                    new Layer(2, 8, 6, 2, 4, 1, mode),
                    new Layer(2, 5, 6, 2, 2, 1, mode),
                    new Layer(2, 6, 9, 2, 1, 2, mode),
                    new Layer(2, 4, 5, 2, 1, 1, mode),
                    new Layer(1, 4, 9, 2, 2, 2, mode),
                    new Layer(3, 5, 6, 1, 3, 2, mode),
                    new Layer(2, 7, 5, 3, 2, 2, mode).ofIntegersWithTies(),
                    new Layer(2, 4, 4, 2, 2, 1, mode).ofIntegersWithTies(),
                    // windows that go in once, or not at all
                    new Layer(2, 3, 4, 2, 3, 1, mode),
                    new Layer(2, 3, 3, 2, 3, 1, mode),
                    new Layer(1, 1, 1, 1, 1, 1, mode),
                    new Layer(2, 2, 5, 2, 3, 2, mode));
        }
    }

    /** One layer's sizes, with inputs drawn for them. */
    private record Layer(NdArray dA, NdArray aPrev, int f, int stride, Mode mode) {
        Layer(int m, int nHPrev, int nWPrev, int nC, int f, int stride, Mode mode) {
            this(new LegacyRandom(1), new LegacyRandom(2).randn(m, nHPrev, nWPrev, nC), f, stride, mode);
        }

        private Layer(LegacyRandom random, NdArray aPrev, int f, int stride, Mode mode) {
            this(random.randn(Pooling.forward(aPrev, f, stride, mode).shape().lengths()), aPrev, f, stride, mode);
        }

        Layer ofIntegersWithTies() {
            return new Layer(integers(dA), integers(aPrev), f, stride, mode);
        }

        private static NdArray integers(NdArray array) {
            return array.map(value -> 2 * value).asType(DType.INT64);
        }

        Arguments arguments() {
            Dictionary hparameters = Dictionary.of("f", Scalar.of(f)).with("stride", Scalar.of(stride));
            return Arguments.none()
                    .with("dA", dA)
                    .with("cache", Tuple.of(aPrev, hparameters))
                    .with("mode", new Text(mode.text()));
        }

        Value flawed(String id) {
            return PoolBackwardFlawsTest.flawed(id, dA, aPrev, f, stride, mode);
        }

        Value right() {
            return Pooling.backward(dA, aPrev, f, stride, mode);
        }
    }
}
