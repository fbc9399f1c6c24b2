package org.stride.kernel.flaw;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Tuple;
import org.stride.exercise.Arguments;
import org.stride.kernel.Pooling;

class DistributeFlawsTest {
    static Set<String> ids() {
        return DistributeFlaws.all().keySet();
    }

    @ParameterizedTest(name = "{0} gives each cell {1}")
    @CsvSource({
        "not_divided, 30",
        "divided_by_n_h_only, 15",
        "divided_by_n_w_only, 10",
        "divided_by_n_h_squared, 7.5",
        "divided_by_sum, 6",
        "parentheses_left_out, 45",
        "integer_division, 5",
        "dz_ignored, 0.16666666666666666"
    })
    void thirtyOnTwoRowsAndThreeColumns(String id, double share) {
        assertThat(flawed(id, 30, 2, 3)).isEqualTo(NdArray.full(Shape.of(2, 3), share));
    }

    @Test
    void integerDivisionGoesDownwardsEvenBelowZero() {
        assertThat(flawed("integer_division", -7, 2, 3)).isEqualTo(NdArray.full(Shape.of(2, 3), -2));
    }

    @Test
    void theShapeIsTurnedOrMissing() {
        assertThat(flawed("shape_transposed", 30, 2, 3)).isEqualTo(NdArray.full(Shape.of(3, 2), 5));
        assertThat(flawed("returns_scalar", 30, 2, 3)).isEqualTo(new Scalar(5, Scalar.Type.PYTHON_FLOAT));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFlawDiffersFromTheReferenceOnAnOrdinaryShape(String id) {
        assertThat(flawed(id, 3.5, 4, 3)).isNotEqualTo(Pooling.distribute(3.5, 4, 3));
    }

    private static Value flawed(String id, double dz, int nH, int nW) {
        return requireNonNull(DistributeFlaws.all().get(id)).apply(dz, nH, nW);
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
            return DistributeFlawsTest.ids();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void theListingGivesWhatTheKernelGives(String id) {
            Stream.of(Shape.of(2, 3), Shape.of(3, 2), Shape.of(4, 4), Shape.of(1, 5), Shape.of(6, 1), Shape.of(1, 1))
                    .forEach(shape -> {
                        assertSame(id, new Scalar(-2.75, Scalar.Type.PYTHON_FLOAT), shape);
                        assertSame(id, new Scalar(1e9 + 0.5, Scalar.Type.PYTHON_FLOAT), shape);
                        assertSame(id, Scalar.of(12), shape);
                        assertSame(id, Scalar.of(-7), shape);
                        assertSame(id, Scalar.of(0), shape);
                    });
        }

        private void assertSame(String id, Scalar dz, Shape shape) {
            int nH = shape.length(0), nW = shape.length(1);
            Arguments arguments = Arguments.none().with("dz", dz).with("shape", Tuple.of(Scalar.of(nH), Scalar.of(nW)));
            FlawListings.assertSame(python, "distribute_value", id, arguments, () -> flawed(id, dz.value(), nH, nW));
        }
    }
}
