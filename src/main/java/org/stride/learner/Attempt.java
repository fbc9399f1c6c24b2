package org.stride.learner;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One run of something by a learner, with what came of it. */
public sealed interface Attempt extends Entry {
    /** From the click to the verdict. */
    Duration took();

    Telling told();

    /** What came. */
    default boolean passed() {
        return told().passed();
    }

    /**
     * A run of a card.
     *
     * @param predictedPass what the learner expected
     */
    record OfCard(
            UUID id, String exercise, Instant at, Duration took, Telling told, String letter, boolean predictedPass)
            implements Attempt {}

    /** A check of code. */
    record OfCode(UUID id, String exercise, Instant at, Duration took, Telling told, Source source, String code)
            implements Attempt {}

    /** Where code came from. */
    enum Source {
        TYPED,
        /** From a notebook or a script that the learner brought along. */
        FILE
    }
}
