package org.stride.learner.file;

/** A file that is not taken as anybody's work. Nothing of it was. */
public final class BrokenWorkException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Problem {
        /** No JSON, or it breaks off. */
        NOT_JSON,
        /** JSON of another kind. */
        NOT_WORK,
        /** A format that this version does not know. */
        OTHER_FORMAT,
        TOO_LARGE,
        /** Something in it is missing, of the wrong kind, too long or not plausible. */
        WRONG
    }

    private final Problem problem;
    private final String place;

    BrokenWorkException(Problem problem, String place) {
        super(problem + " at " + place);
        this.problem = problem;
        this.place = place;
    }

    public Problem problem() {
        return problem;
    }

    /** Where in the file, such as {@code history[3].at}; for another format its number; else empty. */
    public String place() {
        return place;
    }
}
