package org.stride.kernel.slip;

import org.stride.array.NdArray;
import org.stride.kernel.slip.Lines.Solution;
import org.stride.kernel.slip.Slices.Range;

/** The four loops that forward and backward share: examples, rows, columns, channels, and the corners of the window. */
abstract class WindowLoops {
    final Solution solution;
    private final double[] variables = Names.none();

    WindowLoops(Solution solution) {
        this.solution = solution;
    }

    /** The lines of the loops and of the corners; an open end of a slice is the end of the axis. */
    static Lines lines(String height, String width) {
        return new Lines()
                .expression("top", "vert_start = {h * stride}", "h * stride + f")
                .expression("bottom", "vert_end = {vert_start + f}", height, height + " - 1", "0 - vert_start")
                .expression("left", "horiz_start = {w * stride}", "w * stride + f")
                .expression("right", "horiz_end = {horiz_start + f}", width, width + " - 1", "0 - horiz_start")
                .expression("i", "for i in range({0}, {m}, {1})")
                .expression("h", "for h in range({0}, {n_H}, {1})")
                .expression("w", "for w in range({0}, {n_W}, {1})")
                .expression("c", "for c in range({0}, {n_C}, {1})");
    }

    final void set(String name, int value) {
        variables[Names.place(name)] = value;
    }

    /** The value of an expression as things stand. */
    final int get(String key) {
        return solution.integer(key, variables);
    }

    /** {@code vert_start:vert_end} along an axis of some length. */
    final Range rows(int length) {
        return range("vert_start", "vert_end", length);
    }

    /** {@code horiz_start:horiz_end}. */
    final Range columns(int length) {
        return range("horiz_start", "horiz_end", length);
    }

    private Range range(String start, String end, int length) {
        return Range.of((int) variables[Names.place(start)], (int) variables[Names.place(end)], length);
    }

    /** An index along an axis, by the name of its expression. */
    final int index(String key, NdArray array, int axis) {
        return Slices.index(get(key), axis, array.length(axis));
    }

    final void run() {
        loop(
                "i",
                () -> loop(
                        "h",
                        () -> loop("w", () -> {
                            corner("top", "vert_start");
                            corner("bottom", "vert_end");
                            corner("left", "horiz_start");
                            corner("right", "horiz_end");
                            loop("c", this::step);
                        })));
    }

    private void corner(String key, String name) {
        set(name, get(key + " 0"));
    }

    private void loop(String name, Runnable body) {
        int start = get(name + " 0"), end = get(name + " 1"), by = get(name + " 2");
        for (int value = start; by > 0 ? value < end : by < 0 && value > end; value += by) {
            set(name, value);
            body.run();
        }
    }

    /** What the innermost loop does. */
    abstract void step();
}
