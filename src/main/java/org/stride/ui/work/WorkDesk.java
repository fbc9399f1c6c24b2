package org.stride.ui.work;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.stride.autograder.Autograder;
import org.stride.exercise.Catalogue;
import org.stride.grading.code.CodeGrader;
import org.stride.grading.file.Outline;
import org.stride.grading.file.Outliner;
import org.stride.grading.file.TakenApart;
import org.stride.grading.file.UnreadableCodeException;
import org.stride.learner.Draft;
import org.stride.learner.LearnerId;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.WorkArchive;
import org.stride.notebook.CourseNotebook;
import org.stride.notebook.NotebookWriter;
import org.stride.notebook.SourceFile;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.report.Finding;
import org.stride.report.Translator;

/** What files are read, written and checked with; one for all learners. */
@SpringComponent
public class WorkDesk {
    private final Catalogue catalogue;
    private final CodeGrader codeGrader;
    private final Autograder autograder;
    private final PythonRunner runner;
    private final Drafts drafts;
    private final WorkArchive archive;
    private final Clock clock;
    private final ExecutorService codeExecutor;
    private final Outliner outliner;
    private final CourseNotebook notebooks;

    WorkDesk(
            Catalogue catalogue,
            CodeGrader codeGrader,
            Autograder autograder,
            PythonRunner runner,
            Drafts drafts,
            WorkArchive archive,
            Clock clock,
            Translator texts,
            ExecutorService codeExecutor) {
        this.catalogue = catalogue;
        this.codeGrader = codeGrader;
        this.autograder = autograder;
        this.runner = runner;
        this.drafts = drafts;
        this.archive = archive;
        this.clock = clock;
        this.codeExecutor = codeExecutor;
        outliner = new Outliner(catalogue, runner);
        notebooks = new CourseNotebook(catalogue, texts::text);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    CodeGrader codeGrader() {
        return codeGrader;
    }

    PythonRunner runner() {
        return runner;
    }

    Drafts drafts() {
        return drafts;
    }

    WorkArchive archive() {
        return archive;
    }

    Clock clock() {
        return clock;
    }

    Executor code() {
        return codeExecutor;
    }

    /** What the learner has typed, by the names of the exercises. */
    Map<String, String> draftsOf(LearnerId learner) {
        Map<String, String> texts = new HashMap<>();
        for (Draft draft : drafts.all(learner)) {
            texts.put(draft.exercise(), draft.text());
        }
        return texts;
    }

    byte[] notebook(LearnerId learner) {
        return NotebookWriter.write(notebooks.filled(draftsOf(learner)));
    }

    /**
     * A file in pieces.
     *
     * @param plainly whether no Python was there, so that only the look of its lines told what is in it
     */
    record Opened(SourceFile file, TakenApart parts, boolean plainly) {}

    /**
     * Takes a file apart.
     *
     * @throws UnreadableCodeException if the code itself is to blame
     */
    Opened open(SourceFile file, String owner) throws UnreadableCodeException {
        try {
            return new Opened(file, outliner.apart(file, owner), false);
        } catch (UnreadableCodeException e) {
            if (e.outcome() instanceof Outcome.Fault) {
                return new Opened(file, PlainReading.read(file, catalogue), true);
            }
            throw e;
        }
    }

    List<Finding> remarks(SourceFile file, Outline outline, Translator readers) {
        return autograder.remarks(file, outline, readers);
    }
}
