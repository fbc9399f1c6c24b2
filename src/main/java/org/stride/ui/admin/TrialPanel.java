package org.stride.ui.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.ui.part.BackgroundWork;
import org.stride.ui.part.Texts;

/** A button that probes the sandbox and sends one honest submission, and what came back. */
final class TrialPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final transient PythonRunner runner;
    private final transient Executor executor;
    private final Button button = new Button();
    private final Div result = new Div();
    private boolean running;

    TrialPanel(PythonRunner runner, Executor executor) {
        this.runner = runner;
        this.executor = executor;
        button.setText(getTranslation("sandbox.trial.button"));
        button.setId("trial");
        button.addClickListener(event -> start(event.getSource().getUI().orElseThrow()));
        result.setId("trial-result");
        result.getElement().setAttribute("role", "status");
        add(
                new H2(getTranslation("sandbox.trial.title")),
                Texts.paragraph(getTranslation("sandbox.trial.text")),
                button,
                result);
    }

    private void start(UI ui) {
        // A button that is disabled would lose the focus
        if (running) {
            return;
        }
        running = true;
        result.removeAll();
        result.add(Texts.paragraph(getTranslation("sandbox.trial.running")));
        BackgroundWork.start(executor, told -> Trial.run(runner), ui, new BackgroundWork.Listener<>() {
            @Override
            public void progressed(int done, int total) {
                // It is one thing
            }

            @Override
            public void finished(Trial trial) {
                show(trial);
            }

            @Override
            public void failed() {
                running = false;
                result.removeAll();
                result.add(Texts.paragraph(getTranslation("run.failed")));
            }
        });
    }

    private void show(Trial trial) {
        running = false;
        result.removeAll();
        String time = String.format(Locale.ROOT, "%,.1f ms", trial.time().toNanos() / NANOS_PER_MILLISECOND);
        String text = trial.right()
                ? getTranslation("sandbox.trial.right", time)
                : trial.outcome() instanceof Outcome.Fault(String message)
                        ? getTranslation("sandbox.trial.fault", message.strip().replace('`', '\''))
                        : getTranslation(
                                "sandbox.trial.wrong",
                                String.valueOf(trial.outcome()).replace('`', '\''));
        var paragraph = Texts.paragraph(text);
        paragraph.addClassName(trial.right() ? "stride-good" : "stride-bad");
        result.add(paragraph);
    }
}
