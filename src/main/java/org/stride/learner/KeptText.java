package org.stride.learner;

import java.time.Instant;
import java.util.UUID;

/** A text that made room for another one. */
public record KeptText(UUID id, String exercise, Instant at, Reason reason, String text) implements Entry {
    /** Why it had to go. */
    public enum Reason {
        /** The starter code came back. */
        STARTED_OVER,
        /** An older text came back. */
        RESTORED,
        /** The learner chose what was typed elsewhere. */
        NOT_CHOSEN,
        /** The code of a file took its place. */
        REPLACED_BY_FILE,
        /** It came from another installation, where a different text is the draft. */
        IMPORTED
    }

    public static KeptText now(String exercise, Instant now, Reason reason, String text) {
        return new KeptText(UUID.randomUUID(), exercise, now, reason, text);
    }
}
