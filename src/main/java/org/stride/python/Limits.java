package org.stride.python;

import java.time.Duration;

/**
 * What one submission may use. Each limit has an outcome of its own.
 *
 * @param wall time by the clock, waiting in the queue not counted
 * @param cpu time of the processor, in whole seconds, rounded up
 * @param memory bytes, on top of what Python and NumPy take by themselves
 * @param output characters that are printed
 * @param result bytes of all returned values together, where each element of an array counts 8
 * @param source bytes of source code
 */
public record Limits(Duration wall, Duration cpu, long memory, int output, int result, int source) {
    /** 10 s, 5 s of the processor, 512 MiB, 64 KiB printed, 8 MiB returned, 100 KB of source. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5), 512L << 20, 64 << 10, 8 << 20, 100_000);

    public Limits {
        if (wall.isNegative() || wall.isZero() || cpu.isNegative() || cpu.isZero()) {
            throw new IllegalArgumentException("limits: times must be positive, got " + wall + " and " + cpu);
        }
        if (memory <= 0 || output <= 0 || result <= 0 || source <= 0) {
            throw new IllegalArgumentException(
                    "limits: sizes must be positive, got " + memory + ", " + output + ", " + result + " and " + source);
        }
    }

    public Limits withWall(Duration other) {
        return new Limits(other, cpu, memory, output, result, source);
    }

    public Limits withCpu(Duration other) {
        return new Limits(wall, other, memory, output, result, source);
    }

    public Limits withMemory(long other) {
        return new Limits(wall, cpu, other, output, result, source);
    }
}
