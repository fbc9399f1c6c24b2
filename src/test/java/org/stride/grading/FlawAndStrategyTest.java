package org.stride.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Seeds;
import org.stride.exercise.Strategy;

/** Every right way passes everything; every flaw fails and is named as itself, whatever the installation's secret. */
class FlawAndStrategyTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private static final List<Grader> GRADERS = Stream.of("the first secret", "the second secret", "yet another secret")
            .map(secret -> new Grader(new Seeds(secret.getBytes(StandardCharsets.UTF_8))))
            .toList();

    static Stream<Arguments> strategies() {
        return CATALOGUE.exercises().stream()
                .flatMap(e -> e.strategies().stream().map(s -> Arguments.of(e, s.id(), s)));
    }

    static Stream<Arguments> flaws() {
        return CATALOGUE.exercises().stream().flatMap(e -> e.flaws().stream().map(f -> Arguments.of(e, f.id(), f)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("strategies")
    void everyStrategyPassesEveryRequiredCase(Exercise exercise, String id, Strategy strategy) {
        for (Grader grader : GRADERS) {
            Verdict verdict = grader.grade(exercise, strategy, CheckListener.NONE);

            assertThat(verdict.passed()).isTrue();
            assertThat(verdict.diagnosis()).isNull();
            assertThat(verdict.notes()).allMatch(Note.Tie.class::isInstance);
            // A tie is the one thing that a right way may treat otherwise.
            assertThat(verdict.advisory().stream().filter(result -> !result.passed()))
                    .allMatch(result -> result.testCase().traits().stream()
                            .anyMatch(trait -> trait.key().equals("ties")));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("flaws")
    void everyFlawFailsAndIsNamedAsItself(Exercise exercise, String id, Flaw flaw) {
        for (Grader grader : GRADERS) {
            Verdict verdict = grader.grade(exercise, flaw, CheckListener.NONE);

            assertThat(verdict.passed()).isEqualTo(flaw.advisory());
            assertThat(verdict.diagnosis()).isEqualTo(new Diagnosis.KnownFlaw(List.of(flaw)));
        }
    }

    @Test
    void thereAreAsManyFlawsAsLearnersHaveWaysToGoWrong() {
        assertThat(flaws().count()).isEqualTo(143);
        assertThat(strategies().count()).isEqualTo(27);
    }

    /** The codes that the published checks let pass: see the table of blind spots in docs/architecture.md. */
    @ParameterizedTest(name = "{0}: {1}")
    @org.junit.jupiter.params.provider.CsvSource({
        "conv_forward, ceil_instead_of_floor",
        "conv_forward, round_instead_of_floor",
        "conv_backward, last_row_lost",
        "conv_backward, last_column_lost",
        "pool_backward, stride_left_out",
        "distribute_value, divided_by_n_h_squared",
        "zero_pad, height_and_width_swapped",
        "zero_pad, negative_end_at_pad_zero"
    })
    void whatThePublishedChecksLetPassFails(String exerciseName, String id) {
        Exercise exercise = CATALOGUE.get(exerciseName);
        Flaw flaw = exercise.flaws().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();

        Verdict verdict = GRADERS.getFirst().grade(exercise, flaw, CheckListener.NONE);

        assertThat(verdict.passed()).isFalse();
    }
}
