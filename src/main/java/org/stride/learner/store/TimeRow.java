package org.stride.learner.store;

import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code time_spent}. */
record TimeRow(UUID learner, String exercise, LocalDate onDay, long millis) {}
