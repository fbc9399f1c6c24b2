package org.stride.learner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.Entry;
import org.stride.learner.KeptText;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.LearnerId;
import org.stride.learner.Saving;
import org.stride.learner.Summary;

class DraftsTest extends StoreTest {
    private static final String EXERCISE = "zero_pad";

    private Drafts drafts() {
        return part(Drafts.class);
    }

    private Saving save(String text, long base, String editor, long sequence) {
        return drafts().save(learner, EXERCISE, new Edit(text, base, editor, sequence));
    }

    private String draft() {
        return drafts().find(learner, EXERCISE).orElseThrow().text();
    }

    private List<String> kept() {
        History history = part(History.class);
        return history.of(learner, EXERCISE).stream()
                .map(Summary::id)
                .map(id -> history.find(learner, id).orElseThrow())
                .map(entry -> ((KeptText) entry).reason() + ": " + ((KeptText) entry).text())
                .toList();
    }

    @Test
    void whoHasTypedNothingHasNoDraft() {
        assertThat(drafts().find(learner, EXERCISE)).isEmpty();
        assertThat(drafts().all(learner)).isEmpty();
    }

    @Test
    void whatIsTypedIsTheDraftAndRevisionsCount() {
        assertThat(save("def", 0, "a", 1).draft().revision()).isEqualTo(1);
        CLOCK.now = CLOCK.now.plus(Duration.ofSeconds(3));
        assertThat(save("def zero", 1, "a", 2).draft().revision()).isEqualTo(2);

        assertThat(drafts().find(learner, EXERCISE))
                .contains(new Draft(EXERCISE, "def zero", 2, Instant.parse("2026-03-01T12:00:03Z"), "a", 2));
        assertThat(drafts().all(learner)).hasSize(1);
    }

    @Test
    void aTextThatDidNotGrowOutOfTheDraftIsPutAsideUntilTheLearnerChooses() {
        save("one", 0, "a", 1);
        save("one of a", 1, "a", 2);

        Saving saving = save("one of b", 1, "b", 1);

        assertThat(saving).isInstanceOf(Saving.Conflict.class);
        assertThat(saving.draft().text()).isEqualTo("one of a");
        assertThat(draft()).isEqualTo("one of a");
        assertThat(drafts().undecided(learner)).extracting(Draft::text).containsExactly("one of b");

        save("one of b, more", 1, "b", 2);
        assertThat(drafts().undecided(learner)).extracting(Draft::text).containsExactly("one of b, more");
        save("one of b", 1, "b", 1);
        assertThat(drafts().undecided(learner))
                .as("a late request is older")
                .extracting(Draft::text)
                .containsExactly("one of b, more");
    }

    @Test
    void theChosenTextIsTheDraftAndTheOtherOneIsInTheHistory() {
        save("theirs", 0, "a", 1);
        save("mine", 0, "b", 1);

        Saving chosen = drafts().choose(learner, EXERCISE, new Edit("mine, more", 1, "b", 2), true);

        assertThat(chosen).isInstanceOf(Saving.Saved.class);
        assertThat(chosen.draft().revision()).isEqualTo(2);
        assertThat(draft()).isEqualTo("mine, more");
        assertThat(drafts().undecided(learner)).isEmpty();
        assertThat(kept()).containsExactly("NOT_CHOSEN: theirs");
    }

    @Test
    void theOtherTextMayBeChosenToo() {
        save("theirs", 0, "a", 1);
        save("mine", 0, "b", 1);

        Saving chosen = drafts().choose(learner, EXERCISE, new Edit("mine", 1, "b", 1), false);

        assertThat(chosen.draft().text()).isEqualTo("theirs");
        assertThat(draft()).isEqualTo("theirs");
        assertThat(drafts().undecided(learner)).isEmpty();
        assertThat(kept()).containsExactly("NOT_CHOSEN: mine");
    }

    @Test
    void aChoiceAgainstATextThatHasMovedOnIsNoChoice() {
        save("theirs", 0, "a", 1);
        save("theirs, more", 1, "a", 2);

        Saving chosen = drafts().choose(learner, EXERCISE, new Edit("mine", 1, "b", 1), true);

        assertThat(chosen).isInstanceOf(Saving.Conflict.class);
        assertThat(draft()).isEqualTo("theirs, more");
        assertThat(drafts().undecided(learner)).extracting(Draft::text).containsExactly("mine");
    }

    @Test
    void anEditorWhoseAnswerWasLostGoesOn() {
        save("one", 0, "a", 1);
        save("one two", 1, "a", 2);

        assertThat(save("one two", 1, "a", 2))
                .as("the same again")
                .isInstanceOf(Saving.Saved.class)
                .extracting(saving -> saving.draft().revision())
                .isEqualTo(2L);
        assertThat(save("one two three", 1, "a", 3)).isInstanceOf(Saving.Saved.class);
        assertThat(draft()).isEqualTo("one two three");
    }

