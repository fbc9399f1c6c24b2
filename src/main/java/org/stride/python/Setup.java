package org.stride.python;

import java.nio.file.Path;

/**
 * How a runner is set up.
 *
 * @param python an interpreter of 3.10 or newer with NumPy
 * @param slots how many submissions run at once
 * @param submissionsPerServer after how many a process makes room for a fresh one
 */
public record Setup(Path python, int slots, Mode mode, int submissionsPerServer) {
    public Setup {
        if (slots < 1 || submissionsPerServer < 1) {
            throw new IllegalArgumentException("python: needs at least 1 slot and 1 submission for each server, got "
                    + slots + " and " + submissionsPerServer);
        }
    }

    /** A slot for each processor, 500 submissions for each process. */
    public static Setup of(Path python, Mode mode) {
        return new Setup(python, Runtime.getRuntime().availableProcessors(), mode, 500);
    }

    public Setup withSlots(int count) {
        return new Setup(python, count, mode, submissionsPerServer);
    }

    public Setup withSubmissionsPerServer(int count) {
        return new Setup(python, slots, mode, count);
    }
}
