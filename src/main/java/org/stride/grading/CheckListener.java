package org.stride.grading;

import java.util.function.Consumer;
import org.stride.exercise.Run;
import org.stride.exercise.RunMonitor;

/** Follows a check, and may end it. */
public interface CheckListener {
    /** Hears nothing and lets the check run to its end. */
    CheckListener NONE = new CheckListener() {
        @Override
        public void caseDone(CaseResult result, int done, int total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** It waits for its turn; so many others come before it. */
    default void waiting(int place) {}

    /** Called in the check's own thread after each case. */
    void caseDone(CaseResult result, int done, int total);

    /** Asked again and again. */
    boolean cancelled();

    /**
     * Follows an implementation for this listener.
     *
     * @param each takes in each run
     */
    default RunMonitor following(Consumer<Run> each) {
        return new RunMonitor() {
            @Override
            public void ran(Run run) {
                each.accept(run);
            }

            @Override
            public void waiting(int place) {
                CheckListener.this.waiting(place);
            }

            @Override
            public boolean cancelled() {
                return CheckListener.this.cancelled();
            }
        };
    }
}
