package org.stride.learner.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.stride.learner.TimeSpent;

/** A row of {@code time_spent}. */
record TimeRow(UUID learner, String exercise, LocalDate onDay, long millis) {
    TimeSpent spent() {
        return new TimeSpent(exercise, onDay, Duration.ofMillis(millis));
    }
}
