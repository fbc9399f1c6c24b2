package org.stride.start;

import org.jspecify.annotations.Nullable;

/** Something that keeps Stride from starting, with what to do about it. */
final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    StartException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
