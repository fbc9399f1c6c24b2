package org.stride.autograder;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Seeds;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.Grader;
import org.stride.grading.code.CodeGrader;
import org.stride.grading.file.FileGrader;
import org.stride.grading.file.FileListener;
import org.stride.grading.file.FileVerdict;
import org.stride.grading.file.Outline;
import org.stride.grading.file.UnreadableCodeException;
import org.stride.notebook.SourceFile;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.Translator;

/**
 * Judges files. The same file under the same secret gives the same report, apart from times. Safe for use by many threads.
 *
 * <pre>{@code
 * FileReport report = autograder.grade("student_07.ipynb", file, Assignment.usual(catalogue), "", FileListener.NONE);
 * }</pre>
 */
public final class Autograder {
    private final Catalogue catalogue;
    private final Seeds seeds;
    private final PythonRunner runner;
    private final FileGrader grader;
    private final Translator texts;

    public Autograder(Catalogue catalogue, Seeds seeds, PythonRunner runner, Translator texts) {
        this(catalogue, seeds, runner, new CodeGrader(new Grader(seeds), catalogue, runner), texts);
    }

    /** One that shares a grader, so that nothing is computed twice. */
    public Autograder(Catalogue catalogue, Seeds seeds, PythonRunner runner, CodeGrader grader, Translator texts) {
        this.catalogue = catalogue;
        this.seeds = seeds;
        this.runner = runner;
        this.grader = new FileGrader(grader, catalogue, runner);
        this.texts = texts;
    }

    /** All functions of the course, as they usually count. */
    public Assignment usualAssignment() {
        return Assignment.usual(catalogue);
    }

    /**
     * Judges a file.
     *
     * @param name of the file, as the report tells it
     * @param owner whose turn it takes where others wait too
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    public FileReport grade(String name, SourceFile file, Assignment assignment, String owner, FileListener listener) {
        long start = System.nanoTime();
        List<Exercise> exercises = assignment.tasks().sequencedKeySet().stream()
                .map(catalogue::get)
                .toList();
        try {
            FileVerdict verdict = grader.grade(file, exercises, owner, listener);
            return report(name, file, assignment, verdict, start);
        } catch (UnreadableCodeException e) {
            return e.outcome() instanceof Outcome.Fault(String message)
                    ? faulty(name, message, assignment)
                    : unreadable(name, unreadable(e.outcome()), assignment);
        }
    }

    /** What is worth telling about a file as a whole, in the reader’s language. */
    public List<Finding> remarks(SourceFile file, Outline outline, Translator readers) {
        return new RemarkReporter(readers, new Places(file)).ofFile(file, outline);
    }

    /** The report on a file that could not be read. */
    public FileReport unreadable(String name, String problem, Assignment assignment) {
        return error(name, problem, List.of(), assignment);
    }

    /** The report on a file that could not be judged for a reason of ours. */
    FileReport faulty(String name, String reason, Assignment assignment) {
        String problem = texts.text("unreadable.fault", reason);
        return error(name, problem, List.of(new Finding(FileReport.FAULT, null, problem)), assignment);
    }

    private FileReport error(String name, String problem, List<Finding> remarks, Assignment assignment) {
        return new FileReport(
                name,
                FileReport.Status.ERROR,
                problem,
                0,
                assignment.possible(),
                List.of(),
                remarks,
                Environment.of(runner, seeds),
                0);
    }

    private String unreadable(Outcome outcome) {
        return switch (outcome) {
            case Outcome.TimedOut timedOut -> texts.text("unreadable.time");
            case Outcome.OutOfMemory memory -> texts.text("unreadable.memory");
            case Outcome.TooMuchOutput tooMuch -> texts.text("unreadable.memory");
            default -> texts.text("unreadable.other");
        };
    }

    private FileReport report(String name, SourceFile file, Assignment assignment, FileVerdict verdict, long start) {
        Places places = new Places(file);
        FunctionReporter reporter = new FunctionReporter(texts, places, verdict.outline());
        Map<String, Assignment.Task> tasks = assignment.tasks();
        List<FunctionReport> functions = verdict.functions().stream()
                .map(function -> reporter.report(
                        function, requireNonNull(tasks.get(function.exercise().name()))))
                .toList();
        List<Finding> remarks = new RemarkReporter(texts, places).ofFile(file, verdict.outline());
        return new FileReport(
                name,
                status(functions),
                null,
                functions.stream()
                        .filter(function -> !function.optional())
                        .mapToDouble(FunctionReport::score)
                        .sum(),
                assignment.possible(),
                functions,
                remarks,
                Environment.of(runner, seeds),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1e3);
    }

    private static FileReport.Status status(List<FunctionReport> functions) {
        boolean passed = functions.stream().allMatch(function -> switch (function.status()) {
            case PASSED -> true;
            case NOT_ATTEMPTED -> function.optional();
            case FAILED, ERROR -> false;
        });
        return passed ? FileReport.Status.PASSED : FileReport.Status.FAILED;
    }
}
