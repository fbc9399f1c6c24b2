package org.stride.ui.progress;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.stride.exercise.Catalogue;
import org.stride.learner.Activity;
import org.stride.learner.HintTaken;
import org.stride.learner.MistakeMet;
import org.stride.learner.Predictions;
import org.stride.learner.Progress;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.store.Hints;
import org.stride.learner.store.History;
import org.stride.learner.store.Stopwatch;
import org.stride.ui.exercise.ExerciseView;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.AwayPanel;
import org.stride.ui.part.MainLayout;
import org.stride.ui.part.Texts;
import org.stride.ui.part.Times;
import org.stride.ui.work.WorkView;

/** The eight steps, the mistakes met and mended, the predictions, and the time that it took. */
@Route(value = "progress", layout = MainLayout.class)
@AnonymousAllowed
public class ProgressView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Catalogue catalogue;
    private final transient Times times;
    private final transient Clock clock;

    ProgressView(
            Catalogue catalogue,
            CurrentLearner learner,
            History history,
            Hints hints,
            Stopwatch stopwatch,
            Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
        times = Times.now(this::getTranslation, clock);
        addClassName("stride-progress-page");
        try {
            show(history.progress(learner.id()), new Activity(stopwatch.all(learner.id())), hints.all(learner.id()));
        } catch (StoreUnavailableException e) {
            add(new AwayPanel());
        }
    }

    private void show(Progress progress, Activity activity, List<HintTaken> hints) {
        if (progress.started()) {
            add(header(progress, activity), steps(progress, activity, hints), mistakes(progress.mistakes()));
            Div pictures = new Div(predictions(progress.predicted()), activity(activity));
            pictures.addClassName("stride-pictures");
            add(pictures);
        } else {
            add(empty(progress));
        }
        add(yourWork());
    }

    private Component header(Progress progress, Activity activity) {
        long passed = catalogue.exercises().stream()
                .filter(exercise -> progress.state(exercise) == Progress.State.PASSED)
                .count();
        int attempts = catalogue.exercises().stream()
                .mapToInt(exercise -> progress.attempts(exercise).size())
                .sum();
        int steps = catalogue.exercises().size();
        Paragraph lead = new Paragraph(
                activity.total().isZero()
                        ? getTranslation("progress.lead", passed, steps, attempts)
                        : getTranslation(
                                "progress.lead.time", passed, steps, attempts, times.length(activity.total())));
        lead.addClassName("stride-lead");
        Header header = new Header(new H1(getTranslation("progress.title")), lead);
        header.addClassName("stride-page-head");
        return header;
    }

    private Component empty(Progress progress) {
        String first = progress.next(catalogue).name();
        RouterLink begin = ExerciseView.link(first);
        begin.setText(getTranslation("home.begin", first));
        begin.addClassName("stride-call");
        Header header = new Header(
                new H1(getTranslation("progress.title")),
                Texts.paragraph(getTranslation("progress.empty")),
                new Div(begin));
        header.addClassName("stride-page-head");
        return header;
    }

    private Component steps(Progress progress, Activity activity, List<HintTaken> hints) {
        return section("steps", "steps.label", new StepList(catalogue, progress, activity, hints, times));
    }

    private Component mistakes(List<MistakeMet> mistakes) {
        if (mistakes.isEmpty()) {
            return section("mistakes", "progress.mistakes", new Paragraph(getTranslation("progress.mistakes.none")));
        }
        long mended = mistakes.stream().filter(MistakeMet::mended).count();
        return section(
                "mistakes",
                "progress.mistakes",
                new Paragraph(getTranslation("progress.mistakes.count", mistakes.size(), mended)),
                new MistakeList(mistakes, times));
    }

    private Component predictions(Predictions predictions) {
        if (predictions.total() == 0) {
            return section(
                    "predictions", "progress.predictions", new Paragraph(getTranslation("progress.predictions.none")));
        }
        return section(
                "predictions",
                "progress.predictions",
                new Paragraph(getTranslation("progress.predictions.count", predictions.right(), predictions.total())),
                new PredictionTable(catalogue, predictions));
    }

    private Component activity(Activity activity) {
        // The days are those of the clock by which they were written down
        return section("activity", "progress.activity", new ActivityChart(activity, LocalDate.now(clock), times));
    }

    /** What a learner may do with all of it. */
    private Component yourWork() {
        RouterLink work = new RouterLink(getTranslation("progress.your_work.link"), WorkView.class);
        return section(
                "your-work",
                "progress.your_work",
                new Paragraph(getTranslation("progress.your_work.text")),
                new Paragraph(work));
    }

    private Section section(String id, String title, Component... content) {
        Section section = new Section(new H2(getTranslation(title)));
        section.add(content);
        section.setId(id);
        section.addClassName("stride-progress-section");
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("progress.page_title");
    }
}
