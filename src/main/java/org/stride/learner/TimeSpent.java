package org.stride.learner;

import java.time.Duration;
import java.time.LocalDate;

/** How long a learner has worked on an exercise on one day. */
public record TimeSpent(String exercise, LocalDate day, Duration time) {}
