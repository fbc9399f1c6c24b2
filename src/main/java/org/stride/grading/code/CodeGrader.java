package org.stride.grading.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Run;
import org.stride.exercise.Worksheet.Helper;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.CheckListener;
import org.stride.grading.Grader;
import org.stride.grading.Verdict;
import org.stride.python.FunctionDefinition;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.Report;
import org.stride.python.Submission;
import org.stride.python.Warning;

/**
 * Judges typed code. Safe for use by many threads.
 *
 * <p>The functions of earlier steps are there to be called. Where the code brings its own versions of them, it is judged as it
 * stands; each of its versions is judged by its own exercise, and the function again with the right versions, so that it can be
 * told which of them is to blame.
 */
public final class CodeGrader {
    private final Grader grader;
    private final Catalogue catalogue;
    private final PythonRunner runner;

    public CodeGrader(Grader grader, Catalogue catalogue, PythonRunner runner) {
        this.grader = grader;
        this.catalogue = catalogue;
        this.runner = runner;
    }

    /**
     * Runs the code on every case of the exercise.
     *
     * @param owner whose turn it takes where others wait too
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    public CodeVerdict grade(Exercise exercise, String source, String owner, CheckListener listener) {
        LearnerCode code = code(exercise, source, "", owner);
        Verdict verdict = grader.grade(exercise, code, listener);
        Report report = code.report();
        return new CodeVerdict(
                source,
                verdict,
                new CodeProblems(exercise, source, report).find(verdict),
                blame(exercise, source, report.defined(), owner, listener),
                report.output(),
                warnings(report, verdict),
                report.defined());
    }

    /**
     * Runs the code and then a scratch cell; nothing is judged.
     *
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    public TryOut tryOut(Exercise exercise, String source, String cell, String owner, CheckListener listener) {
        LearnerCode code = new LearnerCode(
                runner, exercise.name(), submission(exercise, source, "").withCell(cell), owner);
        List<Run> runs = new ArrayList<>();
        Outcome stopped = code.runAll(List.of(), listener.following(runs::add));
        if (stopped instanceof Outcome.Cancelled) {
            throw new CheckCancelledException();
        }
        Report report = code.report();
        Outcome outcome = runs.isEmpty() ? stopped : runs.getFirst().outcome();
        CodeProblems problems = new CodeProblems(exercise, source, report);
        Stream<Warning> warnings =
                Stream.concat(report.warnings().stream(), runs.stream().flatMap(run -> run.warnings().stream()));
        return new TryOut(
                report.output() + runs.stream().map(Run::output).collect(Collectors.joining()),
                warnings.toList(),
                outcome instanceof Outcome.Returned returned ? returned.value() : Value.NONE,
                outcome == null ? null : problems.ofTryOut(outcome, runs.isEmpty()),
                CodeProblems.part(outcome),
                outcome instanceof Outcome.Fault);
    }

    /** Each once; what a held-out case warns of may tell its numbers. */
    private static List<Warning> warnings(Report report, Verdict verdict) {
        Stream<Warning> ofCases = verdict.results().stream()
                .filter(result -> !result.testCase().heldOut())
                .flatMap(result -> result.run().warnings().stream());
        return Stream.concat(report.warnings().stream(), ofCases).distinct().toList();
    }

    private @Nullable Blame blame(
            Exercise exercise, String source, List<FunctionDefinition> defined, String owner, CheckListener listener) {
        List<Helper> own = exercise.worksheet().helpers().stream()
                .filter(helper ->
                        defined.stream().anyMatch(function -> function.name().equals(helper.name())))
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        CheckListener quiet = quiet(listener);
        SequencedMap<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Helper helper : own) {
            Exercise step = catalogue.get(helper.name());
            verdicts.put(helper.name(), grader.grade(step, code(step, source, "", owner), quiet));
        }
        String ours = own.stream().map(Helper::code).collect(Collectors.joining("\n\n"));
        return new Blame(grader.grade(exercise, code(exercise, source, ours, owner), quiet), verdicts);
    }

    private LearnerCode code(Exercise exercise, String source, String after, String owner) {
        return new LearnerCode(runner, exercise.name(), submission(exercise, source, after), owner);
    }

    private static Submission submission(Exercise exercise, String source, String after) {
        String before = Stream.concat(
                        Stream.of(Submission.NUMPY),
                        exercise.worksheet().helpers().stream().map(Helper::code))
                .collect(Collectors.joining("\n\n"));
        return Submission.of(source).between(before, after);
    }

    /** The first verdict is what somebody waits for; how far the others are is nobody's interest. */
    private static CheckListener quiet(CheckListener listener) {
        return new CheckListener() {
            @Override
            public void caseDone(CaseResult result, int done, int total) {}

            @Override
            public boolean cancelled() {
                return listener.cancelled();
            }
        };
    }
}
