package org.stride.grading;

/** A check ended because its learner wanted it to; there is no verdict. */
public final class CheckCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
