package org.stride.learner.store;

import java.time.Instant;
import java.util.UUID;
import org.stride.learner.HintTaken;

/** A row of {@code hint_taken}. */
record HintRow(UUID learner, String exercise, String hint, Instant takenAt) {
    HintTaken taken() {
        return new HintTaken(exercise, hint, takenAt);
    }
}
