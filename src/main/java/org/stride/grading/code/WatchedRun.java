package org.stride.grading.code;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stride.python.Access;
import org.stride.python.Outcome;

/**
 * Which windows of which arrays typed code reads and writes on one case: told by the learner's own process, for showing only.
 *
 * @param ended how the call ended
 * @param truncated whether there was more than is told
 * @param tracks one for each array and way; what goes into the input's gradient first, then what is read
 */
public record WatchedRun(Outcome ended, boolean truncated, List<Track> tracks) {
    public WatchedRun {
        tracks = List.copyOf(tracks);
    }

    /**
     * The windows of one array, in order.
     *
     * @param array by its name in the code
     */
    public record Track(String array, Access.Kind kind, List<Window> windows) {
        public Track {
            windows = List.copyOf(windows);
        }
    }

    /**
     * Rows {@code h0} to {@code h1} and columns {@code w0} to {@code w1}, ends excluded, of the input with its padding.
     *
     * @param line counted from 1
     * @param example {@code null} if they are of all, or of an array without that axis
     */
    public record Window(int line, @Nullable Integer example, int h0, int h1, int w0, int w1) {
        boolean samePlace(Window other) {
            return Objects.equals(example, other.example)
                    && h0 == other.h0
                    && h1 == other.h1
                    && w0 == other.w0
                    && w1 == other.w1;
        }

        int height() {
            return h1 - h0;
        }

        int width() {
            return w1 - w0;
        }
    }
}
