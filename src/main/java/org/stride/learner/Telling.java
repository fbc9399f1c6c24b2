package org.stride.learner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as the learner was told it.
 *
 * @param shown of the checks whose inputs may be seen
 * @param heldOut of the others
 * @param summary both halves in one sentence
 * @param mistake {@code null} if it passed, or if no cause has a name
 * @param passages what was said besides, in the order of the page; code stands in backticks
 */
public record Telling(
        boolean passed,
        Count shown,
        Count heldOut,
        String summary,
        @Nullable Mistake mistake,
        List<Passage> passages) {
    public Telling {
        passages = List.copyOf(passages);
    }

    /** How many checks pass, of how many. */
    public record Count(int passed, int total) {}

    /**
     * What was wrong.
     *
     * @param id the same for the same mistake, such as {@code flaw.bias_left_out}
     * @param name in a few words
     */
    public record Mistake(String id, String name) {}

    /** Something that was said. */
    public record Passage(Kind kind, String text) {}

    /** What a passage is about. */
    public enum Kind {
        BLAME,
        PROBLEM,
        CAUSE,
        EVIDENCE,
        /** How the first wrong cell comes about: code, line by line. */
        WORKING,
        NOTE
    }
}
