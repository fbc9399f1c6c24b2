package org.stride.exercise;

/** Follows an implementation that runs case after case, and may end it. */
public interface RunMonitor {
    /** Called for each case, in order, by the thread that runs it. */
    void ran(Run run);

    /** It waits for its turn; so many come before it. */
    default void waiting(int place) {}

    /** Asked again and again while it runs. */
    boolean cancelled();
}
