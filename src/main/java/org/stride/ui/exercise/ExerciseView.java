package org.stride.ui.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.ShapeQuizzes;
import org.stride.learner.CheckAllowance;
import org.stride.lesson.Lesson;
import org.stride.report.Wording;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.lesson.Course;
import org.stride.ui.lesson.LessonFold;
import org.stride.ui.part.MainLayout;
import org.stride.ui.part.Texts;

/**
 * One exercise. The address holds what is picked, {@code /exercise/conv_forward?strategy=C&with=A}, or that the learner
 * writes, {@code /exercise/conv_forward?way=write}.
 */
@Route(value = "exercise/:name", layout = MainLayout.class)
@AnonymousAllowed
public class ExerciseView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "name";
    private static final String STRATEGY = "strategy";
    private static final String WITH = "with";
    private static final String WAY = "way";
    private static final String WRITE = "write";

    private final transient Workshop workshop;
    private final transient Course course;
    private final transient CurrentLearner learner;
    private final transient CheckAllowance allowance;
    private final transient Wording wording = new Wording(this::getTranslation);

    private transient @Nullable Screen screen;

    ExerciseView(Workshop workshop, Course course, CurrentLearner learner, CheckAllowance allowance) {
        this.workshop = workshop;
        this.course = course;
        this.learner = learner;
        this.allowance = allowance;
        addClassName("stride-exercise");
    }

    /** A link to an exercise, still without a text. */
    public static RouterLink link(String exercise) {
        return new RouterLink(ExerciseView.class, new RouteParameters(NAME, exercise));
    }

    /** Leads to the editor, beside which something stands to be read. */
    public static void goToEditor(String exercise, String word) {
        UI.getCurrent()
                .navigate(ExerciseView.class, new RouteParameters(NAME, exercise), QueryParameters.of(WAY, WRITE))
                .map(view -> view.screen)
                .ifPresent(screen -> screen.write().say(word));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get(NAME).orElse("");
        Optional<Exercise> exercise = workshop.catalogue().find(name);
        if (exercise.isEmpty()) {
            event.rerouteToError(UnknownNameException.exercise(name), "");
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        for (String parameter : List.of(STRATEGY, WITH)) {
            Optional<String> unknown = query.getSingleParameter(parameter)
                    .filter(letter -> exercise.get().choice(letter).isEmpty());
            if (unknown.isPresent()) {
                event.rerouteToError(UnknownNameException.card(unknown.get(), name), "");
                return;
            }
        }
        show(exercise.get()).restore(query);
    }

    /** The screen of this exercise, built anew only if another one was shown. */
    private Screen show(Exercise exercise) {
        Screen current = screen;
        if (current == null || !current.exercise.equals(exercise)) {
            removeAll();
            current = new Screen(exercise);
            screen = current;
        }
        return current;
    }

    @Override
    public String getPageTitle() {
        return screen == null
                ? getTranslation("home.page_title")
                : getTranslation("exercise.page_title", screen.exercise.number(), screen.exercise.name());
    }

    /** What is on the page for one exercise. */
    private final class Screen implements PickPanel.Listener {
        private final Exercise exercise;
        private @Nullable PickPanel pick;
        private @Nullable WritePanel write;
        private final WaySwitch ways = new WaySwitch(this::changeWay);
        private final Div steps = new Div();

        Screen(Exercise exercise) {
            this.exercise = exercise;
            refreshSteps();
            InputPanel input = new InputPanel(exercise, workshop.grader().cases(exercise), wording);
            Div facts = new Div(new SignaturePanel(exercise), input, input.moving());
            facts.addClassName("stride-facts");
            add(steps, opening());
            lesson().ifPresent(lesson -> add(new LessonFold(
                    exercise.name(),
                    lesson,
                    learner.progress().attempts(exercise).isEmpty())));
            add(facts, ways);
            if (ShapeQuizzes.possible(exercise)) {
                add(new QuizPanel(exercise));
            }
            add(StepNavigation.neighbours(course, new Course.Stop.Step(exercise)));
        }

        private Optional<Lesson> lesson() {
            return course.lessons(getLocale()).of(exercise);
        }

        private Component opening() {
            String key = "exercise." + exercise.name();
            Span number = new Span(getTranslation(
                    "exercise.step",
                    exercise.number(),
                    workshop.catalogue().exercises().size()));
            number.addClassName("stride-muted");
            Paragraph purpose = new Paragraph(getTranslation(key + ".purpose"));
            purpose.addClassName("stride-lead");
            Header header = new Header(
                    number, new H1(new Span(getTranslation(key + ".title")), new Code(exercise.name())), purpose);
            if (lesson().isEmpty()) {
                Texts.paragraphs(getTranslation(key + ".text")).forEach(header::add);
            }
            header.addClassName("stride-page-head");
            return header;
        }

        private void refreshSteps() {
            steps.removeAll();
            steps.add(StepNavigation.steps(workshop.catalogue(), exercise, learner.progress()));
        }

        /** Shows what the address names: the editor, or a card, the first one if it names none. */
        void restore(QueryParameters query) {
            boolean writing =
                    query.getSingleParameter(WAY).filter(WRITE::equals).isPresent();
            show(writing);
            if (!writing) {
                Choice card = query.getSingleParameter(STRATEGY)
                        .flatMap(exercise::choice)
                        .orElse(exercise.deck().getFirst());
                pick().select(
                                card,
                                query.getSingleParameter(WITH)
                                        .flatMap(exercise::choice)
                                        .orElse(null));
            }
        }

        private void show(boolean writing) {
            ways.show(writing);
            if (writing) {
                write();
            } else {
                pick();
            }
            if (pick != null) {
                pick.setVisible(!writing);
            }
            if (write != null) {
                write.setVisible(writing);
            }
        }

        /** Built when it is first wanted: an open page costs the server no more than what was seen. */
        private PickPanel pick() {
            PickPanel there = pick;
            if (there == null) {
                there = new PickPanel(workshop, exercise, learner, wording, this);
                there.select(exercise.deck().getFirst(), null);
                pick = there;
                addComponentAtIndex(indexOf(ways) + 1, there);
            }
            return there;
        }

        private WritePanel write() {
            WritePanel there = write;
            if (there == null) {
                there = new WritePanel(workshop, exercise, learner, allowance, wording, this::refreshSteps);
                write = there;
                addComponentAtIndex(indexOf(ways) + 1, there);
            }
            return there;
        }

        private void changeWay(boolean writing) {
            cancel();
            show(writing);
            address(writing ? Map.of(WAY, WRITE) : Map.of());
        }

        @Override
        public void picked(String letter, @Nullable String with) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put(STRATEGY, letter);
            if (with != null) {
                query.put(WITH, with);
            }
            address(query);
        }

        @Override
        public void attempted() {
            refreshSteps();
        }

        /** Says in the address what is shown, so that a reload or a shared link shows the same. */
        private void address(Map<String, String> query) {
            String path = RouteConfiguration.forRegistry(
                            UI.getCurrent().getInternals().getRouter().getRegistry())
                    .getUrl(ExerciseView.class, new RouteParameters(NAME, exercise.name()));
            UI.getCurrent().getPage().getHistory().pushState(null, new Location(path, QueryParameters.simple(query)));
        }

        private void cancel() {
            if (pick != null) {
                pick.cancel();
            }
            if (write != null) {
                write.cancel();
            }
        }
    }
}
