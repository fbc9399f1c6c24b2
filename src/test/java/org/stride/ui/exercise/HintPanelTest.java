package org.stride.ui.exercise;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.Cards;
import org.stride.PythonListings;
import org.stride.exercise.Hint;
import org.stride.exercise.HintLadder;
import org.stride.learner.HintTaken;
import org.stride.learner.Progress;
import org.stride.learner.store.Hints;
import org.stride.ui.ViewTest;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.CodeEditor;
import org.stride.ui.part.Listing;

/** Hints beside the editor: asked for one by one, kept, offered for a mistake; and the puzzle with real Python behind it. */
@Timeout(120)
class HintPanelTest extends ViewTest {
    @Autowired
    private Hints hints;

    @Autowired
    private ObjectProvider<CurrentLearner> learner;

    private static void write(String exercise) {
        open("exercise/" + exercise + "?way=write");
    }

    private static void ask() {
        _click(_get(Button.class, spec -> spec.withId("hint")));
    }

    private static String panel() {
        return textOf(byId("hints"));
    }

    private HintLadder ladder(String exercise) {
        return catalogue.get(exercise).hints();
    }

    private static String plain(Hint hint) {
        return hint.text("en").replace("`", "");
    }

    private void check(String source) {
        PythonListings.assumeInstalled();
        _get(CodeEditor.class, spec -> spec.withId("editor")).setValue(source);
        _click(_get(Button.class, spec -> spec.withId("check")));
        finishChecks();
    }

    private String listing(String exercise, String card) {
        return Cards.code(catalogue.get(exercise), card);
    }

    @Test
    void hintsComeOneAtATimeAndAreCounted() {
        write("zero_pad");
        HintLadder ladder = ladder("zero_pad");
        assertThat(panel())
                .contains("None taken yet. There are 5")
                .doesNotContain(plain(ladder.hints().getFirst()));

        ask();
        assertThat(panel())
                .contains("Taken so far: 1 of 5 hints.", plain(ladder.hints().getFirst()))
                .doesNotContain(plain(ladder.hints().get(1)));
        assertThat(_find(byId("hints"), Listing.class)).hasSize(1);

        ask();
        assertThat(panel())
                .contains("Taken so far: 2 of 5 hints.", plain(ladder.hints().get(1)));
        assertThat(hints.all(learner.getObject().id()))
                .extracting(HintTaken::exercise, HintTaken::hint)
                .contains(tuple("zero_pad", "which_axes"), tuple("zero_pad", "both_sides"))
                .hasSize(2);
        assertThat(learner.getObject().progress().state(catalogue.get("zero_pad")))
                .isEqualTo(Progress.State.NEW);
    }

    @Test
    void theWholeLadderEndsWithTheSolutionAndIsThereAfterAReload() {
        write("distribute_value");
        HintLadder ladder = ladder("distribute_value");
        for (String rung : ladder.rungs()) {
            assertThat(_find(Button.class, spec -> spec.withId("hint")))
                    .as(rung)
                    .hasSize(1);
            ask();
        }
        assertThat(_find(Button.class, spec -> spec.withId("hint"))).isEmpty();
        assertThat(panel())
                .contains("Taken so far: 4 of 4 hints, the lines to put in order, 3 of 3 lines of the solution.");
        assertThat(_get(byId("solution"), Listing.class).getElement().getProperty("code"))
                .isEqualTo(ladder.solution().listing().code());

        open("");
        write("distribute_value");
        assertThat(panel())
                .contains("4 of 4 hints")
                .contains(plain(ladder.hints().getLast()))
                .contains("Put the lines in order");
    }

    @Test
    void aChineseReaderGetsChineseHints() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        write("zero_pad");
        ask();

        assertThat(panel())
                .contains(ladder("zero_pad").hints().getFirst().text("zh").replace("`", ""));
    }

    @Test
    void theHintOnAMistakeIsOfferedWithoutThoseBeforeIt() {
        write("zero_pad");
        check(listing("zero_pad", "edge_values"));
        assertThat(textOf(byId("hint-offer"))).contains("There is a hint for this mistake.", "Show hint 3");
        assertThat(panel()).contains("None taken yet");

        _click(_get(Button.class, spec -> spec.withId("offered-hint")));
        HintLadder ladder = ladder("zero_pad");
        assertThat(panel())
                .contains("Taken so far: 1 of 5 hints.", plain(ladder.hints().get(2)))
                .doesNotContain(plain(ladder.hints().getFirst()));

        ask();
        assertThat(panel()).contains(plain(ladder.hints().getFirst()));

        check(listing("zero_pad", "np_pad"));
        assertThat(textOf(byId("hint-offer"))).isEmpty();
    }

    private static PuzzleLine line(String code) {
        return _find(PuzzleLine.class).stream()
                .filter(line -> line.code().strip().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void press(PuzzleLine line, String label) {
        _find(line, Button.class).stream()
                .filter(button -> label.equals(
                        button.getElement().getAttribute("aria-label").split(":", 2)[0]))
                .forEach(button -> _click(button));
    }

    private static void toPuzzle(HintLadder ladder) {
        ladder.hints().forEach(hint -> ask());
        ask();
    }

    @Test
    void thePuzzleIsJudgedAsIfItHadBeenTyped() {
        PythonListings.assumeInstalled();
        write("conv_single_step");
        HintLadder ladder = ladder("conv_single_step");
        toPuzzle(ladder);

        press(line("s = a_slice_prev * W"), "Leave out");
        press(line("Z = np.mean(s)"), "Leave out");
        order("s = a_slice_prev * W + b", "Z = np.sum(s)", "return Z + b.item()");
        checkPuzzle();
        assertThat(textOf(byId("puzzle"))).contains("Not yet.");

        press(line("s = a_slice_prev * W"), "Bring back");
        press(line("s = a_slice_prev * W + b"), "Leave out");
        order("s = a_slice_prev * W", "Z = np.sum(s)", "return Z + b.item()");
        checkPuzzle();
        assertThat(textOf(byId("puzzle"))).contains("It passes.").doesNotContain("Not yet.");
        assertThat(learner.getObject().progress().state(catalogue.get("conv_single_step")))
                .isEqualTo(Progress.State.NEW);
    }

    private void checkPuzzle() {
        _click(_get(Button.class, spec -> spec.withId("check-puzzle")));
        finishChecks();
    }

    /** Lets the last of them sink to the bottom, after the ones before it. */
    private static void order(String... codes) {
        for (String code : codes) {
            for (int step = 0; step < _find(PuzzleLine.class).size(); step++) {
                PuzzleLine line = line(code);
                _find(line, Button.class).stream()
                        .filter(button -> button.getText().equals("↓") && button.isEnabled())
                        .forEach(button -> _click(button));
            }
        }
    }
}
