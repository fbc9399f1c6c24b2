package org.stride.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.array.NdArray;
import org.stride.array.Value;

/** A cell that is worked out term by term comes to the very number that the reference gives. */
class WorkingTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Seeds SEEDS = new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8));

    static Stream<Exercise> exercises() {
        return CATALOGUE.exercises().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void everyCellOfEveryVisibleCaseIsWorkedOutToTheReferencesValue(Exercise exercise) {
        for (Case c : exercise.cases(SEEDS).stream().filter(c -> !c.heldOut()).toList()) {
            Value wanted = exercise.reference(c.arguments());
            List<Value> parts = wanted instanceof Value.Tuple tuple ? tuple.parts() : List.of(wanted);
            for (int part = 0; part < parts.size(); part++) {
                check(exercise, c, exercise.returns().get(part).name(), parts.get(part));
            }
        }
    }

    private static void check(Exercise exercise, Case c, String part, Value wanted) {
        if (wanted instanceof Value.Scalar scalar) {
            Working working = exercise.working(c.arguments(), part);
            assertThat(sum(working)).isEqualTo(scalar.value(), within(1e-12));
        } else if (wanted instanceof NdArray array) {
            // Every seventh cell meets every row, column and channel sooner or later.
            for (int place = 0; place < array.size(); place += 7) {
                Working working =
                        exercise.working(c.arguments(), part, array.shape().index(place));
                assertThat(sum(working))
                        .as("%s of %s", working.cell(), c.id())
                        .isEqualTo(array.flat(place), within(1e-10));
                assertThat(working.result()).isEqualTo(array.flat(place), within(1e-10));
            }
        }
    }

    /** What the terms make by their rule, independently of the result that the working states. */
    private static double sum(Working working) {
        List<Double> terms = working.terms().stream().map(Working.Term::value).toList();
        double sum = terms.stream().mapToDouble(t -> t).sum();
        return switch (working.rule()) {
            case BORDER, UNTOUCHED -> 0;
            case COPY, SUM, SUM_OF_PRODUCTS -> sum;
            case MAXIMUM -> terms.stream().mapToDouble(t -> t).max().orElseThrow();
            case MEAN -> sum / terms.size();
            case SHARE -> terms.get(0) / (terms.get(1) * terms.get(2));
            case EQUALS_MAXIMUM ->
                terms.getFirst()
                                == terms.stream()
                                        .skip(1)
                                        .mapToDouble(t -> t)
                                        .max()
                                        .orElseThrow()
                        ? 1
                        : 0;
        };
    }

    @Test
    void aSingleStepIsTwentySevenProductsAndTheBias() {
        Exercise exercise = CATALOGUE.get("conv_single_step");
        Case threeByThree = exercise.cases(SEEDS).stream()
                .filter(c -> c.id().equals("shown_2"))
                .findFirst()
                .orElseThrow();

        Working working = exercise.working(threeByThree.arguments(), "Z");

        assertThat(working.terms()).hasSize(28);
        assertThat(working.terms().getFirst().factors())
                .extracting(Working.Quantity::name)
                .containsExactly("a_slice_prev[0, 0, 0]", "W[0, 0, 0]");
        assertThat(working.terms().getLast().factors())
                .extracting(Working.Quantity::name)
                .containsExactly("b[0, 0, 0]");
    }
}
