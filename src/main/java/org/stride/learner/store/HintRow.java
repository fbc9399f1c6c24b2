package org.stride.learner.store;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code hint_taken}. */
record HintRow(UUID learner, String exercise, String hint, Instant takenAt) {}
