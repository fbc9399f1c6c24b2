package org.stride.ui.exercise;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import java.util.Optional;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.learner.Progress;

/** The eight steps in a row, and the ways to the one before and the one after. */
final class StepNavigation extends Nav {
    private static final long serialVersionUID = 1L;

    private StepNavigation(String label) {
        setAriaLabel(label);
    }

    /** All steps by number, with their state; the current one marked. */
    static StepNavigation steps(Catalogue catalogue, Exercise current, Progress progress) {
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

    /** Previous and next. */
    static StepNavigation neighbours(Catalogue catalogue, Exercise current) {
        Span probe = new Span();
        StepNavigation navigation = new StepNavigation(probe.getTranslation("steps.neighbours"));
        navigation.addClassName("stride-neighbours");
        navigation.neighbour(catalogue.before(current), "steps.previous", "stride-previous");
        navigation.neighbour(catalogue.after(current), "steps.next", "stride-next");
        return navigation;
    }

    private void neighbour(Optional<Exercise> exercise, String key, String className) {
        exercise.ifPresent(other -> {
            RouterLink link = ExerciseView.link(other.name());
            link.setText(getTranslation(key, other.name()));
            link.addClassName(className);
            add(link);
        });
    }
}
