package org.stride.ui.history;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.learner.Attempt;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.LearnerId;
import org.stride.learner.Saving;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Count;
import org.stride.learner.Telling.Kind;
import org.stride.learner.Telling.Mistake;
import org.stride.learner.Telling.Passage;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.History;
import org.stride.report.Translations;
import org.stride.ui.ViewTest;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.CodeDiff;
import org.stride.ui.part.Listing;

class HistoryViewTest extends ViewTest {
    private static final String IMAGE = "<img src=x onerror=alert(1)>";

    @Autowired
    private ObjectProvider<CurrentLearner> current;

    @Autowired
    private History history;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Clock clock;

    private LearnerId learner;

    @BeforeEach
    void meet() {
        learner = current.getObject().id();
    }

    private static Telling told(@Nullable Mistake mistake, Passage... passages) {
        boolean passed = mistake == null;
        return new Telling(
                passed,
                new Count(passed ? 7 : 3, 7),
                new Count(passed ? 14 : 2, 14),
                passed ? "Everything passes." : "4 of 7 shown checks fail.",
                mistake,
                List.of(passages));
    }

    private UUID code(LearnerId whose, String text, Telling told) {
        UUID id = UUID.randomUUID();
        history.record(
                whose,
                new Attempt.OfCode(
                        id, "zero_pad", clock.instant(), Duration.ofMillis(340), told, Attempt.Source.TYPED, text));
        return id;
    }

    private UUID fails(String text) {
        return code(learner, text, told(new Mistake("flaw.height_only", "Only the height is padded")));
    }

    private UUID passes(String text) {
        return code(learner, text, told(null));
    }

    private UUID card(String letter, boolean expected, boolean passed) {
        UUID id = UUID.randomUUID();
        Telling told = told(passed ? null : new Mistake("flaw.x", "Something else"));
        history.record(
                learner, new Attempt.OfCard(id, "zero_pad", clock.instant(), Duration.ZERO, told, letter, expected));
        return id;
    }

    private static void openHistory(String query) {
        open("exercise/zero_pad/history" + query);
    }

    private static List<String> listed() {
        return _find(RouterLink.class, spec -> spec.withClasses("stride-entry")).stream()
                .map(ViewTest::textOf)
                .toList();
    }

    private static String opened() {
        return textOf(byId("opened"));
    }

    /** What the picture of the differences compares. */
    private static String compared() {
        return String.valueOf(_get(CodeDiff.class).getElement().getPropertyRaw("both"));
    }

    private static void nothingIsThere(String id) {
        assertThat(_get(H1.class).getText()).isEqualTo("There is nothing here");
        assertThat(page()).contains("There is no entry " + id);
    }

    private static ComparePanel changes() {
        return _get(ComparePanel.class);
    }

    @Test
    void anEmptyHistoryLeadsToTheExercise() {
        openHistory("");

        assertThat(page()).contains("Nothing here yet.");
        assertThat(_get(RouterLink.class, spec -> spec.withClasses("stride-call"))
                        .getHref())
                .isEqualTo("exercise/zero_pad");
        _assertNone(NativeButton.class, spec -> spec.withId("show-all"));
    }

    @Test
    void entriesAreListedTheNewestFirstAndTheNewestIsOpen() {
        fails("first");
        card("C", true, false);
        passes("second");

        openHistory("");

        assertThat(listed()).hasSize(3);
        assertThat(listed().getFirst()).startsWith("✓Your code: Passes").endsWith("Everything passes.");
        assertThat(listed().get(1)).startsWith("✗Card C: Fails").contains("Something else");
        assertThat(listed().getLast()).startsWith("✗Your code: Fails").contains("Only the height is padded");
        assertThat(page()).contains("2 checks of code, one run of a card.").contains("First passed today");
        assertThat(opened()).contains("judged in 0.3 s").contains("Everything passes.");
        assertThat(compared()).isEqualTo("[\"first\",\"second\"]");
    }

    @Test
    void anEntryIsToldAsItWasToldThen() {
        Mistake mistake = new Mistake("flaw.height_only", "Only the height is padded");
        UUID id = code(
                learner,
                "code",
                told(
                        mistake,
                        new Passage(Kind.BLAME, "Blame"),
                        new Passage(Kind.PROBLEM, "Problem"),
                        new Passage(Kind.CAUSE, "Cause"),
                        new Passage(Kind.EVIDENCE, "Evidence"),
                        new Passage(Kind.WORKING, "x = 1\n  + 2"),
                        new Passage(Kind.NOTE, "One note"),
                        new Passage(Kind.NOTE, "Another note")));

        openHistory("?entry=" + id);

        assertThat(opened())
                .containsSubsequence(
                        "Fails",
                        "4 of 7 shown checks fail.",
                        "Which function is to blame",
                        "Blame",
                        "Mend this first",
                        "Problem",
                        "Why",
                        "Only the height is padded",
                        "Cause",
                        "The first check that fails",
                        "Evidence",
                        "How that cell comes about",
                        "x = 1\n  + 2",
                        "Worth knowing",
                        "One note",
                        "Another note",
                        "What changed");
    }

