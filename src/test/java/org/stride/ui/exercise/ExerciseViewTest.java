package org.stride.ui.exercise;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.Cards;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.exercise.Case;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Strategy;
import org.stride.grading.CheckListener;
import org.stride.grading.Grader;
import org.stride.grading.Verdict;
import org.stride.python.Outcome;
import org.stride.report.Translations;
import org.stride.report.Wording;
import org.stride.ui.ViewTest;
import org.stride.ui.part.Listing;
import org.stride.ui.part.TensorView;

class ExerciseViewTest extends ViewTest {
    private static final Wording WORDING = new Wording(new Translations());

    @Autowired
    private Grader grader;

    static Stream<String> exercises() {
        return Catalogue.load().exercises().stream().map(Exercise::name);
    }

    private Choice choice(String exercise, String id) {
        return Cards.card(catalogue.get(exercise), id);
    }

    private static String verdict() {
        return textOf(byId("verdict"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void thePageShowsStepSignatureInputAndCards(String name) {
        open("exercise/" + name);

        Exercise exercise = catalogue.get(name);
        assertThat(textOf(_get(H1.class))).endsWith(name);
        assertThat(page()).contains(exercise.signature()).contains("Step " + exercise.number() + " of 8");
        assertThat(cards()).hasSize(8);
        _assertOne(Listing.class);
        assertThat(UI.getCurrent().getInternals().getTitle()).contains(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void everyRightCardPasses(String name) {
        for (Strategy strategy : catalogue.get(name).strategies()) {
            open("exercise/" + name);
            pick(strategy.letter());
            run(true);

            assertThat(verdict())
                    .contains("Card " + strategy.letter() + ": Passes")
                    .contains("shown checks pass; all ")
                    .contains("You expected a pass, and it passes.");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void everyFlawedCardIsExplained(String name) {
        for (Flaw flaw : catalogue.get(name).flaws()) {
            open("exercise/" + name);
            pick(flaw.letter());
            run(false);

            assertThat(verdict())
                    .contains("Card " + flaw.letter() + (flaw.advisory() ? ": Passes" : ": Fails"))
                    .contains(WORDING.name(flaw))
                    .contains(WORDING.sentence(flaw).replace("`", ""));
        }
    }

    @Test
    void aWrongNumberIsShownBesideTheRightOneAndWorkedOut() {
        open("exercise/conv_forward");
        pick(choice("conv_forward", "bias_left_out").letter());
        run(true);

        assertThat(verdict())
                .contains("You expected a pass. Compare the marked lines")
                .contains("37 terms, added up:")
                .contains("A_prev_pad[0, 1, 1, 0] × W[1, 1, 0, 0] = 1.6243 × 0.4516 = 0.7336")
                .contains("more terms are zero")
                .contains("b[0, 0, 0, 0] = ")
                .contains("instead: ");
        assertThat(_find(byId("verdict"), TensorView.class)).hasSize(1);
    }

    @Test
    void aMistakeThatOnlyHeldOutChecksSeeIsToldAsSuch() {
        Exercise exercise = catalogue.get("distribute_value");
        Set<Arguments> visible = grader.cases(exercise).stream()
                .filter(c -> !c.heldOut())
                .map(Case::arguments)
                .collect(Collectors.toSet());
        Verdict verdict = grader.grade(
                exercise,
                a -> new Outcome.Returned(visible.contains(a) ? exercise.reference(a) : Value.NONE),
                CheckListener.NONE);
        VerdictPanel panel = new VerdictPanel(WORDING);

        panel.show("Mine", verdict, true);

        assertThat(textOf(panel))
                .contains("Mine: Fails")
                .contains("All 4 shown checks pass; all 6 held-out checks fail.")
                .contains("every shown check agrees with you");
    }

    @Test
    void noVerdictTellsAHeldOutNumber() {
        open("exercise/conv_forward");
        pick(choice("conv_forward", "stride_fixed_at_one").letter());
        run(false);

        String held = verdict().substring(verdict().indexOf("Held-out checks: "));
        assertThat(held.replaceAll("\\d+\\.\\d+ ms", "")).doesNotContainPattern("\\d\\.\\d{3}");
    }

    @Test
    void withoutAPredictionNothingRuns() {
        open("exercise/zero_pad");

        assertThat(_get(Button.class, spec -> spec.withId("run")).isEnabled()).isFalse();
        predict(true);
        assertThat(_get(Button.class, spec -> spec.withId("run")).isEnabled()).isTrue();
    }

    @Test
    void whileItRunsThereIsProgressAndAWayOut() {
        open("exercise/zero_pad");
        predict(true);
        _click(_get(Button.class, spec -> spec.withId("run")));

        assertThat(executor.waiting()).isEqualTo(1);
        _click(_get(Button.class, spec -> spec.withId("cancel")));
        finishChecks();

        assertThat(page()).contains("Cancelled. Nothing was counted.");
        assertThat(verdict()).isEmpty();
        _assertNone(Button.class, spec -> spec.withId("cancel"));
        assertThat(_get(Button.class, spec -> spec.withId("run")).isEnabled()).isTrue();
    }

    @Test
    void anotherCardDuringARunLeavesNoTraceOfTheFirst() {
        open("exercise/zero_pad");
        predict(true);
        _click(_get(Button.class, spec -> spec.withId("run")));
        pick("B");
        finishChecks();

        assertThat(verdict()).isEmpty();
        assertThat(page()).doesNotContain("Cancelled");
    }

    @Test
    void theAddressRestoresTheCard() {
        open("exercise/conv_forward?strategy=C");

        assertThat(page()).contains("Card C");
    }

    @Test
    void theAddressRestoresAComparison() {
        String one = choice("conv_forward", "four_loops").letter();
        String other = choice("conv_forward", "im2col").letter();
        open("exercise/conv_forward?strategy=" + one + "&with=" + other);
        finishChecks();

        assertThat(textOf(byId("compare")))
                .contains("They agree on all 22 checks.")
                .contains("Multiplications for all checks")
                .contains("first predict and run it")
                .doesNotContain("passes");
    }

    @Test
    void aComparisonTellsWhatACardIsOnceItWasRun() {
        String one = choice("conv_forward", "four_loops").letter();
        String other = choice("conv_forward", "ceil_instead_of_floor").letter();
        for (String letter : List.of(one, other)) {
            open("exercise/conv_forward?strategy=" + letter);
            run(true);
        }
        open("exercise/conv_forward?strategy=" + one + "&with=" + other);
        finishChecks();

        assertThat(textOf(byId("compare"))).contains("passes", "fails", "not counted for this card");
    }

    @Test
    void thePickedCardPickedAgainDuringARunChangesNothing() {
        open("exercise/zero_pad");
        predict(true);
        _click(_get(Button.class, spec -> spec.withId("run")));
        pick("A");
        finishChecks();

        assertThat(verdict()).contains("Card A: ");
        assertThat(_get(Button.class, spec -> spec.withId("run")).isEnabled()).isTrue();
    }

    @Test
    void aRightCardThatTreatsATieOtherwiseIsToldSoAndNoMore() {
        open("exercise/create_mask_from_window");
        pick(choice("create_mask_from_window", "argmax").letter());
        run(true);

        assertThat(verdict())
                .contains("Where a maximum stands more than once")
                .doesNotContain("Why")
                .doesNotContain("not a mistake that we know");
    }

    @Test
    void comparingARightWithAFlawedCardSaysWhereTheyDiffer() {
        Choice flaw = choice("conv_forward", "ceil_instead_of_floor");
        open("exercise/conv_forward?strategy="
                + choice("conv_forward", "four_loops").letter() + "&with=" + flaw.letter());
        finishChecks();

        assertThat(textOf(byId("compare")))
                .contains("they differ here:")
                .contains("stride 3")
                .contains("first predict and run it")
                .doesNotContain("not counted")
                .doesNotContain("fails");
    }

    @Test
    void previousAndNextLeadThroughTheCourse() {
        open("exercise/conv_single_step");
        assertThat(page()).contains("← zero_pad").contains("conv_forward →");

        open("exercise/pool_backward");
        assertThat(page()).contains("← distribute_value");
    }
}
