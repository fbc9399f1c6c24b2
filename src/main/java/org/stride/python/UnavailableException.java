package org.stride.python;

import java.io.IOException;

/** A server cannot be started, and why. */
final class UnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Unavailable reason;

    UnavailableException(Unavailable reason) {
        super(reason.message());
        this.reason = reason;
    }

    /** What an exception at the start of a server means. */
    static Unavailable reason(Exception e) {
        return e instanceof UnavailableException unavailable
                ? unavailable.reason
                : new Unavailable.Broken(e.getMessage() == null ? e.toString() : e.getMessage());
    }
}
