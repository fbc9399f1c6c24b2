package org.stride.exercise;

import java.util.List;

/**
 * What somebody who writes the function finds on the desk.
 *
 * @param starter the beginning of the function, with comments that guide
 * @param scratch a cell that tries the function out
 * @param helpers the functions of earlier steps that it may call
 */
public record Worksheet(String starter, String scratch, List<Helper> helpers) {
    public Worksheet {
        helpers = List.copyOf(helpers);
    }

    /** A right function of an earlier step, as Python. */
    public record Helper(String name, String code) {}
}
