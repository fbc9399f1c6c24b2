package org.stride.ui.exercise;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stride.exercise.Exercise;
import org.stride.exercise.Implementation;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.Grader;
import org.stride.grading.Progress;
import org.stride.grading.Verdict;

/** Judges implementations outside the page's own thread, and tells the page how it goes. */
final class BackgroundCheck implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);

    /** What the page wants to hear; always called with its session locked, and never after it has cancelled. */
    interface Listener {
        void progressed(int done, int total);

        /** Told the verdicts, one per implementation, in their order. */
        void finished(List<Verdict> verdicts);

        void failed();
    }

    private final UI ui;
    private final Listener listener;
    private final int runs;
    private int finishedRuns;
    private volatile boolean cancelled;

    private BackgroundCheck(UI ui, Listener listener, int runs) {
        this.ui = ui;
        this.listener = listener;
        this.runs = runs;
    }

    /** Starts as soon as the executor has room. */
    static BackgroundCheck start(
            Executor executor,
            Grader grader,
            Exercise exercise,
            List<? extends Implementation> implementations,
            UI ui,
            Listener listener) {
        BackgroundCheck check = new BackgroundCheck(ui, listener, implementations.size());
        executor.execute(() -> check.run(grader, exercise, implementations));
        return check;
    }

    void cancel() {
        cancelled = true;
    }

    private void run(Grader grader, Exercise exercise, List<? extends Implementation> implementations) {
        try {
            List<Verdict> verdicts = new ArrayList<>();
            for (Implementation implementation : implementations) {
                verdicts.add(grader.grade(exercise, implementation, this));
                finishedRuns++;
            }
            tell(() -> listener.finished(verdicts));
        } catch (CheckCancelledException e) {
            LOG.debug("A check of {} was cancelled", exercise.name());
        } catch (RuntimeException e) {
            LOG.error("A check of {} failed by a fault of ours", exercise.name(), e);
            tell(listener::failed);
        } catch (Error e) {
            // The page must not wait for ever, whatever becomes of the rest.
            tell(listener::failed);
            throw e;
        }
    }

    @Override
    public void caseDone(CaseResult result, int done, int total) {
        int before = finishedRuns * total;
        tell(() -> listener.progressed(before + done, runs * total));
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    private void tell(Command message) {
        try {
            // The answer to the page is the message itself: nobody waits for the future.
            var unused = ui.access(() -> {
                if (!cancelled) {
                    message.execute();
                }
            });
        } catch (UIDetachedException e) {
            // The page is gone: nobody waits for the rest.
            cancelled = true;
        }
    }
}
