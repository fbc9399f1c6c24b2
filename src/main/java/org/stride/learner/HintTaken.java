package org.stride.learner;

import java.time.Instant;

/** A hint that a learner has taken. */
public record HintTaken(String exercise, String hint, Instant at) {}