    @Test
    void theFirstTextIsComparedWithTheStarterCode() {
        UUID first = fails("first");

        openHistory("?entry=" + first);

        assertThat(changes().chosen().label()).isEqualTo("The starter code");
        assertThat(compared()).startsWith("[\"def zero_pad(X, pad):").endsWith(",\"first\"]");
    }

    @Test
    void anEntryIsComparedWithAnyOtherAndWithTheDraftTheOlderOneFirst() {
        UUID first = fails("first");
        UUID second = fails("second");
        fails("third");
        drafts.save(learner, "zero_pad", new Edit("draft", 0, "editor", 1));

        openHistory("?entry=" + second);
        assertThat(compared()).isEqualTo("[\"first\",\"second\"]");
        assertThat(changes().others().stream().map(ComparePanel.Other::key))
                .startsWith("draft")
                .contains(first.toString())
                .doesNotContain(second.toString())
                .endsWith("starter");

        openHistory("?entry=" + first + "&with=" + second);
        assertThat(compared()).isEqualTo("[\"first\",\"second\"]");
        openHistory("?entry=" + second + "&with=" + first);
        assertThat(compared()).isEqualTo("[\"first\",\"second\"]");
        openHistory("?entry=" + first + "&with=draft");
        assertThat(compared()).isEqualTo("[\"first\",\"draft\"]");
        changes().choose("nonsense");
        assertThat(compared()).isEqualTo("[\"first\",\"draft\"]");
        changes().choose(second.toString());
        assertThat(compared()).isEqualTo("[\"first\",\"second\"]");
        openHistory("?entry=" + second + "&with=starter");
        assertThat(compared()).startsWith("[\"def zero_pad(X, pad):");
    }

    @Test
    void aRestoredTextIsTheDraftAndWhatWasThereIsInTheHistory() {
        UUID first = fails("first");
        drafts.save(learner, "zero_pad", new Edit("half a line", 0, "editor", 1));

        openHistory("?entry=" + first);
        _click(_get(Button.class, spec -> spec.withId("restore")));

        assertThat(drafts.find(learner, "zero_pad")).map(Draft::text).contains("first");
        assertThat(page()).contains("is back in the editor. What stood there is in the history.");
        assertThat(byId("way-write").getElement().getAttribute("aria-pressed")).isEqualTo("true");

        openHistory("");
        assertThat(listed()).hasSize(2);
        assertThat(listed().getFirst()).startsWith("↺Set aside");
        assertThat(opened()).contains("This made room when you brought an older text back.");
        assertThat(compared()).isEqualTo("[\"first\",\"half a line\"]");
    }

    @Test
    void aTextThatWasSetAsideSaysWhy() {
        drafts.save(learner, "zero_pad", new Edit("mine", 0, "editor", 1));
        drafts.replace(learner, "zero_pad", "starter", "mine", Reason.STARTED_OVER);

        openHistory("");

        assertThat(opened()).contains("Set aside").contains("made room for the starter code");
        assertThat(page()).contains("No check of code, no run of a card. Not passed yet.");
    }

    @Test
    void aCardShowsItsListingAndWhatWasExpected() {
        UUID id = card("C", true, false);

        openHistory("?entry=" + id);

        assertThat(opened()).contains("You expected a pass, but it failed.");
        assertThat(_get(Listing.class).getElement().getProperty("code")).startsWith("def zero_pad");
        _assertNone(CodeDiff.class);
        _assertNone(Button.class, spec -> spec.withId("restore"));
    }

    @Test
    void aCardThatIsNoMoreIsMissedWithoutHarm() {
        card("ZZ", false, false);

        openHistory("");

        assertThat(opened()).contains("The deck has no such card any more.");
        _assertNone(Listing.class);
    }

