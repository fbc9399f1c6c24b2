package org.stride.grading.file;

import java.util.ArrayList;
import java.util.List;
import org.stride.array.Value;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Worksheet.Helper;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.Report;
import org.stride.python.RunListener;
import org.stride.python.Submission;

/** Takes files apart in a confined process; nothing of them is run. Safe for use by many threads. */
public final class Outliner {
    private static final String OUTLINE = "from stride_runner.outline import outline";
    private static final String APART = "from stride_runner.editing import apart";

    private final Catalogue catalogue;
    private final PythonRunner runner;

    public Outliner(Catalogue catalogue, PythonRunner runner) {
        this.catalogue = catalogue;
        this.runner = runner;
    }

    /**
     * Which functions there are.
     *
     * @param owner whose turn it takes where others wait too
     * @throws UnreadableCodeException if the file's code could not be taken apart
     */
    public Outline outline(SourceFile file, String owner) throws UnreadableCodeException {
        return file.cells().isEmpty()
                ? Outline.EMPTY
                : OutlineReader.read(returned(OUTLINE, "outline", List.of(cells(file), names()), owner));
    }

    /** The same, and the text of each function that is solved as it belongs into its editor. */
    public TakenApart apart(SourceFile file, String owner) throws UnreadableCodeException {
        return file.cells().isEmpty()
                ? TakenApart.EMPTY
                : OutlineReader.readApart(returned(APART, "apart", List.of(cells(file), names(), ready()), owner));
    }

    private Value returned(String loading, String function, List<Value> arguments, String owner)
            throws UnreadableCodeException {
        Submission submission = Submission.of("").between(loading, "").calling(function, List.of(arguments));
        Report report = runner.submit(submission, owner, RunListener.NONE).await();
        Outcome outcome = report.calls().isEmpty()
                ? report.stopped()
                : report.calls().getFirst().outcome();
        if (outcome instanceof Outcome.Returned returned) {
            return returned.value();
        }
        throw new UnreadableCodeException(outcome == null ? new Outcome.Fault("no answer") : outcome);
    }

    private static Value cells(SourceFile file) {
        return OutlineReader.texts(file.cells().stream().map(CodeCell::source).toList());
    }

    private Value names() {
        return OutlineReader.texts(
                catalogue.exercises().stream().map(Exercise::name).toList());
    }

    /** For each exercise, the others that may be called where it is edited. */
    private Value ready() {
        List<Value> ready = new ArrayList<>();
        for (Exercise exercise : catalogue.exercises()) {
            ready.add(OutlineReader.texts(
                    exercise.worksheet().helpers().stream().map(Helper::name).toList()));
        }
        return new Value.Tuple(ready, false);
    }
}
