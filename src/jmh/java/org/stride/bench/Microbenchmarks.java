package org.stride.bench;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Seeds;
import org.stride.exercise.Strategy;
import org.stride.grading.Grader;

/** What JMH measures, each exercise or strategy in a JVM of its own with the server's options. */
final class Microbenchmarks {
    private static final int VERDICT_MS = 50;

    private Microbenchmarks() {}

    static Grader grader() {
        return new Grader(new Seeds("the same cases in every run".getBytes(StandardCharsets.UTF_8)));
    }

    /** Half of all verdicts take no longer than p50, and 95 of 100 no longer than p95. */
    static void verdict(Setup setup, Report report) throws RunnerException {
        for (Exercise exercise : Catalogue.load().exercises()) {
            Statistics times = run(setup, VerdictBenchmark.class, "exerciseName", exercise.name());
            double p95 = times.getPercentile(95);
            report.row(
                    "verdict",
                    exercise.name() + ", " + exercise.deck().size() + " cards",
                    "p50 %s, p95 %s ms".formatted(Report.number(times.getPercentile(50)), Report.number(p95)),
                    p95,
                    VERDICT_MS,
                    "ms");
        }
    }

    /** Each strategy beside the first one: unlike the times, their ratio is much the same elsewhere. */
    static void kernels(Setup setup, Report report) throws RunnerException {
        report.row("kernels", KernelBenchmark.LAYER, "");
        List<Strategy> strategies = Catalogue.load().get("conv_forward").strategies();
        String first = strategies.getFirst().id();
        double firstTime = time(setup, first);
        report.row("kernels", first, Report.number(firstTime) + " ms");
        for (Strategy other : strategies.subList(1, strategies.size())) {
            double time = time(setup, other.id());
            report.row(
                    "kernels",
                    other.id(),
                    "%s ms, %s × %s".formatted(Report.number(time), Report.number(time / firstTime), first));
        }
    }

    private static double time(Setup setup, String strategy) throws RunnerException {
        return run(setup, KernelBenchmark.class, "strategy", strategy).getMean();
    }

    private static Statistics run(Setup setup, Class<?> benchmark, String parameter, String value)
            throws RunnerException {
        var options = new OptionsBuilder()
                .include(benchmark.getName())
                .param(parameter, value)
                .jvmArgs(setup.serverOptions().toArray(String[]::new))
                .shouldFailOnError(true)
                .build();
        var log = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        Collection<RunResult> results = new Runner(options, log).run();
        return List.copyOf(results).getFirst().getPrimaryResult().getStatistics();
    }
}
