package org.stride.python;

import java.time.Duration;
import java.util.List;

/**
 * What became of one call.
 *
 * @param number counted from 0; the cell comes after the calls
 * @param output what it printed
 * @param time how long it took, by its own clock; zero if it did not come back
 * @param accesses what it read and wrote, if it was watched
 */
public record CallResult(
        int number, Outcome outcome, String output, List<Warning> warnings, Duration time, Accesses accesses) {
    public CallResult {
        warnings = List.copyOf(warnings);
    }

    /** Of a call that was not watched. */
    public CallResult(int number, Outcome outcome, String output, List<Warning> warnings, Duration time) {
        this(number, outcome, output, warnings, time, Accesses.NONE);
    }
}
