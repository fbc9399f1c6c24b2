package org.stride.bench;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.util.List;
import org.stride.exercise.Catalogue;

/** How smoothly the window moves over a layer of 16 × 16 cells and 8 channels, at the highest speed. */
final class PlayerMeasurements {
    private static final int SIZE = 16;
    private static final int CHANNELS = 8;
    private static final int FILTERS = 8;
    private static final int MILLISECONDS = 10_000;
    private static final int SLOWEST_FRAME_MS = 50;
    /** 60 frames a second leave 16.7 to each. */
    private static final int EACH_FRAME_MS = 17;

    private PlayerMeasurements() {}

    static void frames(Setup setup, Report report) throws IOException, MissingException {
        try (Chromium chromium = Chromium.launch(setup);
                Server server = Server.start(setup, setup.serverOptions());
                BrowserContext learner = chromium.newLearner()) {
            ExercisePage page = new ExercisePage(learner.newPage(), server)
                    .open(Catalogue.load().get("conv_forward").deck().getFirst());
            page.openPlayer();
            // Once to warm up
            page.play(SIZE, CHANNELS, FILTERS, MILLISECONDS / 5);
            List<Double> frames = page.play(SIZE, CHANNELS, FILTERS, MILLISECONDS).stream()
                    .map(Number::doubleValue)
                    .toList();
            double slowest =
                    frames.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            double each =
                    frames.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            report.row(
                    "player",
                    "frames at 12×, Chromium " + chromium.version(),
                    "%s a second, the slowest %s ms".formatted(Report.number(1000 / each), Report.number(slowest)),
                    slowest,
                    SLOWEST_FRAME_MS,
                    "ms");
            report.row(
                    "player", "from frame to frame on average", Report.number(each) + " ms", each, EACH_FRAME_MS, "ms");
        }
    }
}
