package org.stride.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.PythonListings;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Hint;
import org.stride.exercise.Seeds;

/** Every hint is true, and what holds it true would notice if it were not. */
class HintsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final HintTruth TRUTH =
            new HintTruth(CATALOGUE, new Grader(new Seeds("a secret for hints".getBytes(StandardCharsets.UTF_8))));

    static List<Exercise> exercises() {
        return CATALOGUE.exercises();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void whatAHintQuotesTellsARightCardFromAWrongOne(Exercise exercise) {
        assertThat(exercise.hints().hints())
                .allSatisfy(hint -> assertThat(TRUTH.contrasts(exercise, hint))
                        .as(hint.id())
                        .isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void noHintNamesCodeOrNumbersThatNothingShows(Exercise exercise) {
        assertThat(exercise.hints().hints())
                .allSatisfy(hint ->
                        assertThat(TRUTH.words(exercise, hint)).as(hint.id()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void anExamplePrintsWhatItSaysAndOtherwiseWithEachMistakeItIsOfferedFor(Exercise exercise) {
        assumePython();
        assertThat(TRUTH.examples(exercise, exercise.hints().hints())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void everyMistakeHasOneHint(Exercise exercise) {
        assertThat(exercise.hints().hints())
                .hasSizeBetween(3, 5)
                .allSatisfy(hint -> assertThat(TRUTH.unshown(hint)).isEmpty());
        assertThat(exercise.hints().hints().stream().flatMap(hint -> hint.mistakes().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        exercise.flaws().stream().map(Choice::id).toList());
    }

    @Test
    void aFalseHintIsNoticed() {
        Exercise exercise = CATALOGUE.get("conv_single_step");
        Hint hint = exercise.hints().hints().get(3);
        Hint.Contrast contrast = hint.contrasts().getFirst();

        assertThat(TRUTH.contrasts(exercise, with(hint, contrast("multiply_and_sum", "returns_array", "Z + b.sum()"))))
                .containsExactly("multiply_and_sum does not say Z + b.sum()");
        assertThat(TRUTH.contrasts(exercise, with(hint, contrast(contrast.right(), contrast.wrong(), "return Z"))))
                .isNotEmpty();
        assertThat(TRUTH.contrasts(exercise, with(hint, contrast("multiply_and_sum", "flatten_dot", "np.sum(s)"))))
                .contains("flatten_dot does not fail");
        assertThat(TRUTH.words(exercise, saying(hint, "Return `Z + b.size`.")))
                .contains("en: `Z + b.size` stands nowhere", "zh: `Z + b.size` stands nowhere");
        assertThat(TRUTH.words(exercise, saying(hint, "It is 15."))).contains("en: 15 is printed nowhere");
        assertThat(TRUTH.words(
                        exercise,
                        new Hint(hint.id(), Map.of("en", "`b`", "zh", "`W`"), List.of(), hint.contrasts(), null)))
                .hasSize(1);
    }

    @Test
    void aFalseExampleIsNoticed() {
        assumePython();
        Exercise exercise = CATALOGUE.get("distribute_value");
        Hint hint = exercise.hints().hints().getFirst();
        Hint.Example example = new Hint.Example("print(distribute_value(12., (2, 3)).sum())\n", "13.0\n");
        Hint.Example blind = new Hint.Example("print(distribute_value(9., (3, 3)).sum())\n", "9.0\n");

        assertThat(TRUTH.examples(exercise, List.of(showing(hint, example)))).contains("what_adds_up prints 12.0\n");
        assertThat(TRUTH.examples(exercise, List.of(showing(hint, blind))))
                .containsExactly("what_adds_up is the same with divided_by_n_h_squared");
    }

    @Test
    void aHintWithoutATruthIsNone() {
        assertThatThrownBy(() -> new Hint("a", Map.of("en", "b"), List.of(), List.of(), null))
                .hasMessage("hint a: nothing shows that it is true");
    }

    private static void assumePython() {
        PythonListings.assumeInstalled();
    }

    private static Hint.Contrast contrast(String right, String wrong, String says) {
        return new Hint.Contrast(right, wrong, says, null);
    }

    private static Hint with(Hint hint, Hint.Contrast contrast) {
        return new Hint(hint.id(), hint.texts(), hint.mistakes(), List.of(contrast), hint.example());
    }

    private static Hint saying(Hint hint, String text) {
        return new Hint(hint.id(), Map.of("en", text, "zh", text), List.of(), hint.contrasts(), hint.example());
    }

    private static Hint showing(Hint hint, Hint.Example example) {
        return new Hint(hint.id(), hint.texts(), hint.mistakes(), List.of(), example);
    }
}
