package org.stride.python;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a runner is set up.
 *
 * @param python an interpreter of 3.10 or newer with NumPy; {@code null} for the first on the PATH that is one
 * @param slots how many submissions run at once
 * @param limits of submissions that bring none of their own
 * @param submissionsPerServer after how many a process makes room for a fresh one
 * @param pause after which it is tried again whether there is a Python that works
 */
public record Setup(
        @Nullable Path python, Mode mode, int slots, Limits limits, int submissionsPerServer, Duration pause) {
    public Setup {
        if (slots < 1 || submissionsPerServer < 1) {
            throw new IllegalArgumentException("python: needs at least 1 slot and 1 submission for each server, got "
                    + slots + " and " + submissionsPerServer);
        }
    }

    /** A slot for each processor, the default limits, 500 submissions for each process, and a pause of a minute. */
    public static Setup of(@Nullable Path python, Mode mode) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Setup(python, mode, processors, Limits.DEFAULT, 500, Duration.ofMinutes(1));
    }

    /** Throws if this confinement is not enough. */
    void check(Confinement confinement) throws UnavailableException {
        if (mode == Mode.STRICT && !confinement.complete()) {
            throw new UnavailableException(new Unavailable.LayersMissing(confinement.missing()));
        }
    }

    public Setup withSlots(int count) {
        return new Setup(python, mode, count, limits, submissionsPerServer, pause);
    }

    public Setup within(Limits others) {
        return new Setup(python, mode, slots, others, submissionsPerServer, pause);
    }

    public Setup withSubmissionsPerServer(int count) {
        return new Setup(python, mode, slots, limits, count, pause);
    }

    Setup withPause(Duration other) {
        return new Setup(python, mode, slots, limits, submissionsPerServer, other);
    }
}
