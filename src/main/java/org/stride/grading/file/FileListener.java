package org.stride.grading.file;

import org.stride.exercise.Exercise;

/** Whoever follows how a file is judged. */
public interface FileListener {
    /** Nobody. */
    FileListener NONE = new FileListener() {};

    /** A function is about to be judged; {@code done} of {@code total} are. */
    default void judging(Exercise exercise, int done, int total) {}

    /** Asked again and again; true ends it. */
    default boolean cancelled() {
        return false;
    }
}
