package org.stride.grading.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stride.array.Shape;
import org.stride.exercise.Arguments;
import org.stride.grading.code.WatchedRun.Track;
import org.stride.grading.code.WatchedRun.Window;
import org.stride.python.Access;
import org.stride.python.Access.Range;

/**
 * What windows move over.
 *
 * @param height of the input with its padding, as is the width
 */
record Layer(int height, int width, int pad, int f, int stride) {
    /** What the notebook calls arrays that no window of the input lies in. */
    private static final Set<String> NO_INPUTS = Set.of("W", "b", "Z", "A", "dZ", "dA", "dW", "db");

    static Layer of(String exercise, Arguments outer) {
        Arguments inner = switch (exercise) {
            case "conv_backward" -> outer.unpack("cache", "A_prev", "W", "b", "hparameters");
            case "pool_backward" -> outer.unpack("cache", "A_prev", "hparameters");
            default -> outer;
        };
        boolean pooling = exercise.startsWith("pool");
        int pad = pooling ? 0 : inner.entry("hparameters", "pad");
        int f = pooling
                ? inner.entry("hparameters", "f")
                : inner.array("W").shape().length(0);
        Shape shape = inner.array("A_prev").shape();
        return new Layer(
                shape.length(1) + 2 * pad, shape.length(2) + 2 * pad, pad, f, inner.entry("hparameters", "stride"));
    }

    /**
     * What an access takes of the input, in an array of examples or of one example; empty if that is all of it, or another array. What
     * lies in the input without its padding is told by where it lies in the padded one.
     */
    Optional<Window> window(Access access) {
        List<Range> ranges = access.ranges();
        int axes = ranges.size();
        if (NO_INPUTS.contains(access.name()) || axes < 3 || axes > 4) {
            return Optional.empty();
        }
        Range rows = ranges.get(axes - 3);
        Range columns = ranges.get(axes - 2);
        Range examples = ranges.getFirst();
        int shift = access.name().equals("A_prev") ? pad : 0;
        Window window = new Window(
                access.line(),
                axes == 4 && examples.stop() - examples.start() == 1 ? examples.start() : null,
                rows.start() + shift,
                rows.stop() + shift,
                columns.start() + shift,
                columns.stop() + shift);
        return isAll(window) || isOnePlaceOfEveryWindow(rows, columns) ? Optional.empty() : Optional.of(window);
    }

    private boolean isAll(Window window) {
        boolean all = (window.height() == height && window.width() == width)
                || (window.height() == height - 2 * pad && window.width() == width - 2 * pad);
        return all && (window.height() != f || window.width() != f);
    }

    /** Code without loops over the windows takes the same cell of each of them at once. */
    private boolean isOnePlaceOfEveryWindow(Range rows, Range columns) {
        return isEvery(rows, (height - f) / stride + 1) && isEvery(columns, (width - f) / stride + 1);
    }

    /** A window of the same size is not meant. */
    private boolean isEvery(Range range, int n) {
        return range.stop() - range.start() == (n - 1) * stride + 1
                && range.start() < f
                && (stride == 1 ? n != f : n == 1 ? f > 1 : range.step() == stride);
    }

    /** Whether windows move over the input: filters are read at the same place again and again, outputs cell by cell. */
    boolean isOverInput(Track track) {
        Window first = track.windows().getFirst();
        boolean moves = (height == f && width == f)
                || track.windows().stream().anyMatch(window -> window.h0() != first.h0() || window.w0() != first.w0());
        return moves
                && track.windows().stream().allMatch(window -> window.h1() <= height && window.w1() <= width)
                && (f == 1 || track.windows().stream().anyMatch(window -> window.height() > 1 || window.width() > 1));
    }
}
