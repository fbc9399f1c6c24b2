package org.stride.learner;

/** What became of a text that was to be saved. */
public sealed interface Saving {
    /** What is now in the database. */
    Draft draft();

    /** It is the draft. */
    record Saved(Draft draft) implements Saving {}

    /** Something else is the draft, which it did not grow out of; it was put aside until the learner chooses. */
    record Conflict(Draft draft) implements Saving {}
}
