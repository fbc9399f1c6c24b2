package org.stride.learner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stride.exercise.Catalogue;
import org.stride.learner.Attempt;
import org.stride.learner.Attempt.Source;
import org.stride.learner.Edit;
import org.stride.learner.HintTaken;
import org.stride.learner.KeptText;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.Progress;
import org.stride.learner.Summary;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Count;
import org.stride.learner.Telling.Kind;
import org.stride.learner.Telling.Mistake;
import org.stride.learner.Telling.Passage;

class HistoryTest extends StoreTest {
    private static final Telling FAILED = new Telling(
            false,
            new Count(3, 7),
            new Count(9, 14),
            "3 of 7 shown checks pass.",
            new Mistake("flaw.bias_left_out", "The bias is left out"),
            List.of(
                    new Passage(Kind.CAUSE, "Add `b` – “always” \u0000 \ud800 😀"),
                    new Passage(Kind.WORKING, "Z = 1 × 2\n  = <b>2</b>")));
    private static final Telling PASSED =
            new Telling(true, new Count(7, 7), new Count(14, 14), "All pass.", null, List.of());

    private History history() {
        return part(History.class);
    }

    private Attempt.OfCode code(String exercise, Telling told, String code) {
        return new Attempt.OfCode(
                UUID.randomUUID(), exercise, CLOCK.now, Duration.ofMillis(123), told, Source.TYPED, code);
    }

    private Attempt.OfCard card(String letter, Telling told, boolean predictedPass) {
        return new Attempt.OfCard(
                UUID.randomUUID(), "zero_pad", CLOCK.now, Duration.ofMillis(4), told, letter, predictedPass);
    }

    private Attempt record(Attempt attempt) {
        history().record(learner, attempt);
        return attempt;
    }

    @Test
    void everyKindOfEntryComesBackAsItWas() {
        Attempt code = record(code("conv_forward", FAILED, "def \u0000 \udfff(:\r\n"));
        Attempt file = record(new Attempt.OfCode(
                UUID.randomUUID(), "conv_forward", CLOCK.now, Duration.ZERO, PASSED, Source.FILE, ""));
        Attempt card = record(card("C", FAILED, true));

        assertThat(history().find(learner, code.id())).contains(code);
        assertThat(history().find(learner, file.id())).contains(file);
        assertThat(history().find(learner, card.id())).contains(card);
        assertThat(history().of(learner, "conv_forward"))
                .extracting(Summary::kind, Summary::passed, Summary::mistakeName, Summary::text)
                .containsExactly(
                        tuple(Summary.Kind.TYPED, false, "The bias is left out", "3 of 7 shown checks pass."),
                        tuple(Summary.Kind.FILE, true, null, "All pass."));
        assertThat(history().all(learner))
                .extracting(Summary::card, Summary::predictedPass)
                .last()
                .isEqualTo(tuple("C", true));
    }

    @Test
    void theOrderIsThatOfWritingWhateverTheClockSays() {
        Attempt first = record(code("zero_pad", FAILED, "1"));
        CLOCK.now = CLOCK.now.minus(Duration.ofDays(2));
        Attempt second = record(code("zero_pad", PASSED, "2"));
        part(Drafts.class).replace(learner, "zero_pad", "", "3", Reason.STARTED_OVER);

        List<Summary> all = history().of(learner, "zero_pad");
        assertThat(all).extracting(Summary::id).startsWith(first.id(), second.id());
        assertThat(history().textBefore(learner, all.get(0))).isEmpty();
        assertThat(history().textBefore(learner, all.get(1))).contains(first);
        assertThat(history().textBefore(learner, all.get(2))).contains(second);
    }

    @Test
    void cardsHaveNoTextToCompareWith() {
        Attempt code = record(code("zero_pad", FAILED, "1"));
        record(card("A", PASSED, true));
        record(code("conv_forward", FAILED, "other"));
        record(code("zero_pad", PASSED, "2"));

        Summary last = history().of(learner, "zero_pad").getLast();
        assertThat(history().textBefore(learner, last)).contains(code);
    }

    @Test
    void anAttemptThatIsWrittenTwiceIsThereOnce() {
        Attempt attempt = code("zero_pad", FAILED, "1");
        record(attempt);
        record(attempt);

        assertThat(history().all(learner)).hasSize(1);
    }

    @Test
    void nobodyFindsTheEntriesOfAnother() {
        Attempt attempt = record(code("zero_pad", FAILED, "secret"));

        assertThat(history().find(another, attempt.id())).isEmpty();
        assertThat(history().all(another)).isEmpty();
        assertThat(history().of(another, "zero_pad")).isEmpty();
        Summary summary = history().of(learner, "zero_pad").getFirst();
        assertThat(history().textBefore(another, summary)).isEmpty();
        assertThat(history().progress(another).started()).isFalse();
    }

    @Test
    void aDraftIsNoAttempt() {
        part(Drafts.class).save(learner, "zero_pad", new Edit("x", 0, "a", 1));
        part(Drafts.class).replace(learner, "zero_pad", "", "x", Reason.STARTED_OVER);

        Progress progress = history().progress(learner);
        assertThat(progress.started()).isFalse();
        assertThat(progress.state(Catalogue.load().get("zero_pad"))).isEqualTo(Progress.State.NEW);
        assertThat(history().all(learner))
                .singleElement()
                .extracting(Summary::id)
                .satisfies(id -> assertThat(history().find(learner, id)).get().isInstanceOf(KeptText.class));
    }

    @Test
    void predictionsAndPassesMakeTheProgress() {
        record(card("A", PASSED, true));
        record(card("B", FAILED, true));
        record(card("B", FAILED, false));
        record(code("conv_forward", FAILED, ""));

        Catalogue catalogue = Catalogue.load();
        Progress progress = history().progress(learner);
        assertThat(progress.predicted().total()).isEqualTo(2);
        assertThat(progress.predicted().right()).isEqualTo(1);
        assertThat(progress.state(catalogue.get("zero_pad"))).isEqualTo(Progress.State.PASSED);
        assertThat(progress.state(catalogue.get("conv_forward"))).isEqualTo(Progress.State.TRIED);
        assertThat(progress.next(catalogue).name()).isEqualTo("conv_single_step");
    }

    @Test
    void aHintIsTakenOnce() {
        Hints hints = part(Hints.class);
        hints.take(learner, "zero_pad", "1");
        CLOCK.now = CLOCK.now.plusSeconds(1);
        hints.take(learner, "zero_pad", "2");
        hints.take(learner, "zero_pad", "1");

        assertThat(hints.all(learner))
                .containsExactly(
                        new HintTaken("zero_pad", "1", CLOCK.now.minusSeconds(1)),
                        new HintTaken("zero_pad", "2", CLOCK.now));
        assertThat(hints.all(another)).isEmpty();
    }
}
