package org.stride.kernel;

import org.stride.array.NdArray;
import org.stride.array.Shape;

/** Arguments that a kernel refuses: the message names operation, argument, what was expected and what came. */
final class Checks {
    private Checks() {}

    static void rank(String operation, String name, NdArray array, int rank) {
        if (array.rank() != rank) {
            throw refused(operation, name + " must have " + rank + " axes, got shape " + array.shape());
        }
    }

    static void shape(String operation, String name, NdArray array, int... lengths) {
        Shape expected = Shape.of(lengths);
        if (!array.shape().equals(expected)) {
            throw refused(operation, name + " must have shape " + expected + ", got " + array.shape());
        }
    }

    static void notNegative(String operation, String name, int value) {
        if (value < 0) {
            throw refused(operation, name + " must be 0 or more, got " + value);
        }
    }

    static void positive(String operation, String name, int value) {
        if (value < 1) {
            throw refused(operation, name + " must be 1 or more, got " + value);
        }
    }

    /** Filters {@code (f, f, nCPrev, nC)} that fit the channels of {@code aPrev}. */
    static void filters(String operation, NdArray filters, NdArray aPrev) {
        rank(operation, "W", filters, 4);
        if (filters.length(0) != filters.length(1)) {
            throw refused(operation, "W must be as high as wide, got shape " + filters.shape());
        }
        positive(operation, "f", filters.length(0));
        if (filters.length(2) != aPrev.length(3)) {
            throw refused(operation, "W has " + filters.length(2) + " input channels, A_prev has " + aPrev.length(3));
        }
    }

    /** A length of 0 is an empty result, as in NumPy; less than that cannot be a length. */
    static int length(String operation, String axis, int length, int available, int f) {
        if (length < 0) {
            throw refused(operation, "a window of " + f + " does not fit into " + axis + " " + available);
        }
        return length;
    }

    static IllegalArgumentException refused(String operation, String reason) {
        return new IllegalArgumentException(operation + ": " + reason);
    }
}
