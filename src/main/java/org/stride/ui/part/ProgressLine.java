package org.stride.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.util.function.Consumer;
import org.stride.learner.CheckAllowance;

/** How far a run is and the way out of it; afterwards, if need be, why it gave nothing. */
public final class ProgressLine extends Div {
    private static final long serialVersionUID = 1L;

    private final Div progress = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Span count = new Span();
    private final Div message = new Div();

    /** @param id of the button that cancels */
    public ProgressLine(String id, SerializableRunnable onCancel) {
        Button cancel = new Button(getTranslation("run.cancel"), event -> {
            onCancel.run();
            // The button is gone once it was pressed
            Focus.moveTo(message);
        });
        cancel.setId(id);
        // The bar appears by itself once a run has taken 300 ms: see .stride-progress in the stylesheet.
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
        idle(getTranslation("write.slower", CheckAllowance.CHECKS_A_MINUTE, pause.toSeconds() + 1));
        return true;
    }

    /** Follows work that begins now. */
    public <T> BackgroundWork.Listener<T> following(Consumer<T> finished) {
        running();
        return new BackgroundWork.Listener<>() {
            @Override
            public void waiting(int place) {
                ProgressLine.this.waiting(place);
            }

            @Override
            public void progressed(int done, int total) {
                ProgressLine.this.progressed(done, total);
            }

            @Override
            public void finished(T result) {
                finished.accept(result);
            }

            @Override
            public void failed() {
                idle(getTranslation("run.failed"));
            }
        };
    }

    public void running() {
        message.removeAll();
        bar.setIndeterminate(true);
        count.setText("");
        progress.setVisible(true);
    }

    /** So many others come first. */
    public void waiting(int place) {
        count.setText(getTranslation("run.waiting", place));
    }

    public void progressed(int done, int total) {
        bar.setIndeterminate(false);
        bar.setMax(total);
        bar.setValue(done);
        count.setText(getTranslation("run.count", done, total));
    }

    /** Ready for the next run. */
    public void idle() {
        progress.setVisible(false);
        message.removeAll();
    }

    /** Ready for the next run, with a word on why the last one gave nothing. */
    public void idle(String text) {
        idle();
        Paragraph paragraph = Texts.paragraph(text);
        message.add(paragraph);
    }
}
