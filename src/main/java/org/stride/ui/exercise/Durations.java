package org.stride.ui.exercise;

import java.time.Duration;
import java.util.Locale;

/** Writes short times with two to three digits that count. */
final class Durations {
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private Durations() {}

    /** Microseconds below one millisecond, milliseconds above. */
    static String text(Duration time) {
        double nanos = time.toNanos();
        return nanos < NANOS_PER_MILLISECOND
                ? String.format(Locale.ROOT, "%.0f µs", Math.ceil(nanos / NANOS_PER_MICROSECOND))
                : String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLISECOND);
    }
}
