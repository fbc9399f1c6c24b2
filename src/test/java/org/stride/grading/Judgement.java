package org.stride.grading;

import org.jspecify.annotations.Nullable;

/**
 * What became of a variant.
 *
 * @param sentence what the verdict says of the cause; empty if nothing
 * @param untrue why the sentence is not true of the variant's own results, or the variant not equivalent; {@code null} if all is well
 */
record Judgement(
        Variant variant,
        Kind kind,
        String sentence,
        @Nullable String untrue) {
    /** How a variant ends. */
    enum Kind {
        /** Passes, and gives what the reference gives on fresh cases. */
        EQUIVALENT,
        /** Passes, and differs only where the published text leaves the result open. */
        ADVISORY,
        /** Passes, and yet is another function. */
        BLIND,
        /** Caught, by the name of a known mistake. */
        NAMED,
        /** Caught, by how its results relate to the right ones. */
        RELATED,
        /** Caught, by the line that gives the same results. */
        ONE_LINE,
        /** Caught, by what it raises. */
        RAISES,
        /** Caught; only where it is wrong is told. */
        LOCATED,
        /** Caught; nothing is told but the first wrong cell. */
        UNKNOWN;

        boolean caught() {
            return this != EQUIVALENT && this != ADVISORY && this != BLIND;
        }

        /** Whether the sentence says what is wrong. */
        boolean specific() {
            return this == NAMED || this == RELATED || this == ONE_LINE || this == RAISES;
        }
    }
}
