package org.stride.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.installation.DataFolder;
import org.stride.ui.learner.LearnerCookie;

/** The pages of a learner who has tried a lot, in a database in which many have. */
final class HistoryMeasurements {
    private static final int PROMISED_MS = 200;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 24;

    /** From a click to the frame after the one in which all of this is on the page, and new; of some the inside is wanted. */
    private static final String WATCH = """
            ([clicked, ...wanted]) => {
              const all = (path) => document.querySelectorAll(path.split(' >>> ')[0]);
              const old = new Set(wanted.flatMap((path) => [...all(path)]));
              const find = (path) => {
                const root = [...all(path)].find((element) => !old.has(element));
                const [, inside] = path.split(' >>> ');
                return inside ? root?.shadowRoot?.querySelector(inside) : root;
              };
              window.timeToPaint = new Promise((resolve) => {
                document.querySelector(clicked).addEventListener('click', () => {
                  const begin = performance.now();
                  const look = () => wanted.every(find)
                      ? requestAnimationFrame(() => resolve(performance.now() - begin))
                      : requestAnimationFrame(look);
                  look();
                }, { capture: true, once: true });
              });
            }
            """;

    private HistoryMeasurements() {}

    static void all(Setup setup, Report report) throws IOException, MissingException {
        try (Chromium chromium = Chromium.launch(setup)) {
            FilledDatabase database = FilledDatabase.in(Files.createTempDirectory("stride-history"));
            try (Server server = Server.start(setup, setup.serverOptions(), database.folder());
                    BrowserContext learner = chromium.newLearner()) {
                learner.addCookies(List.of(cookie(database, server)));
                Page page = learner.newPage();
                report.row(
                        "history",
                        "filled with",
                        "%d learners, %,d attempts".formatted(database.learners(), database.attempts()));
                row(
                        "history of a step",
                        Catalogue.load().exercises(),
                        report,
                        exercise -> history(page, server, exercise));
                row("another entry of it", Catalogue.load().exercises(), report, exercise -> entry(page, exercise));
                row("progress", Catalogue.load().exercises(), report, exercise -> progress(page, server, exercise));
            }
        }
    }

    /** A click that is measured, from the page of an exercise. */
    private interface Click {
        double milliseconds(Exercise exercise) throws IOException;
    }

    private static void row(String what, List<Exercise> exercises, Report report, Click click) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double time = click.milliseconds(exercises.get(Math.floorMod(round, exercises.size())));
            if (round >= 0) {
                times.add(time);
            }
        }
        Sample sample = new Sample(times);
        report.row(
                "history",
                what + ", click to painted",
                "p50 %s, p95 %s ms"
                        .formatted(Report.number(sample.percentile(50)), Report.number(sample.percentile(95))),
                sample.percentile(95),
                PROMISED_MS,
                "ms");
    }

    private static double history(Page page, Server server, Exercise exercise) {
        page.navigate(server.address() + "exercise/" + exercise.name() + "?way=write");
        String link = ".stride-write-controls a";
        page.waitForSelector(link);
        return click(page, link, List.of(".stride-entries .stride-entry", "stride-diff >>> .code"));
    }

    /** Another one than the one that is open. */
    private static double entry(Page page, Exercise exercise) throws IOException {
        if (!page.url().contains("/" + exercise.name() + "/history")) {
            page.navigate(
                    page.url().replaceFirst("/exercise/.*", "/exercise/" + exercise.name() + "/history?show=code"));
            page.waitForSelector("#opened");
        }
        return click(page, ".stride-entries .stride-entry:not([aria-current])", List.of("stride-diff >>> .code"));
    }

    private static double progress(Page page, Server server, Exercise exercise) {
        page.navigate(server.address() + "exercise/" + exercise.name());
        String link = ".stride-header-link";
        page.waitForSelector("#run");
        return click(page, link, List.of("#steps svg", "#mistakes li", "#activity svg"));
    }

    private static double click(Page page, String link, List<String> wanted) {
        List<String> words = new ArrayList<>(List.of(link));
        words.addAll(wanted);
        page.evaluate(WATCH, words);
        page.click(link);
        return ((Number) page.evaluate("() => window.timeToPaint")).doubleValue();
    }

    private static Cookie cookie(FilledDatabase database, Server server) {
        jakarta.servlet.http.Cookie signed =
                new LearnerCookie(new DataFolder(database.folder())::secret).write(database.longest(), "/", false);
        return new Cookie(signed.getName(), signed.getValue())
                .setUrl(server.address().toString());
    }
}