    @Test
    void aLateRequestOfTheSameEditorDoesNotBringBackAnOlderText() {
        save("one", 0, "a", 1);
        save("one two", 1, "a", 2);

        assertThat(save("one tw", 0, "a", 1)).isInstanceOf(Saving.Conflict.class);
        assertThat(draft()).isEqualTo("one two");
        assertThat(drafts().undecided(learner)).as("nothing to choose from").isEmpty();
    }

    @Test
    void startingOverKeepsTheOldText() {
        save("mine", 0, "a", 1);

        Draft now = drafts().replace(learner, EXERCISE, "starter", "mine, and a last key", Reason.STARTED_OVER);

        assertThat(now.revision()).isEqualTo(2);
        assertThat(draft()).isEqualTo("starter");
        assertThat(kept()).containsExactly("STARTED_OVER: mine", "STARTED_OVER: mine, and a last key");
    }

    @Test
    void whatTheHistoryHasAlreadyIsNotKeptTwice() {
        save("mine", 0, "a", 1);
        drafts().replace(learner, EXERCISE, "starter", "mine", Reason.STARTED_OVER);

        assertThat(save("mine", 1, "a", 2)).as("was on its way meanwhile").isInstanceOf(Saving.Conflict.class);
        assertThat(drafts().undecided(learner)).isEmpty();
        assertThat(kept()).containsExactly("STARTED_OVER: mine");
    }

    @Test
    void aClockThatIsSetBackChangesOnlyTheTime() {
        save("one", 0, "a", 1);
        CLOCK.now = CLOCK.now.minus(Duration.ofDays(400));
        save("two", 1, "a", 2);

        assertThat(draft()).isEqualTo("two");
        drafts().replace(learner, EXERCISE, "starter", "two", Reason.STARTED_OVER);
        CLOCK.now = CLOCK.now.minus(Duration.ofDays(1));
        drafts().replace(learner, EXERCISE, "two", "three", Reason.RESTORED);
        assertThat(kept()).containsExactly("STARTED_OVER: two", "RESTORED: starter", "RESTORED: three");
    }

    @Test
    void nobodyGetsTheDraftOfAnother() {
        save("mine", 0, "a", 1);
        drafts().save(another, EXERCISE, new Edit("theirs", 0, "a", 1));
        drafts().replace(another, EXERCISE, "starter", "theirs", Reason.STARTED_OVER);

        assertThat(draft()).isEqualTo("mine");
        assertThat(kept()).isEmpty();
        assertThat(drafts().all(LearnerId.random())).isEmpty();
        Summary entry = part(History.class).of(another, EXERCISE).getFirst();
        assertThat(part(History.class).find(learner, entry.id())).isEmpty();
        assertThat(part(History.class).find(another, entry.id()))
                .get()
                .extracting(Entry::id)
                .isEqualTo(entry.id());
    }

    static List<String> oddTexts() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x3000; c++) {
            all.append(c);
        }
        return List.of(
                "",
                "\u0000",
                "a\u0000b\u001a0000\u001a",
                "\ud800",
                "\udc00\ud800x\udbff",
                "😀 \ud83d\ude00\ud83d",
                "\u202e bidi \u2066 \ufeff \uffff \ufffe",
                "line\r\nline\rline\n\ttab",
                "👩‍👩‍👧‍👦 ﷽ Z̷̢͇a̸̛l̵̕g̸o",
                all.toString(),
                "x".repeat(Edit.MAX_LENGTH),
                "\u0000".repeat(Edit.MAX_LENGTH));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("oddTexts")
    void everyKindOfTextComesBackAsItWas(String text) {
        save(text, 0, "a", 1);
        assertThat(draft()).isEqualTo(text);

        drafts().replace(learner, EXERCISE, "starter", text, Reason.STARTED_OVER);
        assertThat(kept()).containsExactly("STARTED_OVER: " + text);
    }

    @Test
    void whatIsTooLongNeverGetsHere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Edit("x".repeat(Edit.MAX_LENGTH + 1), 0, "a", 1))
                .withMessage("text: expected at most 100000 characters, got 100001");
    }

    @Test
    void editorsThatSaveAtTheSameMomentLoseNothing() throws Exception {
        int editors = 8;
        int saves = 12;
        List<Future<?>> typing = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(editors)) {
            for (int editor = 0; editor < editors; editor++) {
                String name = "editor" + editor;
                typing.add(threads.submit(() -> {
                    long base = 0;
                    for (int i = 1; i <= saves; i++) {
                        Saving saving = save(name + " " + i, base, name, i);
                        base = saving instanceof Saving.Saved(Draft draft) ? draft.revision() : base;
                    }
                }));
            }
            for (Future<?> one : typing) {
                one.get();
            }
        }

        List<String> found = new ArrayList<>();
        found.add(draft());
        drafts().undecided(learner).forEach(other -> found.add(other.text()));
        List<String> last = new ArrayList<>();
        for (int editor = 0; editor < editors; editor++) {
            last.add("editor" + editor + " " + saves);
        }
        assertThat(found).containsAll(last);
    }
}
