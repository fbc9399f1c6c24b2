package org.stride.python;

import java.util.List;

/**
 * What became of one call.
 *
 * @param number counted from 0; the cell comes after the calls
 * @param output what it printed
 */
public record CallResult(int number, Outcome outcome, String output, List<Warning> warnings) {
    public CallResult {
        warnings = List.copyOf(warnings);
    }
}
