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
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Tuple;
import org.stride.exercise.Arguments;
import org.stride.kernel.Pooling;
import org.stride.python.Outcome;

class MaskFlawsTest {
    private static final NdArray WINDOW =
            NdArray.matrix(new double[] {1, -3, 2}, new double[] {5, 4, -6}, new double[] {0, 3, -1});

    static Set<String> ids() {
        return MaskFlaws.all().keySet();
    }

    @ParameterizedTest(name = "{0} marks {1}")
    @CsvSource({
        "mask_of_minimum, 000 001 000",
        "maximum_per_row, 001 100 010",
        "maximum_per_column, 001 110 000",
        "row_maxima_along_columns, 000 000 001",
        "at_least_zero, 101 110 110",
        "mask_inverted, 111 011 111",
        "numbers_instead_of_booleans, 000 100 000"
    })
    void threeRowsWithTheMaximumInTheMiddleRow(String id, String marks) {
        NdArray x = id.equals("row_maxima_along_columns") ? withRowMaximumInThirdColumn() : WINDOW;
        double[] expected =
                marks.replace(" ", "").chars().mapToDouble(mark -> mark - '0').toArray();
        assertThat(((NdArray) flawed(id, x)).toArray()).containsExactly(expected);
    }

    /** The maxima of the rows are 2, 5, 3: only the last column holds its own. */
    private static NdArray withRowMaximumInThirdColumn() {
        return NdArray.matrix(new double[] {1, -3, 2}, new double[] {5, 4, -6}, new double[] {0, 1, 3});
    }

    @Test
    void thePlaceOrTheValueComesInsteadOfAMask() {
        assertThat(flawed("index_instead_of_mask", WINDOW)).isEqualTo(integer(3));
        assertThat(flawed("row_and_column_instead_of_mask", WINDOW)).isEqualTo(Tuple.of(integer(1), integer(0)));
        assertThat(flawed("where_instead_of_mask", WINDOW)).isEqualTo(Tuple.of(places(1), places(0)));
        assertThat(flawed("maximum_instead_of_mask", WINDOW)).isEqualTo(Scalar.of(5.0));
        assertThat(flawed("window_times_mask", WINDOW)).hasToString("[[ 0. -0.  0.]\n [ 5.  0. -0.]\n [ 0.  0. -0.]]");
    }

    @Test
    void ofEqualMaximaTheFirstGivesTheIndexAndAllGiveThePlaces() {
        NdArray tie = NdArray.matrix(new double[] {0, 7}, new double[] {7, 1});
        assertThat(flawed("index_instead_of_mask", tie)).isEqualTo(integer(1));
        assertThat(flawed("where_instead_of_mask", tie)).isEqualTo(Tuple.of(places(0, 1), places(1, 0)));
    }

    @Test
    void pythonsOwnMaxComparesRows() {
        assertThatThrownBy(() -> flawed("pythons_own_max", WINDOW))
                .isInstanceOf(NumpyError.class)
                .hasMessageStartingWith("The truth value of an array with more than one element is ambiguous.");
        NdArray row = NdArray.matrix(new double[] {1, 2});
        assertThat(flawed("pythons_own_max", row)).isEqualTo(NdArray.of(DType.BOOL, Shape.of(1, 2), 1, 1));
    }

    @Test
    void rowMaximaFitAlongTheColumnsOnlyWhereThereAreAsManyOrOne() {
        assertThatThrownBy(() -> flawed("row_maxima_along_columns", NdArray.zeros(2, 3)))
                .isInstanceOf(NumpyError.class)
                .hasMessage("operands could not be broadcast together with shapes (2,3) (2,) ");
        NdArray column = NdArray.matrix(new double[] {4}, new double[] {9});
        assertThat(flawed("row_maxima_along_columns", column))
                .isEqualTo(NdArray.of(DType.BOOL, Shape.of(2, 2), 1, 0, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFlawDiffersFromTheReferenceOnAnOrdinaryWindow(String id) {
        NdArray x = new LegacyRandom(3).randn(4, 3);
        assertThat(FlawListings.outcome(() -> flawed(id, x))).isNotEqualTo(new Outcome.Returned(Pooling.mask(x)));
    }

    @Test
    void onlyNumbersInsteadOfBooleansPassWithARemark() {
        assertThat(MaskFlaws.advisory()).containsExactly("numbers_instead_of_booleans");
    }

    private static Value flawed(String id, NdArray x) {
        return requireNonNull(MaskFlaws.all().get(id)).apply(x);
    }

    private static Scalar integer(int value) {
        return new Scalar(value, Scalar.Type.NUMPY_INT);
    }

    private static NdArray places(double... places) {
        return NdArray.of(DType.INT64, Shape.of(places.length), places);
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
            return MaskFlawsTest.ids();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void theListingGivesWhatTheKernelGives(String id) {
            windows()
                    .forEach(x -> FlawListings.assertSame(
                            python,
                            "create_mask_from_window",
                            id,
                            Arguments.none().with("x", x),
                            () -> flawed(id, x)));
        }

        private Stream<NdArray> windows() {
            LegacyRandom random = new LegacyRandom(1);
            NdArray ties = NdArray.matrix(new double[] {3, 1, 3}, new double[] {0, 3, 2}, new double[] {0, -0.0, 3});
            NdArray nan = NdArray.matrix(new double[] {3, Double.NaN}, new double[] {0, 3});
            return Stream.of(
                    random.randn(3, 3),
                    random.randn(2, 3),
                    random.randn(4, 2),
                    random.randn(1, 5),
                    random.randn(5, 1),
                    random.randn(1, 1),
                    random.randn(3, 4).map(value -> -Math.abs(value)),
                    random.randn(4, 4).map(Math::abs),
                    random.randn(3, 3).map(value -> 10 * value).asType(DType.INT64),
                    random.randn(2, 4).asType(DType.FLOAT32),
                    NdArray.zeros(2, 2),
                    ties,
                    ties.asType(DType.INT64),
                    nan);
        }
    }
}
