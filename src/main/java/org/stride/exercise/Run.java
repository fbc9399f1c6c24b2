package org.stride.exercise;

import java.time.Duration;
import java.util.List;
import org.stride.python.Outcome;
import org.stride.python.Warning;

/**
 * One call of an implementation.
 *
 * @param output what it printed
 * @param time how long it took, by the implementation's own clock
 */
public record Run(Outcome outcome, String output, List<Warning> warnings, Duration time) {
    public Run {
        warnings = List.copyOf(warnings);
    }
}
