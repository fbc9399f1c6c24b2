package org.stride.start;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.stride.python.Limits;
import org.stride.python.Mode;
import org.stride.python.Setup;

/**
 * What an administrator may choose of running Python.
 *
 * @param mode {@code local}, or {@code hosted}, which runs nothing unless every layer of the sandbox holds
 * @param python the interpreter; the first on the PATH that fits, if none is named
 * @param slots how many submissions run at once; as many as there are processors, if not said
 */
@ConfigurationProperties("stride")
record RunnerProperties(
        @DefaultValue("local") String mode,
        @Nullable String python,
        @Nullable Integer slots,
        @DefaultValue LimitProperties limits) {
    private static final int MOST_SLOTS = 256;

    RunnerProperties {
        if (!mode.equals("local") && !mode.equals("hosted")) {
            throw new StartException(
                    "stride.mode must be local or hosted, it is " + mode,
                    "Leave it out for a machine of your own, or write --stride.mode=hosted",
                    null);
        }
        if (slots != null && (slots < 1 || slots > MOST_SLOTS)) {
            throw outOfRange("slots", slots, "1 to " + MOST_SLOTS);
        }
    }

    Setup setup() {
        Setup setup = Setup.of(
                        python == null || python.isBlank() ? null : Path.of(python),
                        mode.equals("hosted") ? Mode.STRICT : Mode.LOCAL)
                .within(limits.limits());
        return slots == null ? setup : setup.withSlots(slots);
    }

    /** What one submission may use; see {@link Limits}. */
    record LimitProperties(
            @Nullable Duration wall,
            @Nullable Duration cpu,
            @Nullable DataSize memory,
            @Nullable DataSize output,
            @Nullable DataSize result,
            @Nullable DataSize source) {
        private static final Duration MOST_TIME = Duration.ofMinutes(10);

        LimitProperties {
            check("wall", wall, Duration.ofMillis(100));
            check("cpu", cpu, Duration.ofSeconds(1));
            check("memory", memory, DataSize.ofMegabytes(16), DataSize.ofGigabytes(64));
            check("output", output, DataSize.ofKilobytes(1), DataSize.ofMegabytes(16));
            check("result", result, DataSize.ofKilobytes(1), DataSize.ofMegabytes(256));
            check("source", source, DataSize.ofKilobytes(1), DataSize.ofMegabytes(16));
        }

        Limits limits() {
            Limits usual = Limits.DEFAULT;
            return new Limits(
                    wall == null ? usual.wall() : wall,
                    cpu == null ? usual.cpu() : cpu,
                    bytes(memory, usual.memory()),
                    (int) bytes(output, usual.output()),
                    (int) bytes(result, usual.result()),
                    (int) bytes(source, usual.source()));
        }

        private static long bytes(@Nullable DataSize size, long usual) {
            return size == null ? usual : size.toBytes();
        }

        private static void check(String name, @Nullable Duration time, Duration least) {
            if (time != null && (time.compareTo(least) < 0 || time.compareTo(MOST_TIME) > 0)) {
                throw outOfRange("limits." + name, text(time), text(least) + " to " + text(MOST_TIME));
            }
        }

        private static void check(String name, @Nullable DataSize size, DataSize least, DataSize most) {
            if (size != null && (size.compareTo(least) < 0 || size.compareTo(most) > 0)) {
                throw outOfRange("limits." + name, text(size), text(least) + " to " + text(most));
            }
        }

        private static String text(Duration time) {
            return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
        }

        private static String text(DataSize size) {
            return size.toBytes() % (1 << 20) == 0
                    ? size.toMegabytes() + "MB"
                    : size.toBytes() % (1 << 10) == 0 ? size.toKilobytes() + "KB" : size.toBytes() + "B";
        }
    }

    static StartException outOfRange(String name, Object value, String range) {
        return new StartException(
                "stride." + name + " must be from " + range + ", it is " + value,
                "Choose a value in that range, or leave it out",
                null);
    }
}
