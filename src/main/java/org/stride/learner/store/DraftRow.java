package org.stride.learner.store;

import java.time.Instant;
import java.util.UUID;
import org.stride.learner.Draft;

/** A row of {@code draft}, or of {@code other_draft} with revision 0. */
record DraftRow(
        UUID learner, String exercise, String text, long revision, Instant savedAt, String editor, long sequence) {
    Draft draft() {
        return new Draft(exercise, Escapes.unescape(text), revision, savedAt, editor, sequence);
    }
}
