package org.stride.ui.work;

import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;

/**
 * What a file has for a step.
 *
 * @param text for the editor; empty unless there is one to take over
 * @param present what stands in the editor: the draft, or the starter code
 * @param draft what stands there if it is a draft
 */
record Offer(
        Exercise exercise,
        State state,
        String text,
        String present,
        @Nullable String draft) {
    /** How it stands to the editor. */
    enum State {
        /** There is no draft yet. */
        NEW,
        DIFFERS,
        SAME,
        /** Longer than any draft may be. */
        TOO_LONG,
        /** As the exercise hands it out. */
        UNSOLVED,
        /** The file has no such function. */
        ABSENT
    }

    boolean canBeTaken() {
        return state == State.NEW || state == State.DIFFERS;
    }
}
