package org.stride.ui.exercise;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.learner.Progress;
import org.stride.ui.lesson.ChapterView;
import org.stride.ui.lesson.Course;

/** The eight steps in a row, and the ways to the one before and the one after. */
public final class StepNavigation extends Nav {
    private static final long serialVersionUID = 1L;

    private StepNavigation(String label) {
        setAriaLabel(label);
    }

    /** All steps by number, with their state; the current one marked, if the page is one of them. */
    public static StepNavigation steps(Catalogue catalogue, @Nullable Exercise current, Progress progress) {
        OrderedList list = new OrderedList();
        StepNavigation navigation = new StepNavigation(list.getTranslation("steps.label"));
        for (Exercise exercise : catalogue.exercises()) {
            String state = progress.state(exercise).name().toLowerCase(Locale.ROOT);
            RouterLink link = ExerciseView.link(exercise.name());
            link.add(new Span(String.valueOf(exercise.number())));
            link.getElement()
                    .setAttribute(
                            "aria-label",
                            list.getTranslation(
                                    "steps.step",
                                    exercise.number(),
                                    exercise.name(),
                                    list.getTranslation("state." + state)));
            link.getElement().setAttribute("title", exercise.name());
            if (exercise.equals(current)) {
                link.getElement().setAttribute("aria-current", "step");
            }
            link.addClassName("stride-dot-" + state);
            list.add(new ListItem(link));
        }
        navigation.addClassName("stride-steps");
        navigation.add(list);
        return navigation;
    }

    /** Previous and next, steps and chapters alike. */
    public static StepNavigation neighbours(Course course, Course.Stop current) {
        Span probe = new Span();
        StepNavigation navigation = new StepNavigation(probe.getTranslation("steps.neighbours"));
        navigation.addClassName("stride-neighbours");
        Locale language = navigation.getLocale();
        navigation.neighbour(course.before(current, language), "steps.previous", "stride-previous");
        navigation.neighbour(course.after(current, language), "steps.next", "stride-next");
        return navigation;
    }

    private void neighbour(Optional<Course.Stop> stop, String key, String className) {
        stop.ifPresent(other -> {
            RouterLink link = link(other);
            link.setText(getTranslation(key, name(other)));
            link.addClassName(className);
            add(link);
        });
    }

    private static RouterLink link(Course.Stop stop) {
        return switch (stop) {
            case Course.Stop.Step step -> ExerciseView.link(step.exercise().name());
            case Course.Stop.Reading reading -> ChapterView.link(reading.chapter());
        };
    }

    private static String name(Course.Stop stop) {
        return switch (stop) {
            case Course.Stop.Step step -> step.exercise().name();
            case Course.Stop.Reading reading -> reading.lesson().title();
        };
    }
}
