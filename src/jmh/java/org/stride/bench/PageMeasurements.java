package org.stride.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;

/** What a learner would notice, measured in the browser. */
final class PageMeasurements {
    private static final int CLICK_MS = 150;
    private static final int CARDS_EACH = 5;
    private static final int CHECKS_EACH = 15;
    private static final int TRANSFER_KB = 900;
    private static final int INTERACTIVE_MS = 1500;
    private static final int LOADS = 15;

    private PageMeasurements() {}

    /** From the click on Run to the painted verdict, over all exercises, after one run of each. */
    static void click(Setup setup, Report report) throws IOException, MissingException {
        try (Chromium chromium = Chromium.launch(setup);
                Server server = Server.start(setup, setup.serverOptions());
                BrowserContext learner = chromium.newLearner()) {
            ExercisePage page = new ExercisePage(learner.newPage(), server);
            page.runFirstCards();
            Sample times = new Sample(Catalogue.load().exercises().stream()
                    .flatMap(exercise -> someCards(exercise).stream())
                    .map(card -> page.open(card).run())
                    .toList());
            double p95 = times.percentile(95);
            report.row(
                    "click",
                    times.values().size() + " verdicts in Chromium " + chromium.version(),
                    "p50 %s, p95 %s ms".formatted(Report.number(times.percentile(50)), Report.number(p95)),
                    p95,
                    CLICK_MS,
                    "ms");
        }
    }

    /** From the keys that have typed code checked to the painted verdict. */
    static void check(Setup setup, Report report) throws IOException, MissingException {
        Exercise exercise = Catalogue.load().get("conv_forward");
        setup.pythonOrMissing();
        try (Chromium chromium = Chromium.launch(setup);
                Server server = Server.start(setup, setup.serverOptions())) {
            TypedCode right = TypedCode.right(exercise);
            TypedCode wrong = TypedCode.flawed(exercise).getFirst();
            checks(chromium, server, right);
            checks(chromium, server, wrong);
            check("right", checks(chromium, server, right), report);
            check("wrong", checks(chromium, server, wrong), report);
        }
    }

    private static void check(String what, Sample times, Report report) {
        report.row(
                "check",
                "conv_forward in Chromium, " + what,
                "p50 %s, p95 %s ms"
                        .formatted(Report.number(times.percentile(50)), Report.number(times.percentile(95))));
    }

    /** Of a new learner, who may check only so often. */
    private static Sample checks(Chromium chromium, Server server, TypedCode code) throws IOException {
        try (BrowserContext learner = chromium.newLearner()) {
            ExercisePage page = new ExercisePage(learner.newPage(), server).write(code);
            List<Double> times = new ArrayList<>();
            for (int check = 0; check < CHECKS_EACH; check++) {
                times.add(page.check());
                if (page.passed() != (code.flaw() == null)) {
                    throw new IOException("what was typed was not judged as what it is");
                }
            }
            return new Sample(times);
        }
    }

    /** Cards from all over the deck, right and wrong ones. */
    private static List<Choice> someCards(Exercise exercise) {
        List<Choice> cards = new ArrayList<>();
        for (int card = 0; card < CARDS_EACH; card++) {
            cards.add(exercise.deck().get(card * exercise.deck().size() / CARDS_EACH));
        }
        return cards;
    }

    /** From the address to a page that answers, for new learners whose browser has nothing of Stride yet. */
    static void interactive(Setup setup, Report report) throws IOException, MissingException {
        Choice card = Catalogue.load().get("conv_forward").deck().getFirst();
        try (Chromium chromium = Chromium.launch(setup);
                Server server = Server.start(setup, setup.serverOptions())) {
            List<Double> times = new ArrayList<>();
            for (int load = 0; load <= LOADS; load++) {
                try (BrowserContext learner = chromium.newLearner()) {
                    times.add(new ExercisePage(learner.newPage(), server)
                            .open(card)
                            .timeToInteractive());
                }
            }
            // The first page makes the server ready too
            report.row("interactive", "the first page of all", Report.number(times.getFirst()) + " ms");
            Sample sample = new Sample(times.subList(1, times.size()));
            report.row(
                    "interactive",
                    LOADS + " first pages in Chromium " + chromium.version(),
                    "p50 %s, p95 %s ms"
                            .formatted(Report.number(sample.percentile(50)), Report.number(sample.percentile(95))),
                    sample.percentile(95),
                    INTERACTIVE_MS,
                    "ms");
        }
    }

    /** What crosses the network, compressed, for a new learner's first page with editor, formulas and player; of the largest exercise. */
    static void transfer(Setup setup, Report report) throws IOException, MissingException {
        try (Chromium chromium = Chromium.launch(setup);
                Server server = Server.start(setup, setup.serverOptions())) {
            Transfer largest = Catalogue.load().exercises().stream()
                    .map(exercise -> firstLoad(chromium, server, exercise))
                    .max(Comparator.comparingDouble(Transfer::kilobytes))
                    .orElseThrow();
            report.row(
                    "transfer",
                    "first page, " + largest.exercise(),
                    "%s KB in %d answers".formatted(Report.number(largest.kilobytes()), largest.answers()),
                    largest.kilobytes(),
                    TRANSFER_KB,
                    "KB");
        }
    }

    private record Transfer(String exercise, double kilobytes, int answers) {}

    private static Transfer firstLoad(Chromium chromium, Server server, Exercise exercise) {
        try (BrowserContext learner = chromium.newLearner()) {
            Page page = learner.newPage();
            CDPSession network = learner.newCDPSession(page);
            List<Double> bytes = new ArrayList<>();
            network.on("Network.loadingFinished", answer -> {
                double length = answer.get("encodedDataLength").getAsDouble();
                // What comes out of the page itself or its cache has none.
                if (length > 0) {
                    bytes.add(length);
                }
            });
            network.send("Network.enable");
            new ExercisePage(page, server).openEverything(exercise);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            double kilobytes = bytes.stream().mapToDouble(Double::doubleValue).sum() / 1000;
            return new Transfer(exercise.name(), kilobytes, bytes.size());
        }
    }
}
