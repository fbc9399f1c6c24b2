package org.stride.bench;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What Stride costs the machine that it runs on: once as the launcher starts it, once with plain {@code java -jar}. */
final class ServerMeasurements {
    private static final String LAUNCHED = "./stride serve";
    private static final String PLAIN = "java -jar";
    private static final List<String> NO_OPTIONS = List.of();

    private static final int STARTS = 3;
    private static final int START_S = 8;
    private static final int MEMORY_MB = 400;

    private ServerMeasurements() {}

    /** From the command to the first answered page; the median of some starts. */
    static void start(Setup setup, Report report) throws IOException {
        start(LAUNCHED, setup, setup.serverOptions(), report);
        start(PLAIN, setup, NO_OPTIONS, report);
    }

    private static void start(String command, Setup setup, List<String> options, Report report) throws IOException {
        List<Double> wall = new ArrayList<>();
        List<Double> processors = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            try (Server server = Server.start(setup, options)) {
                wall.add(seconds(server.startTime()));
                processors.add(seconds(server.processorTime()));
            }
        }
        double median = new Sample(wall).percentile(50);
        report.row(
                "start",
                command + " to the first page",
                "%s s, processors %s s"
                        .formatted(Report.number(median), Report.number(new Sample(processors).percentile(50))),
                median,
                START_S,
                "s");
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** Resident after a walk through all exercises with one verdict each. */
    static void memory(Setup setup, Report report) throws IOException, MissingException {
        try (Chromium chromium = Chromium.launch(setup)) {
            double launched = megabytesAfterWalk(chromium, setup, setup.serverOptions());
            report.row("memory", LAUNCHED, Report.number(launched) + " MB", launched, MEMORY_MB, "MB");
            double plain = megabytesAfterWalk(chromium, setup, NO_OPTIONS);
            report.row("memory", PLAIN, Report.number(plain) + " MB");
        }
    }

    private static double megabytesAfterWalk(Chromium chromium, Setup setup, List<String> options)
            throws IOException, MissingException {
        try (Server server = Server.start(setup, options);
                BrowserContext learner = chromium.newLearner()) {
            new ExercisePage(learner.newPage(), server).runFirstCards();
            return server.residentBytes() / 1e6;
        }
    }
}
