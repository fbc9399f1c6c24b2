package org.stride.learner;

import java.time.Instant;
import java.util.UUID;

/** Something in the history of a step. */
public sealed interface Entry permits Attempt, KeptText {
    UUID id();

    /** The exercise's name. */
    String exercise();

    Instant at();
}
