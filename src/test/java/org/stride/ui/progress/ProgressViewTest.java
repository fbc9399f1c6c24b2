package org.stride.ui.progress;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.learner.Attempt;
import org.stride.learner.LearnerId;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Count;
import org.stride.learner.Telling.Mistake;
import org.stride.learner.store.History;
import org.stride.ui.ViewTest;
import org.stride.ui.learner.CurrentLearner;

class ProgressViewTest extends ViewTest {
    @Autowired
    private ObjectProvider<CurrentLearner> current;

    @Autowired
    private History history;

    @Autowired
    private Clock clock;

    private LearnerId learner;

    @BeforeEach
    void meet() {
        learner = current.getObject().id();
    }

    private static Telling told(boolean passed, @Nullable Mistake mistake) {
        return new Telling(passed, new Count(1, 2), new Count(1, 2), "So it went.", mistake, List.of());
    }

    private void code(String exercise, @Nullable String mistake) {
        Mistake named = mistake == null ? null : new Mistake("flaw." + mistake.length(), mistake);
        history.record(
                learner,
                new Attempt.OfCode(
                        UUID.randomUUID(),
                        exercise,
                        clock.instant(),
                        Duration.ZERO,
                        told(named == null, named),
                        Attempt.Source.TYPED,
                        "code"));
    }

    private void card(String exercise, String letter, boolean expected, boolean passed) {
        history.record(
                learner,
                new Attempt.OfCard(
                        UUID.randomUUID(),
                        exercise,
                        clock.instant(),
                        Duration.ZERO,
                        told(passed, null),
                        letter,
                        expected));
    }

    private static String section(String id) {
        return textOf(byId(id));
    }

    private static List<String> steps() {
        return _find(byId("steps"), ListItem.class).stream()
                .map(ViewTest::textOf)
                .toList();
    }

    @Test
    void whoHasDoneNothingIsInvitedToTheFirstStep() {
        open("progress");

        assertThat(page()).contains("Nothing tried yet.");
        assertThat(_get(RouterLink.class, spec -> spec.withClasses("stride-call"))
                        .getHref())
                .isEqualTo("exercise/zero_pad");
        assertThat(section("your-work")).startsWith("Your work");
    }

    @Test
    void eachStepSaysWhenAndHowItWasPassedAndHowManyAttemptsItTook() {
        code("zero_pad", "Too short");
        code("zero_pad", null);
        card("zero_pad", "A", true, false);
        card("conv_single_step", "C", true, true);
        code("conv_forward", "Wrong");

        open("progress");

        assertThat(page()).contains("2 of 8 steps passed, 5 attempts.");
        assertThat(steps()).hasSize(8);
        assertThat(steps().getFirst())
                .contains("Passed today", "with your own code", "3 attempts, 2 of code")
                .endsWith("History");
        assertThat(steps().get(1)).contains("with card C", "1 attempt, 0 of code");
        assertThat(steps().get(2)).contains("Not passed yet", "1 attempt, 1 of code");
        assertThat(steps().getLast()).endsWith("Not started");
        assertThat(_find(StripPicture.class)).hasSize(3);
    }

    @Test
    void aLongRowOfAttemptsIsShortenedWithACount() {
        for (int attempt = 0; attempt < StripPicture.MOST + 6; attempt++) {
            code("zero_pad", "Wrong");
        }

        open("progress");

        assertThat(textOf(_get(StripPicture.class))).startsWith("6 earlier");
        assertThat(byLabel("The latest 24 attempts: 0 passed. The last one failed."))
                .isEqualTo(1);
    }

    private static long byLabel(String label) {
        return _get(StripPicture.class)
                .getChildren()
                .filter(child -> label.equals(child.getElement().getAttribute("aria-label")))
                .count();
    }

    @Test
    void mistakesAreMendedOrNotYet() {
        code("zero_pad", "Too short");
        code("zero_pad", "Too short");
        code("zero_pad", null);
        code("conv_forward", "`b` left out");

        open("progress");

        assertThat(section("mistakes")).contains("2 mistakes in your code, 1 mended.");
        List<ListItem> mistakes = _find(byId("mistakes"), ListItem.class);
        assertThat(textOf(mistakes.getFirst())).startsWith("b left out").endsWith("not yet mended");
        assertThat(textOf(mistakes.getLast())).contains("2 times, first today").contains("✓ mended today");
    }

    @Test
    void manyMistakesAreListedWhenAskedFor() {
        for (int mistake = 1; mistake <= 20; mistake++) {
            code("zero_pad", "x".repeat(mistake));
        }

        open("progress");
        assertThat(_find(byId("mistakes"), ListItem.class)).hasSize(8);
        _click(_get(Button.class, spec -> spec.withId("more-mistakes").withText("Show 12 more")));

        assertThat(_find(byId("mistakes"), ListItem.class)).hasSize(20);
        _assertNone(Button.class, spec -> spec.withId("more-mistakes"));
    }

    @Test
    void predictionsAreCountedByWhatWasExpectedAndWhatCame() {
        card("zero_pad", "A", true, true);
        card("zero_pad", "B", true, false);
        card("zero_pad", "B", false, false);
        card("conv_forward", "B", false, false);
        card("conv_forward", "C", false, false);

        open("progress");

        assertThat(section("predictions")).contains("3 of 4 cards did on the first run what you expected.");
        assertThat(_find(byId("predictions"), NativeTableCell.class).stream().map(ViewTest::textOf))
                .containsExactly(
                        "",
                        "1as expectedzero_pad 1",
                        "1surpriseszero_pad 1",
                        "0surprises",
                        "2as expectedconv_forward 2");
    }

    @Test
    void theHeaderAndTheHomePageLeadHere() {
        code("zero_pad", null);
        open("progress");

        open("");

        assertThat(_get(RouterLink.class, spec -> spec.withText("Your progress"))
                        .getHref())
                .isEqualTo("progress");
    }
}
