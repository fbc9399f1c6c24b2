package org.stride.learner.store;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code learner}. */
record LearnerRow(UUID id, Instant createdAt) {}
