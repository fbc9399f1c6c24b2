package org.stride.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.learner.Predictions;
import org.stride.learner.Progress;
import org.stride.lesson.Lessons.Chapter;
import org.stride.ui.exercise.ExerciseView;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.lesson.ChapterLink;
import org.stride.ui.lesson.Course;
import org.stride.ui.part.MainLayout;
import org.stride.ui.progress.ProgressView;

/** What Stride is in two lines, the eight steps as a path, and where to go on. */
@Route(value = "", layout = MainLayout.class)
@AnonymousAllowed
public class HomeView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Catalogue catalogue;
    private final transient Course course;
    private final transient Progress progress;

    HomeView(Catalogue catalogue, Course course, CurrentLearner learner) {
        this.catalogue = catalogue;
        this.course = course;
        this.progress = learner.progress();
        addClassName("stride-home");
        add(opening(), path());
    }

    private Component opening() {
        Paragraph pitch = new Paragraph(getTranslation("home.pitch"));
        pitch.addClassName("stride-lead");
        Section opening = new Section(new H1(getTranslation("home.title")), pitch, goOn());
        opening.addClassName("stride-opening");
        if (progress.started()) {
            Predictions predicted = progress.predicted();
            Paragraph predictions =
                    new Paragraph(getTranslation("home.predictions", predicted.right(), predicted.total()));
            predictions.addClassName("stride-muted");
            predictions.setVisible(predicted.total() > 0);
            opening.add(predictions, new RouterLink(getTranslation("home.progress"), ProgressView.class));
        }
        return opening;
    }

    private Component goOn() {
        Exercise next = progress.next(catalogue);
        boolean finished = progress.state(next) == Progress.State.PASSED;
        String key = finished ? "home.again" : progress.started() ? "home.continue" : "home.begin";
        RouterLink link = ExerciseView.link(next.name());
        link.setText(getTranslation(key, next.name()));
        link.addClassName("stride-call");
        return link;
    }

    private Component path() {
        OrderedList forward = new OrderedList();
        OrderedList backward = new OrderedList();
        // The list goes on counting where the first one ends.
        for (Exercise exercise : catalogue.exercises()) {
            boolean isForward = exercise.number() <= Course.FORWARD_STEPS;
            (isForward ? forward : backward).add(step(exercise));
        }
        forward.addClassName("stride-path");
        backward.addClassName("stride-path");
        backward.getElement().setAttribute("start", String.valueOf(Course.FORWARD_STEPS + 1));
        Section path = new Section();
        addChapter(path, Chapter.OPENING);
        path.add(new H2(getTranslation("home.forward")), forward);
        addChapter(path, Chapter.BRIDGE);
        path.add(new H2(getTranslation("home.backward")), backward);
        addChapter(path, Chapter.CLOSING);
        path.addClassName("stride-paths");
        return path;
    }

    private void addChapter(Section path, Chapter chapter) {
        course.reading(chapter, getLocale()).ifPresent(reading -> path.add(ChapterLink.of(reading)));
    }

    private ListItem step(Exercise exercise) {
        Progress.State state = progress.state(exercise);
        String stateName = state.name().toLowerCase(Locale.ROOT);
        Span number = new Span(String.valueOf(exercise.number()));
        number.addClassName("stride-number");
        Span title = new Span(getTranslation("exercise." + exercise.name() + ".title"));
        title.addClassName("stride-step-title");
        Span purpose = new Span(getTranslation("exercise." + exercise.name() + ".purpose"));
        purpose.addClassName("stride-muted");
        Span badge = new Span(getTranslation("state." + stateName));
        badge.addClassNames("stride-badge", "stride-badge-" + stateName);
        RouterLink link = ExerciseView.link(exercise.name());
        link.addClassName("stride-step");
        link.add(number, title, new Code(exercise.name()), purpose, badge);
        ListItem item = new ListItem(link);
        item.addClassName("stride-step-" + stateName);
        return item;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.page_title");
    }
}
