package org.stride.learner;

import org.jspecify.annotations.Nullable;

/** The database does not answer, or does not take what it is given. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(@Nullable Throwable cause) {
        super("The database does not answer", cause);
    }
}
