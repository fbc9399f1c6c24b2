package org.stride.ui.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.grading.Grader;
import org.stride.grading.Verdict;
import org.stride.learner.Attempt;
import org.stride.learner.Progress;
import org.stride.report.Wording;
import org.stride.ui.part.MainLayout;
import org.stride.ui.part.Texts;

/** One exercise. The address holds what is picked: {@code /exercise/conv_forward?strategy=C&with=A}. */
@Route(value = "exercise/:name", layout = MainLayout.class)
@AnonymousAllowed
public class ExerciseView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "name";
    private static final String STRATEGY = "strategy";
    private static final String WITH = "with";

    /** A comparison runs both cards so often, in turn, and takes the fastest. */
    private static final int ROUNDS = 3;

    private final transient Catalogue catalogue;
    private final transient Grader grader;
    private final transient ExecutorService executor;
    private final transient Progress progress;
    private final transient Wording wording = new Wording(this::getTranslation);

    private transient @Nullable Screen screen;

    ExerciseView(Catalogue catalogue, Grader grader, ExecutorService executor, Progress progress) {
        this.catalogue = catalogue;
        this.grader = grader;
        this.executor = executor;
        this.progress = progress;
        addClassName("stride-exercise");
    }

    /** A link to an exercise, still without a text. */
    public static RouterLink link(String exercise) {
        return new RouterLink(ExerciseView.class, new RouteParameters(NAME, exercise));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get(NAME).orElse("");
        Optional<Exercise> exercise = catalogue.find(name);
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
    protected void onDetach(DetachEvent event) {
        if (screen != null) {
            screen.cancel();
        }
    }

    @Override
    public String getPageTitle() {
        return screen == null
                ? getTranslation("home.page_title")
                : getTranslation("exercise.page_title", screen.exercise.number(), screen.exercise.name());
    }

    /** What is on the page for one exercise, and what is picked there. */
    private final class Screen {
        private final Exercise exercise;
        private final DeckPanel deck;
        private final RunPanel run = new RunPanel(this::run, this::giveUp);
        private final VerdictPanel verdict = new VerdictPanel(wording);
        private final ComparePanel compare;
        private final Div steps = new Div();
        private @Nullable Choice picked;
        private @Nullable Choice with;
        private @Nullable BackgroundCheck check;

        Screen(Exercise exercise) {
            this.exercise = exercise;
            deck = new DeckPanel(exercise, progress, letter -> {
                pick(letter, null);
                run.scrollIntoViewIfHidden();
            });
            compare = new ComparePanel(
                    exercise,
                    progress,
                    wording,
                    letter -> pick(Objects.requireNonNull(picked).letter(), letter));
            refreshSteps();
            Div workbench = new Div(deck, run);
            workbench.addClassName("stride-workbench");
            Div facts =
                    new Div(new SignaturePanel(exercise), new InputPanel(exercise, grader.cases(exercise), wording));
            facts.addClassName("stride-facts");
            add(steps, opening(), facts, workbench, verdict, compare, StepNavigation.neighbours(catalogue, exercise));
        }

        private Component opening() {
            String key = "exercise." + exercise.name();
            Span number = new Span(getTranslation(
                    "exercise.step", exercise.number(), catalogue.exercises().size()));
            number.addClassName("stride-muted");
            Paragraph purpose = new Paragraph(getTranslation(key + ".purpose"));
            purpose.addClassName("stride-lead");
            Header header = new Header(
                    number, new H1(new Span(getTranslation(key + ".title")), new Code(exercise.name())), purpose);
            Texts.paragraphs(getTranslation(key + ".text")).forEach(header::add);
            header.addClassName("stride-lesson");
            return header;
        }

        private void refreshSteps() {
            steps.removeAll();
            steps.add(StepNavigation.steps(catalogue, exercise, progress));
        }

        /** Shows what the address names; the first card if it names none. */
        void restore(QueryParameters query) {
            Choice card = query.getSingleParameter(STRATEGY)
                    .flatMap(exercise::choice)
                    .orElse(exercise.deck().getFirst());
            select(
                    card,
                    query.getSingleParameter(WITH).flatMap(exercise::choice).orElse(null));
        }

        /** Picks a card and says so in the address, so that a reload or a shared link shows the same. */
        private void pick(String letter, @Nullable String withLetter) {
            Choice card = exercise.choice(letter).orElseThrow();
            select(card, withLetter == null ? null : exercise.choice(withLetter).orElseThrow());
            Map<String, String> query = new LinkedHashMap<>();
            query.put(STRATEGY, letter);
            if (withLetter != null) {
                query.put(WITH, withLetter);
            }
            String path = RouteConfiguration.forRegistry(
                            UI.getCurrent().getInternals().getRouter().getRegistry())
                    .getUrl(ExerciseView.class, new RouteParameters(NAME, exercise.name()));
            UI.getCurrent().getPage().getHistory().pushState(null, new Location(path, QueryParameters.simple(query)));
        }

        private void select(Choice card, @Nullable Choice other) {
            if (card.equals(picked) && Objects.equals(other, with)) {
                return;
            }
            cancel();
            run.idle();
            if (!card.equals(picked)) {
                picked = card;
                deck.pick(card.letter());
                run.show(card);
                verdict.clear();
            }
            if (!Objects.equals(other, with)) {
                with = other;
                compare.clear();
            }
            compare.choose(card, other);
            if (other != null) {
                compareWith(card, other);
            }
        }

        private void run(boolean predictedPass) {
            Choice card = Objects.requireNonNull(picked);
            cancel();
            run.running();
            check = start(List.of(card), verdicts -> judged(card, predictedPass, verdicts.getFirst()));
        }

        private void judged(Choice card, boolean predictedPass, Verdict result) {
            progress.add(new Attempt(exercise.name(), card.letter(), predictedPass, result.passed()));
            verdict.show(getTranslation("compare.card", card.letter()), result, predictedPass);
            verdict.scrollIntoView();
            deck.refresh(card);
            refreshSteps();
        }

        private void compareWith(Choice card, Choice other) {
            List<Choice> both = List.of(card, other);
            List<Choice> rounds = Collections.nCopies(ROUNDS, both).stream()
                    .flatMap(List::stream)
                    .toList();
            run.running();
            check = start(rounds, verdicts -> compare.show(both, verdicts, grader.cases(exercise)));
        }

        private BackgroundCheck start(List<Choice> choices, Consumer<List<Verdict>> finished) {
            return BackgroundCheck.start(
                    executor, grader, exercise, choices, UI.getCurrent(), new BackgroundCheck.Listener() {
                        @Override
                        public void progressed(int done, int total) {
                            run.progressed(done, total);
                        }

                        @Override
                        public void finished(List<Verdict> verdicts) {
                            run.idle();
                            finished.accept(verdicts);
                        }

                        @Override
                        public void failed() {
                            run.idle(getTranslation("run.failed"));
                        }
                    });
        }

        /** The learner does not want to wait. */
        private void giveUp() {
            cancel();
            run.idle(getTranslation("run.cancelled"));
        }

        private void cancel() {
            if (check != null) {
                check.cancel();
            }
        }
    }
}
