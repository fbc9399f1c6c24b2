package org.stride.ui.part;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stride.grading.CheckListener;
import org.stride.learner.CheckAllowance;

/**
 * Work that runs for a page, one at a time: how far it is and the way out of it; afterwards, if need be, why it gave
 * nothing. It ends with its page.
 */
public final class ProgressLine extends Div {
    private static final long serialVersionUID = 1L;

    private final Div progress = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Span count = new Span();
    private final Div message = new Div();
    private final SerializableRunnable onUnfinished;
    private transient @Nullable BackgroundWork<?> work;

    /** @param id of the button that cancels */
    public ProgressLine(String id) {
        this(id, "run.cancelled", () -> {});
    }

    /**
     * @param id of the button that cancels
     * @param cancelled key of what is said once the learner has cancelled
     * @param onUnfinished told that the learner has cancelled, or that the work failed; what was said of it stays
     */
    public ProgressLine(String id, String cancelled, SerializableRunnable onUnfinished) {
        this.onUnfinished = onUnfinished;
        Button cancel = new Button(getTranslation("run.cancel"), event -> {
            stopWith(getTranslation(cancelled));
            // The button is gone once it was pressed
            Focus.moveTo(message);
        });
        cancel.setId(id);
        // The bar appears by itself once a run has taken 300 ms: see .stride-progress in theme/shared.css.
        progress.addClassName("stride-progress");
        bar.getElement().setAttribute("aria-label", getTranslation("run.progress"));
        progress.add(bar, count, cancel);
        progress.setVisible(false);
        message.addClassName("stride-muted");
        message.getElement().setAttribute("role", "status");
        add(progress, message);
    }

    /** Whether another check would come too soon; the line says so then. */
    public boolean tooSoon(CheckAllowance allowance) {
        Duration pause = allowance.take();
        if (pause.isZero()) {
            return false;
        }
        say(getTranslation("write.slower", CheckAllowance.CHECKS_A_MINUTE, pause.toSeconds() + 1));
        return true;
    }

    /**
     * Begins work in place of what runs here, if anything does.
     *
     * @param task given what it has to tell of its progress
     * @param finished told the result, on the page, once nothing runs here any more
     */
    public <T> void start(Executor executor, Function<CheckListener, T> task, Consumer<T> finished) {
        end();
        bar.setIndeterminate(true);
        count.setText("");
        progress.setVisible(true);
        work = BackgroundWork.start(executor, task, UI.getCurrent(), new BackgroundWork.Listener<T>() {
            @Override
            public void waiting(int place) {
                count.setText(getTranslation("run.waiting", place));
            }

            @Override
            public void progressed(int done, int total) {
                bar.setIndeterminate(false);
                bar.setMax(total);
                bar.setValue(done);
                count.setText(getTranslation("run.count", done, total));
            }

            @Override
            public void finished(T result) {
                work = null;
                end();
                finished.accept(result);
            }

            @Override
            public void failed() {
                stopWith(getTranslation("run.failed"));
            }
        });
    }

    private void stopWith(String text) {
        say(text);
        onUnfinished.run();
    }

    public boolean isRunning() {
        return work != null;
    }

    /** Ends what runs, if anything does: nobody waits for it any more. Nothing is said. */
    public void end() {
        if (work != null) {
            work.cancel();
            work = null;
        }
        progress.setVisible(false);
        message.removeAll();
    }

    /** Ends what runs, if anything does, and says why it gave nothing, or what it gave. */
    public void say(String text) {
        end();
        Paragraph paragraph = Texts.paragraph(text);
        message.add(paragraph);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        end();
    }
}
