package org.stride.grading.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Implementation;
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
     * Runs the code on every case of the exercise, and finds out which of its functions is to blame.
     *
     * @param owner whose turn it takes where others wait too
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    public CodeVerdict grade(Exercise exercise, String source, String owner, CheckListener listener) {
        CodeVerdict verdict = judge(exercise, source, owner, listener);
        return verdict.blaming(blame(exercise, source, verdict.defined(), owner, listener));
    }

    /** The same as the code stands, without looking for one to blame. */
    public CodeVerdict judge(Exercise exercise, String source, String owner, CheckListener listener) {
        return judge(exercise, source, "", owner, listener);
    }

    /**
     * The same with the right versions of functions of earlier steps in place of the code's own.
     *
     * @param own the names of those functions
     */
    public CodeVerdict withOurs(
            Exercise exercise, String source, Collection<String> own, String owner, CheckListener listener) {
        String ours = exercise.worksheet().helpers().stream()
                .filter(helper -> own.contains(helper.name()))
                .map(Helper::code)
                .collect(Collectors.joining("\n\n"));
        return judge(exercise, source, ours, owner, listener);
    }

    /** The same for what the code has given already, in a run of somebody else's; nothing kept it from being judged. */
    public CodeVerdict judge(Exercise exercise, String source, Implementation recorded) {
        Verdict verdict = grader.grade(exercise, recorded, CheckListener.NONE);
        return new CodeVerdict(source, verdict, null, null, "", warnings(List.of(), verdict), List.of());
    }

    /** The cases on which code is judged, in the order of their run: those that are held out, or all others. */
    public List<Case> cases(Exercise exercise, boolean heldOut) {
        return grader.cases(exercise, heldOut);
    }

    private CodeVerdict judge(Exercise exercise, String source, String after, String owner, CheckListener listener) {
        LearnerCode code = code(exercise, source, after, owner);
        Verdict verdict = grader.grade(exercise, code, listener);
        Report report = code.report();
        return new CodeVerdict(
                source,
                verdict,
                new CodeProblems(exercise, source, report).find(verdict),
                null,
                report.output(),
                warnings(report.warnings(), verdict),
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
    private static List<Warning> warnings(List<Warning> ofLoading, Verdict verdict) {
        Stream<Warning> ofCases = verdict.results().stream()
                .filter(result -> !result.testCase().heldOut())
                .flatMap(result -> result.run().warnings().stream());
        return Stream.concat(ofLoading.stream(), ofCases).distinct().toList();
    }

    private @Nullable Blame blame(
            Exercise exercise, String source, List<FunctionDefinition> defined, String owner, CheckListener listener) {
        List<String> own = exercise.worksheet().helpers().stream()
                .map(Helper::name)
                .filter(name ->
                        defined.stream().anyMatch(function -> function.name().equals(name)))
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        CheckListener quiet = quiet(listener);
        SequencedMap<String, Verdict> verdicts = new LinkedHashMap<>();
        for (String name : own) {
            Exercise step = catalogue.get(name);
            verdicts.put(name, grader.grade(step, code(step, source, "", owner), quiet));
        }
        return new Blame(withOurs(exercise, source, own, owner, quiet).verdict(), verdicts);
    }

    private LearnerCode code(Exercise exercise, String source, String after, String owner) {
        return new LearnerCode(runner, exercise.name(), submission(exercise, source, after), owner);
    }

    static Submission submission(Exercise exercise, String source, String after) {
        return Submission.of(source).between(before(exercise, Set.of()), after);
    }

    /**
     * What code finds there: NumPy, and the functions of earlier steps.
     *
     * @param without those steps that are left out
     */
    public static String before(Exercise exercise, Set<String> without) {
        return Stream.concat(
                        Stream.of(Submission.NUMPY),
                        exercise.worksheet().helpers().stream()
                                .filter(helper -> !without.contains(helper.name()))
                                .map(Helper::code))
                .collect(Collectors.joining("\n\n"));
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
