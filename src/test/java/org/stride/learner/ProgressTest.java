package org.stride.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.learner.Summary.Kind;

class ProgressTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Exercise ZERO_PAD = CATALOGUE.get("zero_pad");
    private static final Exercise CONV_FORWARD = CATALOGUE.get("conv_forward");
    private static final Instant START = Instant.parse("2026-11-12T12:00:00Z");

    private final List<Summary> history = new ArrayList<>();

    /** Each entry is a minute after the one before it. */
    private Summary add(
            Exercise exercise,
            Kind kind,
            @Nullable String card,
            @Nullable Boolean predictedPass,
            @Nullable Boolean passed,
            @Nullable String mistake) {
        long number = history.size() + 1L;
        Summary summary = new Summary(
                number,
                new UUID(0, number),
                exercise.name(),
                kind,
                at(number),
                card,
                predictedPass,
                passed,
                mistake,
                mistake == null ? null : "The " + mistake,
                "");
        history.add(summary);
        return summary;
    }

    private Summary code(Exercise exercise, boolean passed, @Nullable String mistake) {
        return add(exercise, Kind.TYPED, null, null, passed, mistake);
    }

    private Summary card(Exercise exercise, String letter, boolean predictedPass, boolean passed) {
        return add(exercise, Kind.CARD, letter, predictedPass, passed, passed ? null : "flaw.of_card");
    }

    private static Instant at(long number) {
        return START.plusSeconds(60 * number);
    }

    private Progress progress() {
        return new Progress(history);
    }

    @Test
    void nothingIsPassedWithoutAnAttempt() {
        add(ZERO_PAD, Kind.STARTED_OVER, null, null, null, null);

        assertThat(progress().started()).isFalse();
        assertThat(progress().state(ZERO_PAD)).isEqualTo(Progress.State.NEW);
        assertThat(progress().firstPass(ZERO_PAD)).isEmpty();
        assertThat(progress().mistakes()).isEmpty();
        assertThat(progress().predicted().total()).isZero();
        assertThat(progress().next(CATALOGUE)).isEqualTo(ZERO_PAD);
    }

    @Test
    void theFirstPassCountsWhateverComesAfterIt() {
        code(ZERO_PAD, false, "flaw.a");
        Summary first = card(ZERO_PAD, "C", true, true);
        code(ZERO_PAD, true, null);
        code(ZERO_PAD, false, "flaw.a");

        assertThat(progress().state(ZERO_PAD)).isEqualTo(Progress.State.PASSED);
        assertThat(progress().firstPass(ZERO_PAD)).contains(first);
        assertThat(progress().attempts(ZERO_PAD)).hasSize(4);
        assertThat(progress().checksOfCode(ZERO_PAD)).isEqualTo(3);
        assertThat(progress().state(CONV_FORWARD)).isEqualTo(Progress.State.NEW);
    }

    @Test
    void aMistakeIsMendedByTheFirstPassOfCodeInItsStepAfterIt() {
        code(ZERO_PAD, false, "flaw.a");
        code(CONV_FORWARD, true, null);
        card(ZERO_PAD, "C", true, true);
        Summary again = code(ZERO_PAD, false, "flaw.a");
        Summary mended = code(ZERO_PAD, true, null);
        code(ZERO_PAD, true, null);

        assertThat(progress().mistakes())
                .containsExactly(new MistakeMet("zero_pad", "flaw.a", "The flaw.a", 2, at(1), again, mended.at()));
    }

    @Test
    void aMistakeThatCameBackAfterAPassIsNotMended() {
        code(ZERO_PAD, false, "flaw.a");
        code(ZERO_PAD, true, null);
        code(ZERO_PAD, false, "flaw.a");

        MistakeMet mistake = progress().mistakes().getFirst();
        assertThat(mistake.times()).isEqualTo(2);
        assertThat(mistake.mended()).isFalse();
    }

    @Test
    void mistakesAreThoseOfCodeThatHaveANameTheUnmendedOnesFirstAmongThemTheLatestFirst() {
        code(ZERO_PAD, false, "flaw.a");
        code(ZERO_PAD, true, null);
        code(CONV_FORWARD, false, "flaw.b");
        code(CONV_FORWARD, false, null);
        card(CONV_FORWARD, "D", true, false);
        code(CONV_FORWARD, false, "flaw.a");

        assertThat(progress().mistakes())
                .extracting(MistakeMet::exercise, MistakeMet::id)
                .containsExactly(
                        tuple("conv_forward", "flaw.a"), tuple("conv_forward", "flaw.b"), tuple("zero_pad", "flaw.a"));
    }

    @Test
    void ofPredictionsOnlyTheFirstRunOfEachCardCounts() {
        Summary surprise = card(ZERO_PAD, "A", true, false);
        card(ZERO_PAD, "A", false, false);
        Summary right = card(ZERO_PAD, "B", true, true);
        Summary other = card(CONV_FORWARD, "A", false, false);
        Summary underrated = card(CONV_FORWARD, "B", false, true);

        Predictions predictions = progress().predicted();
        assertThat(predictions.total()).isEqualTo(4);
        assertThat(predictions.right()).isEqualTo(2);
        assertThat(predictions.of(true, true)).containsExactly(right);
        assertThat(predictions.of(true, false)).containsExactly(surprise);
        assertThat(predictions.of(false, true)).containsExactly(underrated);
        assertThat(predictions.of(false, false)).containsExactly(other);
    }

    @Test
    void aStripShowsTheLatestAndCountsTheEarlier() {
        code(ZERO_PAD, false, null);
        Summary second = code(ZERO_PAD, false, null);
        Summary third = code(ZERO_PAD, true, null);

        assertThat(progress().strip(ZERO_PAD, 2)).isEqualTo(new Strip(1, List.of(second, third)));
        assertThat(progress().strip(ZERO_PAD, 3).earlier()).isZero();
        assertThat(progress().strip(CONV_FORWARD, 3)).isEqualTo(new Strip(0, List.of()));
    }

    @Test
    void theOrderIsThatOfTheNumbersEvenIfTheClockWasSetBack() {
        history.add(
                new Summary(1, new UUID(0, 1), "zero_pad", Kind.TYPED, at(100), null, null, false, "flaw.a", "A", ""));
        history.add(new Summary(2, new UUID(0, 2), "zero_pad", Kind.TYPED, at(1), null, null, true, null, null, ""));

        assertThat(progress().mistakes().getFirst().mendedAt()).isEqualTo(at(1));
    }
}
