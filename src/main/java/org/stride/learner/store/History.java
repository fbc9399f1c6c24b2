package org.stride.learner.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stride.learner.Attempt;
import org.stride.learner.Entry;
import org.stride.learner.KeptText;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.LearnerId;
import org.stride.learner.Progress;
import org.stride.learner.Summary;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Mistake;

/** Every attempt with its verdict, and every text that made room for another. */
public final class History {
    private final Store store;
    private final LearnerRepository learners;
    private final HistoryRepository rows;
    private final Durability durability;
    private final Clock clock;

    History(Store store, LearnerRepository learners, HistoryRepository rows, Durability durability, Clock clock) {
        this.store = store;
        this.learners = learners;
        this.rows = rows;
        this.durability = durability;
        this.clock = clock;
    }

    /**
     * Writes an attempt down; when this returns, no crash and no power cut can take it away. It is there once, however often it is
     * written.
     */
    public void record(LearnerId learner, Attempt attempt) {
        store.change(() -> {
            if (rows.find(learner.value(), attempt.id()).isEmpty()) {
                add(learner, attempt);
            }
        });
        durability.force();
    }

    /** How far the learner is. */
    public Progress progress(LearnerId learner) {
        return new Progress(all(learner));
    }

    /** Of all exercises, the oldest first. */
    public List<Summary> all(LearnerId learner) {
        return store.read(() -> rows.summaries(learner.value()).stream()
                .map(SummaryRow::summarized)
                .toList());
    }

    /** Of one exercise, the oldest first. */
    public List<Summary> of(LearnerId learner, String exercise) {
        return store.read(() -> rows.summaries(learner.value(), exercise).stream()
                .map(SummaryRow::summarized)
                .toList());
    }

    /** An entry with all that belongs to it; empty if this learner has none of that id. */
    public Optional<Entry> find(LearnerId learner, UUID id) {
        return store.read(() -> rows.find(learner.value(), id).map(History::entry));
    }

    /** The code before an entry, in the same exercise; empty if it is the first. */
    public Optional<Entry> textBefore(LearnerId learner, Summary entry) {
        return store.read(() -> rows.textBefore(learner.value(), entry.exercise(), entry.number())
                .map(History::entry));
    }

    /** Part of the caller's transaction. */
    void keep(LearnerId learner, String exercise, Reason reason, String text) {
        if (!endsWith(learner, exercise, text)) {
            Instant now = Objects.requireNonNull(clock.instant());
            add(learner, KeptText.now(exercise, now, reason, text));
        }
    }

    /** Whether the latest text of the history is this one. */
    boolean endsWith(LearnerId learner, String exercise, String text) {
        return rows.textBefore(learner.value(), exercise, Long.MAX_VALUE)
                .map(HistoryRow::text)
                .filter(Escapes.escape(text)::equals)
                .isPresent();
    }

    private void add(LearnerId learner, Entry entry) {
        learners.insertIfNew(learner.value(), Objects.requireNonNull(clock.instant()));
        rows.save(row(learner, entry));
    }

    static HistoryRow row(LearnerId learner, Entry entry) {
        Instant at = entry.at().truncatedTo(ChronoUnit.MILLIS);
        return switch (entry) {
            case Attempt.OfCode attempt ->
                attempted(learner, attempt, kind(attempt.source()), at, attempt.code(), null, null);
            case Attempt.OfCard attempt ->
                attempted(learner, attempt, "card", at, null, attempt.letter(), attempt.predictedPass());
            case KeptText kept ->
                new HistoryRow(
                        null,
                        kept.id(),
                        learner.value(),
                        kept.exercise(),
                        kind(kept.reason()),
                        at,
                        Escapes.escape(kept.text()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        };
    }

    private static HistoryRow attempted(
            LearnerId learner,
            Attempt attempt,
            String kind,
            Instant at,
            @Nullable String code,
            @Nullable String card,
            @Nullable Boolean predictedPass) {
        Telling told = attempt.told();
        Mistake mistake = told.mistake();
        return new HistoryRow(
                null,
                attempt.id(),
                learner.value(),
                attempt.exercise(),
                kind,
                at,
                code == null ? null : Escapes.escape(code),
                card,
                predictedPass,
                told.passed(),
                mistake == null ? null : mistake.id(),
                mistake == null ? null : Escapes.escape(mistake.name()),
                Escapes.escape(told.summary()),
                Tellings.write(told),
                attempt.took().toMillis());
    }

    static Entry entry(HistoryRow row) {
        String text = row.text() == null ? "" : Escapes.unescape(row.text());
        return switch (Summary.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT))) {
            case TYPED -> code(row, Attempt.Source.TYPED, text);
            case FILE -> code(row, Attempt.Source.FILE, text);
            case CARD ->
                new Attempt.OfCard(
                        row.id(),
                        row.exercise(),
                        row.madeAt(),
                        took(row),
                        Tellings.read(row.verdict()),
                        Objects.requireNonNull(row.card()),
                        Boolean.TRUE.equals(row.predictedPass()));
            case STARTED_OVER, RESTORED, NOT_CHOSEN, REPLACED_BY_FILE, IMPORTED ->
                new KeptText(
                        row.id(),
                        row.exercise(),
                        row.madeAt(),
                        Reason.valueOf(row.kind().toUpperCase(Locale.ROOT)),
                        text);
        };
    }

    private static Attempt code(HistoryRow row, Attempt.Source source, String text) {
        return new Attempt.OfCode(
                row.id(), row.exercise(), row.madeAt(), took(row), Tellings.read(row.verdict()), source, text);
    }

    private static Duration took(HistoryRow row) {
        return Duration.ofMillis(row.tookMillis() == null ? 0 : row.tookMillis());
    }

    private static String kind(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
