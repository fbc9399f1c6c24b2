package org.stride.ui.part;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.CheckListener;

/** Work that takes longer than a click, outside the page's own thread: it tells the page how it goes, and may be cancelled. */
public final class BackgroundWork<T> implements CheckListener {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    /** What the page wants to hear; always called with its session locked, and never after it has cancelled. */
    public interface Listener<T> {
        /** So many others come first. */
        default void waiting(int place) {}

        void progressed(int done, int total);

        void finished(T result);

        void failed();
    }

    private final UI ui;
    private final Listener<T> listener;
    private volatile boolean cancelled;

    private BackgroundWork(UI ui, Listener<T> listener) {
        this.ui = ui;
        this.listener = listener;
    }

    /**
     * Starts as soon as the executor has room.
     *
     * @param work given what it has to tell of its progress
     */
    public static <T> BackgroundWork<T> start(
            Executor executor, Function<CheckListener, T> work, UI ui, Listener<T> listener) {
        BackgroundWork<T> started = new BackgroundWork<>(ui, listener);
        executor.execute(() -> started.run(work));
        return started;
    }

    public void cancel() {
        cancelled = true;
    }

    private void run(Function<CheckListener, T> work) {
        try {
            T result = work.apply(this);
            tell(() -> listener.finished(result));
        } catch (CheckCancelledException e) {
            // Told only where nobody here has cancelled, as when what runs code is ended: the page must not wait for
            // ever
            tell(listener::failed);
        } catch (RuntimeException e) {
            LOG.error("A check failed by a fault of ours", e);
            tell(listener::failed);
        } catch (Error e) {
            // The page must not wait for ever, whatever becomes of the rest.
            tell(listener::failed);
            throw e;
        }
    }

    @Override
    public void waiting(int place) {
        tell(() -> listener.waiting(place));
    }

    @Override
    public void caseDone(CaseResult result, int done, int total) {
        tell(() -> listener.progressed(done, total));
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
