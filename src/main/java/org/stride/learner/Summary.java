package org.stride.learner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the history in one line.
 *
 * @param number tells the order, whatever the clock says
 * @param card its letter; {@code null} if it was no run of a card
 * @param predictedPass {@code null} likewise
 * @param passed {@code null} unless it is an attempt
 * @param mistake the id of what was wrong, {@code null} if it has none
 * @param mistakeName in a few words, {@code null} likewise
 * @param text what was told of an attempt; empty for other entries
 */
public record Summary(
        long number,
        UUID id,
        String exercise,
        Kind kind,
        Instant at,
        @Nullable String card,
        @Nullable Boolean predictedPass,
        @Nullable Boolean passed,
        @Nullable String mistake,
        @Nullable String mistakeName,
        String text) {
    /** What it is. */
    public enum Kind {
        TYPED,
        FILE,
        CARD,
        STARTED_OVER,
        RESTORED,
        NOT_CHOSEN,
        REPLACED_BY_FILE,
        IMPORTED
    }

    /** Whether it is a check of code, typed or from a file. */
    public boolean ofCode() {
        return kind == Kind.TYPED || kind == Kind.FILE;
    }

    public boolean ofCard() {
        return kind == Kind.CARD;
    }

    public boolean attempt() {
        return passed != null;
    }

    /** Whether a prediction was made and came true. */
    public boolean predictionCameTrue() {
        return predictedPass != null && predictedPass.equals(passed);
    }
}
