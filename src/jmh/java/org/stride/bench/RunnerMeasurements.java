package org.stride.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.stride.array.Value;
import org.stride.python.CallResult;
import org.stride.python.Mode;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.RunListener;
import org.stride.python.Submission;
import org.stride.python.Ticket;

/** What running Python costs, and whether no answer is lost when much is asked for or a process is killed. */
final class RunnerMeasurements {
    private static final int ANSWER_MS = 15;
    private static final int AT_REST_MB = 60;
    private static final int WARM_UP = 50;
    private static final int RUNS = 1000;
    private static final int MANY = 10_000;
    private static final int AT_ONCE = 1000;
    private static final int GROWTH_MB = 1;

    private RunnerMeasurements() {}

    static void all(Setup setup, Report report) throws IOException, InterruptedException, MissingException {
        Path python = setup.pythonOrMissing();
        if (!Files.exists(Path.of("/proc/self/smaps_rollup"))) {
            throw new MissingException("only Linux has the whole sandbox");
        }
        var oneSlot =
                org.stride.python.Setup.of(python, Mode.STRICT).withSlots(1).withSubmissionsPerServer(MANY * 2);
        try (PythonRunner runner = PythonRunner.start(oneSlot)) {
            answers(runner, report);
            atRest(report);
            growth(runner, report);
        }
        try (PythonRunner runner = PythonRunner.start(org.stride.python.Setup.of(python, Mode.STRICT))) {
            queued(runner, report);
            killed(runner, report);
        }
    }

    /** Fork, confine, do nothing, answer: one after the other. */
    private static void answers(PythonRunner runner, Report report) throws IOException {
        for (int run = 0; run < WARM_UP; run++) {
            answered(runner, run);
        }
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            answered(runner, run);
            times.add((System.nanoTime() - start) / 1e6);
        }
        Sample sample = new Sample(times);
        double p95 = sample.percentile(95);
        report.row(
                "runner",
                "fork, confine, no-op, answer",
                "p50 %s, p95 %s ms".formatted(Report.number(sample.percentile(50)), Report.number(p95)),
                p95,
                ANSWER_MS,
                "ms");
    }

    private static void atRest(Report report) throws IOException {
        ProcessHandle server = server();
        double resident = kilobytes(server, "Rss:") / 1e3;
        double share = kilobytes(server, "Pss:") / 1e3;
        report.row(
                "runner",
                "a slot at rest",
                "%s MB, its share %s MB".formatted(Report.number(resident), Report.number(share)),
                resident,
                AT_REST_MB,
                "MB");
    }

    /** Of the server, once it has settled. */
    private static void growth(PythonRunner runner, Report report) throws IOException {
        ProcessHandle server = server();
        double before = kilobytes(server, "Rss:") / 1e3;
        for (int run = 0; run < MANY; run++) {
            answered(runner, run);
        }
        double growth = kilobytes(server, "Rss:") / 1e3 - before;
        report.row(
                "runner",
                "growth over %,d submissions".formatted(MANY),
                "%s MB".formatted(Report.number(growth)),
                growth,
                GROWTH_MB,
                "MB");
    }

    private static void queued(PythonRunner runner, Report report) {
        answerOf(runner.run(submission(0)).calls());
        long start = System.nanoTime();
        List<Ticket> tickets = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> runner.submit(submission(number), "", RunListener.NONE))
                .toList();
        int lost = 0;
        for (int number = 0; number < AT_ONCE; number++) {
            lost += answerOf(tickets.get(number).await().calls()) == number ? 0 : 1;
        }
        report.row(
                "runner",
                "%,d queued at once".formatted(AT_ONCE),
                "%d lost, all in %s s".formatted(lost, Report.number((System.nanoTime() - start) / 1e9)),
                lost,
                1,
                "lost");
    }

    /** A server dies while each of its submissions runs. */
    private static void killed(PythonRunner runner, Report report) throws InterruptedException {
        int rounds = 10;
        int lost = 0;
        long before = runner.status().restarts();
        for (int round = 0; round < rounds; round++) {
            CountDownLatch begun = new CountDownLatch(1);
            Submission slow = Submission.of("import time\ndef f(n, pause):\n    time.sleep(pause)\n    return n")
                    .calling("f", List.of(arguments(round, 0), arguments(round, 0.3)));
            Ticket ticket = runner.submit(slow, "", new RunListener() {
                @Override
                public void called(CallResult result) {
                    begun.countDown();
                }
            });
            begun.await();
            ProcessHandle.current()
                    .children()
                    .filter(server -> server.children().findAny().isPresent())
                    .forEach(ProcessHandle::destroyForcibly);
            List<CallResult> calls = ticket.await().calls();
            lost += calls.size() == 2 && answerOf(calls) == round ? 0 : 1;
        }
        report.row(
                "runner",
                "%d servers killed while running".formatted(rounds),
                "%d lost, %d restarts".formatted(lost, runner.status().restarts() - before),
                lost,
                1,
                "lost");
    }

    private static List<Value> arguments(int number, double pause) {
        return List.of(Value.Scalar.of(number), Value.Scalar.of(pause));
    }

    private static void answered(PythonRunner runner, int number) throws IOException {
        if (answerOf(runner.run(submission(number)).calls()) != number) {
            throw new IOException("a submission was not answered");
        }
    }

    private static Submission submission(int number) {
        return Submission.of("def f(n): return n").calling("f", List.of(List.of(Value.Scalar.of(number))));
    }

    /** What the last call returned; -1 if it did not. */
    private static double answerOf(List<CallResult> calls) {
        return !calls.isEmpty()
                        && calls.getLast().outcome() instanceof Outcome.Returned returned
                        && returned.value() instanceof Value.Scalar scalar
                ? scalar.value()
                : -1;
    }

    /** The only process that this one has started. */
    private static ProcessHandle server() {
        return ProcessHandle.current().children().findFirst().orElseThrow();
    }

    private static double kilobytes(ProcessHandle process, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup")).stream()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1.024)
                .findFirst()
                .orElseThrow();
    }
}
