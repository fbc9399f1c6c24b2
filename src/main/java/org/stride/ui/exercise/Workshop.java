package org.stride.ui.exercise;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.stride.exercise.Catalogue;
import org.stride.grading.Grader;
import org.stride.grading.code.CodeGrader;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.Hints;
import org.stride.python.PythonRunner;

/** What the benches of an exercise work with; one for all learners. */
@SpringComponent
class Workshop {
    private final Catalogue catalogue;
    private final Grader grader;
    private final CodeGrader codeGrader;
    private final PythonRunner runner;
    private final Drafts drafts;
    private final Hints hints;
    private final Clock clock;
    private final ExecutorService kernels;
    private final ExecutorService code;

    /**
     * @param checkExecutor runs what needs a processor of this machine
     * @param codeExecutor waits for the runner, which has a queue of its own
     */
    Workshop(
            Catalogue catalogue,
            Grader grader,
            CodeGrader codeGrader,
            PythonRunner runner,
            Drafts drafts,
            Hints hints,
            Clock clock,
            ExecutorService checkExecutor,
            ExecutorService codeExecutor) {
        this.catalogue = catalogue;
        this.grader = grader;
        this.codeGrader = codeGrader;
        this.runner = runner;
        this.drafts = drafts;
        this.hints = hints;
        this.clock = clock;
        this.kernels = checkExecutor;
        this.code = codeExecutor;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Grader grader() {
        return grader;
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

    Hints hints() {
        return hints;
    }

    Clock clock() {
        return clock;
    }

    Executor kernels() {
        return kernels;
    }

    Executor code() {
        return code;
    }
}
