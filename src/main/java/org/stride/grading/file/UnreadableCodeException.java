package org.stride.grading.file;

import org.stride.python.Outcome;

/** A file's code could not be taken apart: it took too long, too much memory, or Python itself broke down. */
public final class UnreadableCodeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    UnreadableCodeException(Outcome outcome) {
        super("the code could not be taken apart: " + outcome);
        this.outcome = outcome;
    }

    /** How it ended. */
    public Outcome outcome() {
        return outcome;
    }
}
