package org.stride.learner.store.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be made or restored; the message is a sentence for whoever asked for it. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BackupException(String sentence) {
        this(sentence, null);
    }

    public BackupException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
