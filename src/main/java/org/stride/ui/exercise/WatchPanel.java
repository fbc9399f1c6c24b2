package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.List;
import org.stride.exercise.Exercise;
import org.stride.grading.CaseResult;
import org.stride.grading.code.CodeWatch;
import org.stride.grading.code.WatchedRun;
import org.stride.grading.code.WatchedRun.Track;
import org.stride.learner.CheckAllowance;
import org.stride.python.Access;
import org.stride.python.Outcome;
import org.stride.ui.part.ProgressLine;
import org.stride.ui.part.WindowPlayer;

/** Runs typed code again on one check, slowly, and hands on the windows that it takes. Never an attempt. */
final class WatchPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Workshop workshop;
    private final transient Exercise exercise;
    private final transient CheckAllowance allowance;
    private final String source;
    private final transient CaseResult result;
    private final SerializableConsumer<WindowPlayer.Run> onRun;
    private final ProgressLine line = new ProgressLine("cancel-watch");
    private final Div arrays = new Div();

    /** Makes a panel for a check. */
    @FunctionalInterface
    interface Maker extends Serializable {
        /**
         * Makes it.
         *
         * @param onRun draws the windows
         */
        WatchPanel make(CaseResult result, SerializableConsumer<WindowPlayer.Run> onRun);
    }

    /**
     * @param source the code that was judged
     * @param onRun draws the windows of one array
     */
    WatchPanel(
            Workshop workshop,
            Exercise exercise,
            CheckAllowance allowance,
            String source,
            CaseResult result,
            SerializableConsumer<WindowPlayer.Run> onRun) {
        this.workshop = workshop;
        this.exercise = exercise;
        this.allowance = allowance;
        this.source = source;
        this.result = result;
        this.onRun = onRun;
        addClassName("stride-watch");
        Button watch = new Button(getTranslation("watch.button"), event -> watch());
        watch.setId("watch");
        arrays.addClassName("stride-segments");
        arrays.getElement().setAttribute("role", "group");
        arrays.getElement().setAttribute("aria-label", getTranslation("watch.arrays"));
        arrays.setVisible(false);
        add(watch, line, arrays);
    }

    private void watch() {
        if (line.tooSoon(allowance)) {
            return;
        }
        String owner = VaadinSession.getCurrent().getSession().getId();
        line.start(
                workshop.code(),
                told -> new CodeWatch(workshop.runner()).watch(exercise, result.testCase(), source, owner, told),
                this::show);
    }

    private void show(WatchedRun run) {
        arrays.removeAll();
        arrays.setVisible(run.tracks().size() > 1);
        if (run.ended() instanceof Outcome.Fault) {
            line.say(getTranslation("run.failed"));
            return;
        }
        boolean whole = run.ended() instanceof Outcome.Returned;
        if (!whole && result.outcome() instanceof Outcome.Returned) {
            line.say(getTranslation("watch.not_finished"));
            return;
        }
        if (run.tracks().isEmpty()) {
            line.say(getTranslation(whole ? "watch.none" : "watch.none_before_the_end"));
            return;
        }
        line.say(getTranslation(whole ? "watch.drawn" : "watch.drawn_before_the_end"));
        run.tracks().forEach(track -> arrays.add(button(track, run.truncated())));
        draw(run.tracks().getFirst(), run.truncated());
    }

    private NativeButton button(Track track, boolean truncated) {
        return new NativeButton(name(track), event -> draw(track, truncated));
    }

    private String name(Track track) {
        return getTranslation(track.kind() == Access.Kind.READ ? "watch.read" : "watch.write", track.array());
    }

    private void draw(Track track, boolean truncated) {
        List<WindowPlayer.Window> windows = track.windows().stream()
                .map(window -> new WindowPlayer.Window(
                        window.line(), window.example(), window.h0(), window.h1(), window.w0(), window.w1()))
                .toList();
        String pressed = name(track);
        arrays.getChildren()
                .forEach(button -> button.getElement()
                        .setAttribute(
                                "aria-pressed",
                                String.valueOf(button.getElement().getText().equals(pressed))));
        onRun.accept(new WindowPlayer.Run(windows, truncated, result.passed()));
    }
}
