package org.stride.grading.file;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Worksheet.Helper;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.CheckListener;
import org.stride.grading.Verdict;
import org.stride.grading.code.Blame;
import org.stride.grading.code.CodeGrader;
import org.stride.grading.code.CodeVerdict;
import org.stride.notebook.SourceFile;
import org.stride.python.FunctionDefinition;
import org.stride.python.PythonRunner;

/**
 * Judges every function of a file that is an exercise. Safe for use by many threads.
 *
 * <p>A function that calls other exercises is judged as it stands, with the file's own versions of them. Unless all of them pass, it
 * is judged with the right versions too; so it can be told which of them is the cause, and nobody loses credit for a function that
 * is right.
 */
public final class FileGrader {
    private final CodeGrader grader;
    private final Catalogue catalogue;
    private final PythonRunner runner;
    private final Outliner outliner;

    public FileGrader(CodeGrader grader, Catalogue catalogue, PythonRunner runner) {
        this.grader = grader;
        this.catalogue = catalogue;
        this.runner = runner;
        outliner = new Outliner(catalogue, runner);
    }

    /**
     * Judges the functions of these exercises.
     *
     * @param owner whose turn it takes where others wait too
     * @throws UnreadableCodeException if the file's code could not be taken apart
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    public FileVerdict grade(SourceFile file, List<Exercise> exercises, String owner, FileListener listener)
            throws UnreadableCodeException {
        Outline outline = outliner.outline(file, owner);
        Judging judging = new Judging(outline, owner, listener);
        judging.allAtOnce(exercises);
        List<FunctionVerdict> verdicts = new ArrayList<>();
        for (Exercise exercise : exercises) {
            listener.judging(exercise, verdicts.size(), exercises.size());
            verdicts.add(judging.function(exercise));
        }
        return new FileVerdict(outline, verdicts);
    }

    /** The judging of one file; what was found about a function serves those that call it. */
    private final class Judging {
        private final Outline outline;
        private final String owner;
        private final FileListener listener;
        private final Map<String, FunctionVerdict> found = new LinkedHashMap<>();

        Judging(Outline outline, String owner, FileListener listener) {
            this.outline = outline;
            this.owner = owner;
            this.listener = listener;
        }

        /** Judges all functions in one go, and keeps that if all of them pass. */
        void allAtOnce(List<Exercise> exercises) {
            Map<Exercise, Outline.Function> functions = new LinkedHashMap<>();
            exercises.forEach(exercise -> outline.find(exercise.name())
                    .filter(function -> !function.unsolved())
                    .ifPresent(function -> functions.put(exercise, function)));
            if (functions.size() < 2) {
                return;
            }
            Map<String, FunctionVerdict> verdicts = new LinkedHashMap<>();
            new SharedRun(grader, runner, owner)
                    .run(functions)
                    .ifPresent(runs -> runs.forEach((exercise, run) -> {
                        Outline.Function function = requireNonNull(functions.get(exercise));
                        CodeVerdict verdict =
                                grader.judge(exercise, function.program().source(), run);
                        verdicts.put(
                                exercise.name(), new FunctionVerdict(exercise, function, verdict, null, run.time()));
                    }));
            if (verdicts.values().stream().allMatch(FunctionVerdict::passed)) {
                found.putAll(verdicts);
            }
        }

        FunctionVerdict function(Exercise exercise) {
            FunctionVerdict known = found.get(exercise.name());
            if (known != null) {
                return known;
            }
            long start = System.nanoTime();
            Outline.Function function = outline.find(exercise.name()).orElse(null);
            FunctionVerdict verdict = function == null || function.unsolved()
                    ? new FunctionVerdict(exercise, function, null, null, Duration.ZERO)
                    : judged(exercise, function, start);
            found.put(exercise.name(), verdict);
            return verdict;
        }

        private FunctionVerdict judged(Exercise exercise, Outline.Function function, long start) {
            String source = function.program().source();
            CodeVerdict asItStands = grader.judge(exercise, source, owner, cancelling());
            SequencedMap<String, Verdict> own = ownHelpers(exercise, asItStands.defined());
            // Where everything passes there is nobody to blame
            boolean allWell = asItStands.passed() && own.values().stream().allMatch(Verdict::passed);
            CodeVerdict withOurs = own.isEmpty() || allWell
                    ? null
                    : grader.withOurs(exercise, source, own.sequencedKeySet(), owner, cancelling());
            Blame blame = withOurs == null ? null : new Blame(withOurs.verdict(), own);
            return new FunctionVerdict(
                    exercise,
                    function,
                    asItStands.blaming(blame),
                    withOurs == null ? null : withOurs.blaming(blame),
                    Duration.ofNanos(System.nanoTime() - start));
        }

        /** The verdicts on those exercises that the function calls in the file's own versions. */
        private SequencedMap<String, Verdict> ownHelpers(Exercise exercise, List<FunctionDefinition> defined) {
            SequencedMap<String, Verdict> own = new LinkedHashMap<>();
            for (Helper helper : exercise.worksheet().helpers()) {
                if (defined.stream().anyMatch(f -> f.name().equals(helper.name()))) {
                    CodeVerdict verdict = function(catalogue.get(helper.name())).asItStands();
                    if (verdict != null) {
                        own.put(helper.name(), verdict.verdict());
                    }
                }
            }
            return own;
        }

        private CheckListener cancelling() {
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
}
