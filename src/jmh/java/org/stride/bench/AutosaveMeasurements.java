package org.stride.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.stride.installation.DataFolder;
import org.stride.learner.LearnerId;
import org.stride.ui.learner.LearnerCookie;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs the server that many learners type. Each types for four seconds and thinks for four; their editors save as the real one
 * does, every 1.2 s while keys go on and 400 ms after the last one.
 */
final class AutosaveMeasurements {
    private static final int LEARNERS = 200;
    private static final int MOST_PERCENT = 10;
    private static final long[] SAVES_MILLISECONDS = {1200, 2400, 3600, 4400};
    private static final long CYCLE_MILLISECONDS = 8000;
    /** So much faster, until the server has seen as many saves as a class makes in four minutes. */
    private static final int WARM_UP_HASTE = 20;

    private static final int WARM_UP_CYCLES = 25;
    private static final int CYCLES = 5;
    private static final String CODE =
            "def conv_forward(A_prev, W, b, hparameters):\n    # forty lines of a function\n".repeat(25);
    private static final JsonMapper JSON = JsonMapper.shared();

    private AutosaveMeasurements() {}

    static void all(Setup setup, Report report) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("stride-data");
        try (Server server = Server.start(setup, setup.serverOptions(), data);
                HttpClient http = HttpClient.newHttpClient()) {
            LearnerCookie cookies = new LearnerCookie(new DataFolder(data)::secret);
            Run warmUp = new Run(server, http, cookies);
            warmUp.type(WARM_UP_CYCLES, WARM_UP_HASTE);
            Run run = new Run(server, http, cookies);
            Duration before = server.processorTime();
            long start = System.nanoTime();
            run.type(CYCLES, 1);
            double seconds = (System.nanoTime() - start) / 1e9;
            double percent = 100 * server.processorTime().minus(before).toMillis() / 1e3 / seconds;
            report.row(
                    "autosave",
                    LEARNERS + " learners who type",
                    "%s %% of a core for %s saves a second, half in %s ms, 95 of 100 in %s ms, %d lost"
                            .formatted(
                                    Report.number(percent),
                                    Report.number(run.latencies.size() / seconds),
                                    Report.number(run.sample().percentile(50)),
                                    Report.number(run.sample().percentile(95)),
                                    run.lost.get()),
                    percent,
                    MOST_PERCENT,
                    "%");
        }
    }

    /** Some cycles of all learners. */
    private static final class Run {
        private final Server server;
        private final HttpClient http;
        private final LearnerCookie cookies;
        private final Queue<Double> latencies = new ConcurrentLinkedQueue<>();
        private final AtomicInteger lost = new AtomicInteger();

        Run(Server server, HttpClient http, LearnerCookie cookies) {
            this.server = server;
            this.http = http;
            this.cookies = cookies;
        }

        Sample sample() {
            return new Sample(new ArrayList<>(latencies));
        }

        /** @param haste how many times as fast as people */
        void type(int cycles, int haste) throws InterruptedException {
            CountDownLatch typing = new CountDownLatch(LEARNERS);
            for (int learner = 0; learner < LEARNERS; learner++) {
                long phase = CYCLE_MILLISECONDS * learner / LEARNERS;
                Thread.startVirtualThread(() -> {
                    try {
                        learner(cycles, phase, haste);
                    } catch (IOException | InterruptedException e) {
                        lost.incrementAndGet();
                    } finally {
                        typing.countDown();
                    }
                });
            }
            typing.await();
        }

        private void learner(int cycles, long phase, int haste) throws IOException, InterruptedException {
            String cookie = "stride-learner="
                    + cookies.write(LearnerId.random(), "/", false).getValue();
            URI address = server.address().resolve("drafts/conv_forward");
            long start = System.nanoTime();
            long revision = 0;
            int sequence = 0;
            for (int cycle = 0; cycle < cycles; cycle++) {
                for (long save : SAVES_MILLISECONDS) {
                    long due = (phase + cycle * CYCLE_MILLISECONDS + save) / haste;
                    Thread.sleep(Math.max(0, due - (System.nanoTime() - start) / 1_000_000));
                    String body = JSON.writeValueAsString(Map.of(
                            "text",
                            CODE + "#".repeat(++sequence),
                            "base",
                            revision,
                            "editor",
                            "editor",
                            "sequence",
                            sequence));
                    long asked = System.nanoTime();
                    HttpResponse<String> answer = http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Cookie", cookie)
                                    .header("Content-Type", "application/json")
                                    .header("X-Stride-Draft", "1")
                                    .PUT(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
                    latencies.add((System.nanoTime() - asked) / 1e6);
                    if (answer.statusCode() == 200) {
                        revision = JSON.readTree(answer.body()).get("revision").asLong();
                    } else {
                        lost.incrementAndGet();
                    }
                }
            }
        }
    }
}
