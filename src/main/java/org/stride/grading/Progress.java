package org.stride.grading;

/** Follows a check, and may end it. */
public interface Progress {
    /** Hears nothing and lets the check run to its end. */
    Progress NONE = new Progress() {
        @Override
        public void caseDone(CaseResult result, int done, int total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** Called in the check's own thread after each case. */
    void caseDone(CaseResult result, int done, int total);

    /** Asked before each case. */
    boolean cancelled();
}
