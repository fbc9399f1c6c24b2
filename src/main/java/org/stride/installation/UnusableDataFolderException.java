package org.stride.installation;

import org.jspecify.annotations.Nullable;

/** The data folder cannot be used; with what to do about it. */
public final class UnusableDataFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnusableDataFolderException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