    @Test
    void theListIsFilteredAndTheAddressSaysSo() {
        fails("first");
        card("C", true, false);
        passes("second");
        openHistory("");

        _click(_get(NativeButton.class, spec -> spec.withId("show-cards").withText("Cards (1)")));
        assertThat(listed()).hasSize(1);
        assertThat(listed().getFirst()).contains("Card C");
        _click(_get(NativeButton.class, spec -> spec.withId("show-passed").withText("Passed (1)")));
        assertThat(listed()).hasSize(1);
        assertThat(listed().getFirst()).contains("Passes");
        _click(_get(NativeButton.class, spec -> spec.withId("show-code").withText("Code (2)")));
        assertThat(listed()).hasSize(2);

        openHistory("?show=cards");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void hundredsAreListedAPageAtATimeAndUpToTheOneThatIsOpen() {
        List<UUID> ids = IntStream.range(0, 120)
                .mapToObj(number -> fails("text " + number))
                .toList();

        openHistory("");
        assertThat(listed()).hasSize(EntryList.PAGE);
        _click(_get(Button.class, spec -> spec.withId("more-entries").withText("Show 50 more of 70")));
        assertThat(listed()).hasSize(2 * EntryList.PAGE);
        _click(_get(Button.class, spec -> spec.withId("more-entries").withText("Show 20 more of 20")));
        assertThat(listed()).hasSize(120);
        _assertNone(Button.class, spec -> spec.withId("more-entries"));

        open("");
        openHistory("?entry=" + ids.get(40));
        assertThat(listed()).hasSize(2 * EntryList.PAGE);
        assertThat(_find(
                        RouterLink.class,
                        spec -> spec.withClasses("stride-entry").withAttribute("aria-current", "true")))
                .hasSize(1);
    }

    @Test
    void whatWasTypedElsewhereWaitsUntilItIsTaken() {
        elsewhere();

        openHistory("");
        assertThat(page()).contains("Typed elsewhere, not chosen yet");
        openHistory("?elsewhere=other");
        assertThat(compared()).isEqualTo("[\"here\",\"there\"]");
        _click(_get(Button.class, spec -> spec.withId("take")));

        assertThat(drafts.find(learner, "zero_pad")).map(Draft::text).contains("there");
        openHistory("");
        assertThat(page()).doesNotContain("not chosen yet");
        assertThat(opened()).contains("Of two texts, you chose the other one.");
        assertThat(compared()).endsWith(",\"here\"]");
    }

    @Test
    void nothingTakesThePlaceOfATextThatWasNotShownBesideIt() {
        elsewhere();
        openHistory("?elsewhere=other");
        drafts.save(learner, "zero_pad", new Edit("here and on", 1, "editor", 2));

        _click(_get(Button.class, spec -> spec.withId("take")));

        assertThat(page()).contains(new Translations().text("history.elsewhere.moved_on"));
        assertThat(drafts.find(learner, "zero_pad")).map(Draft::text).contains("here and on");
        openHistory("?elsewhere=other");
        assertThat(compared()).isEqualTo("[\"here and on\",\"there\"]");
        _click(_get(Button.class, spec -> spec.withId("take")));
        assertThat(drafts.find(learner, "zero_pad")).map(Draft::text).contains("there");
    }

    @Test
    void whatWasTypedElsewhereIsSetAside() {
        elsewhere();

        openHistory("?elsewhere=other");
        _click(_get(Button.class, spec -> spec.withId("leave")));

        assertThat(drafts.find(learner, "zero_pad")).map(Draft::text).contains("here");
        assertThat(page()).doesNotContain("not chosen yet");
        assertThat(compared()).endsWith(",\"there\"]");
    }

    private void elsewhere() {
        drafts.save(learner, "zero_pad", new Edit("here", 0, "editor", 1));
        assertThat(drafts.save(learner, "zero_pad", new Edit("there", 0, "other", 1)))
                .isInstanceOf(Saving.Conflict.class);
    }

    @Test
    void nobodyElsesEntryExists() {
        fails("mine");
        UUID others = code(LearnerId.random(), "secret", told(null));

        openHistory("?entry=" + others);
        nothingIsThere(others.toString());
        UUID none = UUID.randomUUID();
        openHistory("?entry=" + none);
        nothingIsThere(none.toString());
        openHistory("?entry=nonsense");
        nothingIsThere("nonsense");
        assertThat(page()).doesNotContain("secret");
    }

    @Test
    void nothingIsComparedWithWhatDoesNotExist() {
        UUID own = fails("mine");
        UUID others = code(LearnerId.random(), "secret", told(null));
        UUID card = card("C", true, true);

        for (String with : List.of(others.toString(), card.toString(), "nonsense")) {
            openHistory("?entry=" + own + "&with=" + with);
            nothingIsThere(with);
        }
    }

    @Test
    void anEntryOfAnotherStepIsNotInThisHistory() {
        UUID own = fails("mine");

        open("exercise/conv_forward/history?entry=" + own);

        nothingIsThere(own.toString());
    }

    @Test
    void anUnknownExerciseHasNoHistory() {
        open("exercise/nothing/history");

        assertThat(page()).contains("No exercise is named nothing.");
    }

    @Test
    void whateverWasSaidIsTextAndNothingElse() {
        code(
                learner,
                IMAGE,
                told(new Mistake("problem.raised", "It raised " + IMAGE), new Passage(Kind.PROBLEM, IMAGE)));

        openHistory("");

        assertThat(opened()).contains(IMAGE);
        assertThat(listed().getFirst()).contains("It raised " + IMAGE);
        assertThat(_find(Component.class).stream()
                        .map(component -> component.getElement().getProperty("innerHTML"))
                        .filter(html -> html != null && html.contains("onerror")))
                .isEmpty();
    }

    @Test
    void theExerciseLeadsToItsHistory() {
        open("exercise/zero_pad?way=write");
        RouterLink link = _get(RouterLink.class, spec -> spec.withText("History"));
        assertThat(link.getHref()).isEqualTo("exercise/zero_pad/history");

        open("exercise/zero_pad?strategy=A");
        run(true);
        _get(RouterLink.class, spec -> spec.withText("All attempts of this step"));
        openHistory("");
        assertThat(listed()).hasSize(1);
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("History of zero_pad – Stride");
    }
}
