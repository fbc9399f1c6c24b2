package org.stride.ui.progress;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.learner.Activity;
import org.stride.learner.HintTaken;
import org.stride.learner.Progress;
import org.stride.learner.Summary;
import org.stride.ui.exercise.ExerciseView;
import org.stride.ui.history.HistoryView;
import org.stride.ui.part.Times;

/** The steps, and what was done in each. */
final class StepList extends OrderedList {
    private static final long serialVersionUID = 1L;

    private final transient Progress progress;
    private final transient Activity activity;
    private final transient List<HintTaken> hints;
    private final transient Times times;

    StepList(Catalogue catalogue, Progress progress, Activity activity, List<HintTaken> hints, Times times) {
        this.progress = progress;
        this.activity = activity;
        this.hints = hints;
        this.times = times;
        addClassName("stride-progress-steps");
        catalogue.exercises().forEach(exercise -> add(row(exercise)));
    }

    private ListItem row(Exercise exercise) {
        Progress.State state = progress.state(exercise);
        Span number = span(String.valueOf(exercise.number()), "stride-number");
        RouterLink title = ExerciseView.link(exercise.name());
        title.add(new Span(getTranslation("exercise." + exercise.name() + ".title")), new Code(exercise.name()));
        title.addClassName("stride-progress-title");
        Div what = new Div(title, outcome(exercise, state));
        what.addClassName("stride-progress-what");
        ListItem row = new ListItem(number, what);
        if (state != Progress.State.NEW) {
            row.add(
                    figures(exercise),
                    new StripPicture(progress.strip(exercise, StripPicture.MOST)),
                    history(exercise));
        }
        row.addClassName("stride-step-" + state.name().toLowerCase(Locale.ROOT));
        return row;
    }

    private Component outcome(Exercise exercise, Progress.State state) {
        Optional<Summary> pass = progress.firstPass(exercise);
        return switch (state) {
            case NEW -> span(getTranslation("progress.new"), "stride-muted");
            case TRIED -> span(getTranslation("progress.tried"), "stride-progress-tried");
            case PASSED -> span(pass.map(this::how).orElse(""), "stride-good");
        };
    }

    private String how(Summary pass) {
        String when = times.text(pass.at());
        return switch (pass.kind()) {
            case CARD -> getTranslation("progress.passed.card", when, String.valueOf(pass.card()));
            case FILE -> getTranslation("progress.passed.file", when);
            default -> getTranslation("progress.passed.typed", when);
        };
    }

    private Component figures(Exercise exercise) {
        int attempts = progress.attempts(exercise).size();
        int code = progress.checksOfCode(exercise);
        Duration time = activity.of(exercise.name());
        Div figures = new Div(new Span(getTranslation("progress.attempts", attempts, code)));
        if (!time.isZero()) {
            figures.add(span(times.length(time), "stride-muted"));
        }
        long taken = hints.stream()
                .filter(hint -> hint.exercise().equals(exercise.name()))
                .count();
        if (taken > 0) {
            figures.add(span(getTranslation("progress.hints", taken), "stride-muted"));
        }
        figures.addClassName("stride-progress-figures");
        return figures;
    }

    private static Component history(Exercise exercise) {
        RouterLink link = HistoryView.link(exercise.name());
        link.setText(link.getTranslation("history.title"));
        link.getElement().setAttribute("aria-label", link.getTranslation("progress.history", exercise.name()));
        return link;
    }

    private static Span span(String text, String style) {
        Span span = new Span(text);
        span.addClassName(style);
        return span;
    }
}
