package org.stride.ui.exercise;

import java.time.Duration;
import java.util.Locale;

/** Writes short times with two to three digits that count. */
final class Durations {
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private Durations() {}

    /** Microseconds below one millisecond, milliseconds above. */
    static String text(Locale locale, Duration time) {
        double nanos = time.toNanos();
        return nanos < NANOS_PER_MILLISECOND
                ? String.format(locale, "%.0f µs", Math.ceil(nanos / NANOS_PER_MICROSECOND))
                : String.format(locale, "%.1f ms", nanos / NANOS_PER_MILLISECOND);
    }
}
