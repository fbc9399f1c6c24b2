package org.stride.kernel.slip;

import java.util.ArrayList;
import java.util.List;

/** The variables of the listings, and which of them are easily taken for each other. */
final class Names {
    private static final List<String> ALL = List.of(
            "m",
            "n_H",
            "n_W",
            "n_C",
            "n_H_prev",
            "n_W_prev",
            "n_C_prev",
            "f",
            "stride",
            "pad",
            "i",
            "h",
            "w",
            "c",
            "vert_start",
            "vert_end",
            "horiz_start",
            "horiz_end",
            "dz");

    private static final List<List<String>> ALIKE = List.of(
            List.of("i", "h", "w", "c"),
            List.of("n_H", "n_W", "n_H_prev", "n_W_prev"),
            List.of("m", "n_C", "n_C_prev"),
            List.of("n_H", "n_C"),
            List.of("f", "stride", "pad"),
            List.of("vert_start", "horiz_start"),
            List.of("vert_end", "horiz_end"));

    private Names() {}

    /** One number for each variable, all 0. */
    static double[] none() {
        return new double[ALL.size()];
    }

    /** Where a variable stands among them. */
    static int place(String name) {
        int place = ALL.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("expression: no variable " + name);
        }
        return place;
    }

    static String name(int place) {
        return ALL.get(place);
    }

    /** The other variables that somebody might write for one. */
    static List<String> alike(String name) {
        List<String> others = new ArrayList<>();
        for (List<String> group : ALIKE) {
            if (group.contains(name)) {
                group.stream()
                        .filter(other -> !other.equals(name) && !others.contains(other))
                        .forEach(others::add);
            }
        }
        return others;
    }
}
