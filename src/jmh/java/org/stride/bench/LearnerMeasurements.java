package org.stride.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckListener;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeGrader;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;

/** A class of learners, each of whom checks again as soon as the verdict is there. */
final class LearnerMeasurements {
    private static final System.Logger LOG = System.getLogger(LearnerMeasurements.class.getName());
    private static final int LEARNERS = 50;
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final int LEAST_A_SECOND = 15;
    private static final int MOST_MEDIANS = 3;
    private static final int FLAWS_EACH = 3;

    private LearnerMeasurements() {}

    /**
     * One check.
     *
     * @param seconds from the check to the verdict
     * @param queued how many of these until the first case began; loading the code is among them
     * @param right whether the verdict is the one that is known; {@code false} too if there is none
     */
    private record Check(double seconds, double queued, boolean judged, boolean right) {}

    static void all(Setup setup, Report report) throws InterruptedException, MissingException {
        Catalogue catalogue = Catalogue.load();
        try (PythonRunner runner =
                PythonRunner.start(org.stride.python.Setup.of(setup.pythonOrMissing(), Mode.LOCAL))) {
            CodeGrader grader = new CodeGrader(Microbenchmarks.grader(), catalogue, runner);
            List<TypedCode> codes = rounds(catalogue);
            codes.forEach(code -> check(code, grader, "")); // A server that has been up for a while
            long start = System.nanoTime();
            Collection<Check> checks = crowd(codes, grader, start + TIME.toNanos());
            report(List.copyOf(checks), (System.nanoTime() - start) / 1e9, report);
        }
    }

    /** Once through the course with right code, then with one flaw after the other. */
    private static List<TypedCode> rounds(Catalogue catalogue) {
        List<TypedCode> codes = new ArrayList<>();
        for (int flaw = -1; flaw < FLAWS_EACH; flaw++) {
            for (Exercise exercise : catalogue.exercises()) {
                List<TypedCode> flawed = TypedCode.flawed(exercise);
                codes.add(flaw < 0 ? TypedCode.right(exercise) : flawed.get(flaw % flawed.size()));
            }
        }
        return codes;
    }

    private static Collection<Check> crowd(List<TypedCode> codes, CodeGrader grader, long end)
            throws InterruptedException {
        Collection<Check> checks = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < LEARNERS; number++) {
            int first = number;
            threads.add(Thread.startVirtualThread(() -> {
                for (int next = first; System.nanoTime() < end; next++) {
                    checks.add(check(codes.get(next % codes.size()), grader, "learner " + first));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return checks;
    }

    private static Check check(TypedCode code, CodeGrader grader, String owner) {
        long start = System.nanoTime();
        FirstCase firstCase = new FirstCase();
        Verdict verdict = null;
        try {
            verdict = code.check(grader, owner, firstCase);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A check was lost", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double queued = Math.min(seconds, (firstCase.begun - start) / 1e9);
        boolean judged = verdict != null && verdict.judged() && verdict.notRun().isEmpty();
        return new Check(seconds, queued, judged, fits(code, verdict));
    }

    private static boolean fits(TypedCode code, @Nullable Verdict verdict) {
        return verdict != null && code.fits(verdict);
    }

    private static void report(List<Check> checks, double seconds, Report report) {
        double each = checks.size() / seconds;
        report.row(
                "learners",
                "%d of them for %d s".formatted(LEARNERS, TIME.toSeconds()),
                "%s verdicts/s".formatted(Report.number(each)),
                "≥ %d/s".formatted(LEAST_A_SECOND),
                each >= LEAST_A_SECOND);
        long lost = checks.stream().filter(check -> !check.judged()).count();
        long wrong = checks.stream()
                .filter(check -> check.judged() && !check.right())
                .count();
        report.row(
                "learners",
                "%,d verdicts".formatted(checks.size()),
                "%d lost, %d wrong".formatted(lost, wrong),
                "none",
                lost + wrong == 0);
        Sample waits = row("wait: median, p95, longest", checks, Check::seconds, report);
        double ratio = waits.percentile(100) / waits.percentile(50);
        report.row(
                "learners",
                "the longest wait",
                "%s × median".formatted(Report.number(ratio)),
                "≤ %d × median".formatted(MOST_MEDIANS),
                ratio <= MOST_MEDIANS);
        row("in the queue: the same", checks, Check::queued, report);
    }

    private static Sample row(String what, List<Check> checks, ToDoubleFunction<Check> time, Report report) {
        Sample sample = new Sample(checks.stream().mapToDouble(time).boxed().toList());
        report.row(
                "learners",
                what,
                "%s, %s, %s s"
                        .formatted(
                                Report.number(sample.percentile(50)),
                                Report.number(sample.percentile(95)),
                                Report.number(sample.percentile(100))));
        return sample;
    }

    /** Notes when the first case began. */
    private static final class FirstCase implements CheckListener {
        private long begun = Long.MAX_VALUE;

        @Override
        public void caseDone(CaseResult result, int done, int total) {
            if (done == 1) {
                begun = System.nanoTime() - result.time().toNanos();
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
