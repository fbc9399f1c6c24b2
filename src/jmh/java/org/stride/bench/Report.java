package org.stride.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The table that is printed while measuring: what, how much, what was promised, and whether it held. */
final class Report {
    private final PrintStream out;
    private int missed;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Names the machine, since no figure means anything without it. */
    void begin(Setup setup) {
        say(String.join(", ", processor(), "load " + load() + " before the start"));
        say(String.join(
                ", ",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                String.join(" ", setup.serverOptions())));
        say("");
        row("part", "of what", "measured", "target", "");
    }

    void end() {
        say("");
        say("load " + load() + " at the end" + (missed == 0 ? "" : "; missed targets: " + missed));
    }

    /** Nothing is said from now on. */
    void close() {
        out.close();
    }

    /** A figure that is to stay below a limit. */
    void row(String part, String what, String measured, double value, int limit, String unit) {
        row(part, what, measured, "< " + limit + " " + unit, value < limit);
    }

    /** Figures of which something was promised. */
    void row(String part, String what, String measured, String target, boolean held) {
        missed += held ? 0 : 1;
        row(part, what, measured, target, held ? "held" : "missed");
    }

    /** A figure of which nothing was promised. */
    void row(String part, String what, String measured) {
        row(part, what, measured, "", "");
    }

    void notMeasured(String part, String reason) {
        say(part + " is not measured: " + reason);
    }

    void say(String line) {
        out.println(line);
    }

    /** Three digits at least, and no more than two behind the point. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private void row(String part, String what, String measured, String target, String held) {
        say("%-8s  %-37s  %-28s  %-14s  %s"
                .formatted(part, what, measured, target, held)
                .stripTrailing());
    }

    private static String processor() {
        String model = "";
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            model = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            // Only Linux tells it so.
        }
        return model + Runtime.getRuntime().availableProcessors() + " processors";
    }

    private static String load() {
        return number(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
