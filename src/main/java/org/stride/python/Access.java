package org.stride.python;

import java.util.List;

/**
 * What a line of the learner’s read or wrote, as {@code watch.py} noted it; from the learner’s process, so for showing only.
 *
 * @param name of the array: its parameter, the variable that held it, or else such as {@code cache[0]} or {@code line 7}
 * @param ranges one for each axis of the whole array, whatever views of it lie between
 * @param line counted from 1, in the learner’s code
 */
public record Access(String name, Kind kind, List<Range> ranges, int line) {
    /** How many of one submission are told. */
    public static final int MOST = 20_000;

    static final int MAX_AXES = 8;

    public Access {
        ranges = List.copyOf(ranges);
    }

    /** Which way the values went. */
    public enum Kind {
        READ,
        WRITE
    }

    /** The indices start, start + step, … below stop. */
    public record Range(int start, int stop, int step) {
        public Range {
            if (start < 0 || stop < start || step < 1) {
                throw new IllegalArgumentException("range: from " + start + " to " + stop + " by " + step);
            }
        }
    }
}
