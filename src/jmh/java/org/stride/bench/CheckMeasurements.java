package org.stride.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.CheckListener;
import org.stride.grading.Diagnosis;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeGrader;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;

/** One learner's check of typed code, from the source to the verdict, in a Python set up as the application has it. */
final class CheckMeasurements {
    private static final int P50_MS = 150;
    private static final int P95_MS = 400;
    private static final int WARM_UP = 10;
    private static final int CHECKS = 40;

    /** Of each kind, those that have a name and those that have none. */
    private static final int WRONG_WAYS = 5;

    private static final int TRIED_AT_MOST = 40;

    private CheckMeasurements() {}

    static void all(Setup setup, Report report) throws IOException, MissingException {
        Path python = setup.pythonOrMissing();
        Catalogue catalogue = Catalogue.load();
        try (PythonRunner runner = PythonRunner.start(org.stride.python.Setup.of(python, Mode.LOCAL))) {
            CodeGrader grader = new CodeGrader(Microbenchmarks.grader(), catalogue, runner);
            for (Exercise exercise : catalogue.exercises()) {
                measure(exercise, python, grader, report);
            }
        }
    }

    private static void measure(Exercise exercise, Path python, CodeGrader grader, Report report) throws IOException {
        TypedCode right = TypedCode.right(exercise);
        List<TypedCode> variants = TypedCode.variants(exercise, python);
        double first = time(right, grader);
        List<TypedCode> wrong = new ArrayList<>();
        double firstWrong = addNameless(variants, wrong, grader);
        wrong.addAll(TypedCode.flawed(exercise).stream().limit(WRONG_WAYS).toList());
        report.row(
                "check",
                exercise.name() + ", at first",
                "right %s, wrong %s ms".formatted(Report.number(first), Report.number(firstWrong)));
        row(exercise.name() + ", right", List.of(right), grader, report);
        row(exercise.name() + ", wrong", wrong, grader, report);
    }

    /**
     * Adds variants that fail and that no flaw names: for them the cause is looked for the longest.
     *
     * @return how long the first of them took
     */
    private static double addNameless(List<TypedCode> variants, List<TypedCode> found, CodeGrader grader) {
        double first = 0;
        for (TypedCode variant : variants.stream().limit(TRIED_AT_MOST).toList()) {
            if (found.size() == WRONG_WAYS) {
                break;
            }
            long start = System.nanoTime();
            Verdict verdict = variant.check(grader, "", CheckListener.NONE);
            double time = (System.nanoTime() - start) / 1e6;
            if (verdict.stopped() == null
                    && !verdict.passed()
                    && !(verdict.diagnosis() instanceof Diagnosis.KnownFlaw)) {
                first = found.isEmpty() ? time : first;
                found.add(variant);
            }
        }
        return first;
    }

    private static void row(String what, List<TypedCode> codes, CodeGrader grader, Report report) {
        for (int check = 0; check < WARM_UP; check++) {
            time(codes.get(check % codes.size()), grader);
        }
        List<Double> times = new ArrayList<>();
        for (int check = 0; check < CHECKS; check++) {
            times.add(time(codes.get(check % codes.size()), grader));
        }
        Sample sample = new Sample(times);
        double p50 = sample.percentile(50);
        double p95 = sample.percentile(95);
        report.row(
                "check",
                what,
                "p50 %s, p95 %s ms".formatted(Report.number(p50), Report.number(p95)),
                "≤ %d, ≤ %d ms".formatted(P50_MS, P95_MS),
                p50 <= P50_MS && p95 <= P95_MS);
    }

    private static double time(TypedCode code, CodeGrader grader) {
        long start = System.nanoTime();
        code.check(grader, "", CheckListener.NONE);
        return (System.nanoTime() - start) / 1e6;
    }
}
