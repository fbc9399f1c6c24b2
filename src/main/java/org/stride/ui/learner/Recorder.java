package org.stride.ui.learner;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.internal.LocaleUtil;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.stride.exercise.Exercise;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.CheckListener;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeVerdict;
import org.stride.learner.Attempt;
import org.stride.learner.Keeping;

/**
 * Writes down what is judged before anybody is told: a verdict that was seen is a verdict that is kept. Made by the page's own thread,
 * used by any.
 */
public final class Recorder {
    private final CurrentLearner learner;
    private final Clock clock;
    private final Retelling retelling;

    public Recorder(CurrentLearner learner, Clock clock) {
        this.learner = learner;
        this.clock = clock;
        I18NProvider texts = LocaleUtil.getI18NProvider().orElseThrow();
        Locale locale = UI.getCurrent().getLocale();
        retelling = new Retelling((key, parameters) -> texts.getTranslation(key, locale, parameters));
    }

    /**
     * Judges a card.
     *
     * @throws CheckCancelledException if {@code listener} asked for the end: then nothing is written down
     */
    public Recorded<Verdict> card(
            Exercise exercise, String letter, boolean predictedPass, CheckListener listener, Supplier<Verdict> judge) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        Verdict verdict = wanted(judge, listener);
        return new Recorded<>(
                verdict,
                learner.record(new Attempt.OfCard(
                        UUID.randomUUID(),
                        exercise.name(),
                        at,
                        since(start),
                        retelling.of(verdict),
                        letter,
                        predictedPass)));
    }

    /**
     * Judges code. Where the fault is ours it is no attempt.
     *
     * @throws CheckCancelledException if {@code listener} asked for the end: then nothing is written down
     */
    public Recorded<CodeVerdict> code(
            Exercise exercise,
            String code,
            Attempt.Source source,
            CheckListener listener,
            Supplier<CodeVerdict> judge) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        CodeVerdict verdict = wanted(judge, listener);
        return new Recorded<>(
                verdict,
                verdict.verdict().judged()
                        ? learner.record(new Attempt.OfCode(
                                UUID.randomUUID(),
                                exercise.name(),
                                at,
                                since(start),
                                retelling.of(verdict),
                                source,
                                code))
                        : Keeping.KEPT);
    }

    private static <T> T wanted(Supplier<T> judge, CheckListener listener) {
        T verdict = judge.get();
        if (listener.cancelled()) {
            throw new CheckCancelledException();
        }
        return verdict;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
