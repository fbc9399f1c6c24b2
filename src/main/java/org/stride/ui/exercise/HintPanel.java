package org.stride.ui.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Hint;
import org.stride.exercise.HintLadder;
import org.stride.grading.Diagnosis;
import org.stride.learner.CheckAllowance;
import org.stride.learner.StoreUnavailableException;
import org.stride.report.Wording;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.Focus;
import org.stride.ui.part.Listing;
import org.stride.ui.part.Printed;
import org.stride.ui.part.Texts;

/** Hints, one at a time: what was taken stays, is counted, and is there again after a reload. */
final class HintPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Workshop workshop;
    private final transient Exercise exercise;
    private final transient HintLadder ladder;
    private final transient CurrentLearner learner;
    private final Set<String> taken = new LinkedHashSet<>();
    private final OrderedList list = new OrderedList();
    private final Paragraph count = new Paragraph();
    private final Div news = new Div();
    private final Paragraph away = new Paragraph();
    private final Button next = new Button();
    private final Div offer = new Div();
    private final transient Supplier<PuzzlePanel> makePuzzle;
    private @Nullable PuzzlePanel puzzle;
    private final Section solution = new Section();
    private boolean opened;

    HintPanel(Workshop workshop, Exercise exercise, CurrentLearner learner, CheckAllowance allowance, Wording wording) {
        this.workshop = workshop;
        this.exercise = exercise;
        this.learner = learner;
        ladder = exercise.hints();
        makePuzzle = () -> new PuzzlePanel(workshop, exercise, allowance, wording);
        setId("hints");
        addClassName("stride-hints");
        list.addClassName("stride-hint-list");
        solution.setId("solution");
        count.setId("hint-count");
        count.addClassName("stride-muted");
        // A screen reader hears the hint that was asked for, and the eye finds it above the button
        news.addClassName("stride-visually-hidden");
        news.getElement().setAttribute("role", "status");
        away.getElement().setAttribute("role", "status");
        away.setId("hint-away");
        next.setId("hint");
        next.addClickListener(event -> takeNext());
        offer.setId("hint-offer");
        offer.addClassName("stride-hint-offer");
        offer.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("hints.title")), count, list, solution, news, away, next);
        refresh();
    }

    /** What stands beside a verdict whose mistake a hint speaks of. */
    Component offer() {
        return offer;
    }

    /** Shows what was taken at earlier visits. */
    void open() {
        if (opened) {
            return;
        }
        try {
            workshop.hints().all(learner.id()).stream()
                    .filter(hint -> hint.exercise().equals(exercise.name()))
                    .forEach(hint -> taken.add(hint.hint()));
            opened = true;
            refresh();
        } catch (StoreUnavailableException e) {
            // Asked again at the next visit; what is taken meanwhile is shown all the same
        }
    }

    /** Offers the hint on this mistake, if there is one. */
    void judged(@Nullable Diagnosis cause) {
        offer.removeAll();
        (cause == null ? List.<Flaw>of() : cause.flaws())
                .stream()
                        .flatMap(mistake -> ladder.about(mistake).stream())
                        .findFirst()
                        .ifPresent(this::offer);
    }

    private void offer(Hint hint) {
        Button show = new Button(getTranslation("hints.offer.show", place(hint)), event -> {
            take(hint.id());
            item(hint.id()).ifPresent(item -> {
                item.scrollIntoView();
                Focus.moveTo(item);
            });
        });
        show.setId("offered-hint");
        offer.add(new Paragraph(getTranslation("hints.offer")), show);
    }

    private int place(Hint hint) {
        return ladder.hints().indexOf(hint) + 1;
    }

    /** After the last one there is no button left to be on. */
    private void takeNext() {
        next().ifPresent(this::take);
        if (next().isEmpty()) {
            Focus.moveTo(solution);
        }
    }

    /** The lowest rung that was not taken. */
    private Optional<String> next() {
        return ladder.rungs().stream().filter(rung -> !taken.contains(rung)).findFirst();
    }

    private void take(String rung) {
        away.removeAll();
        if (taken.add(rung)) {
            refresh();
        }
        news.setText(told(rung));
        try {
            workshop.hints().take(learner.id(), exercise.name(), rung);
        } catch (StoreUnavailableException e) {
            away.setText(getTranslation("hints.away"));
        }
    }

    /** In words, for those who do not see what came. */
    private String told(String rung) {
        return hint(rung)
                .map(hint -> hint.text(language()).replace("`", ""))
                .orElseGet(() -> rung.equals(HintLadder.PUZZLE)
                        ? getTranslation("puzzle.title")
                        : ladder.statements().get(lines()).strip());
    }

    private Optional<Hint> hint(String rung) {
        return ladder.hints().stream().filter(hint -> hint.id().equals(rung)).findFirst();
    }

    private Optional<Component> item(String rung) {
        return list.getChildren()
                .filter(item -> item.getId().equals(Optional.of("hint-" + rung)))
                .findFirst();
    }

    private void refresh() {
        int place = 0;
        for (Hint hint : ladder.hints()) {
            if (taken.contains(hint.id())) {
                if (item(hint.id()).isEmpty()) {
                    list.addComponentAtIndex(place, item(hint));
                }
                place++;
            }
        }
        list.setVisible(place > 0);
        if (puzzle == null && taken.contains(HintLadder.PUZZLE)) {
            PuzzlePanel reached = makePuzzle.get();
            addComponentAtIndex(indexOf(solution), reached);
            puzzle = reached;
        }
        showSolution(lines());
        count.setText(
                place == 0 && taken.isEmpty()
                        ? getTranslation("hints.none", ladder.hints().size())
                        : counted(place));
        next.setText(next().map(this::label).orElse(""));
        next.setVisible(next().isPresent());
    }

    private String counted(int hints) {
        return getTranslation(
                "hints.count",
                hints,
                ladder.hints().size(),
                taken.contains(HintLadder.PUZZLE) ? 1 : 0,
                lines(),
                ladder.lineCount());
    }

    /** How many lines of the solution were taken, one after the other. */
    private int lines() {
        return (int) IntStream.rangeClosed(1, ladder.lineCount())
                .takeWhile(line -> taken.contains(HintLadder.line(line)))
                .count();
    }

    private String label(String rung) {
        return hint(rung)
                .map(hint ->
                        getTranslation("hints.next", place(hint), ladder.hints().size()))
                .orElseGet(() -> rung.equals(HintLadder.PUZZLE)
                        ? getTranslation("hints.next.puzzle")
                        : getTranslation("hints.next.line", lines() + 1, ladder.lineCount()));
    }

    private ListItem item(Hint hint) {
        Div text = new Div(Texts.paragraph(hint.text(language())));
        ListItem item = new ListItem(
                new H3(getTranslation("hints.hint", place(hint), ladder.hints().size())), text);
        Hint.Example example = hint.example();
        if (example != null) {
            Div pair = new Div(
                    new Listing(getTranslation("hints.example"), example.code(), List.of()),
                    new Printed(getTranslation("hints.prints"), example.prints().stripTrailing()));
            pair.addClassName("stride-hint-example");
            item.add(pair);
        }
        item.setId("hint-" + hint.id());
        return item;
    }

    private void showSolution(int lines) {
        solution.removeAll();
        solution.setVisible(lines > 0);
        if (lines > 0) {
            solution.add(
                    new H3(getTranslation("hints.solution", lines, ladder.lineCount())),
                    new Listing(getTranslation("hints.solution.label"), ladder.beginning(lines), List.of()));
        }
    }

    private String language() {
        return getLocale().getLanguage();
    }

    /** Ends what runs. */
    void cancel() {
        if (puzzle != null) {
            puzzle.cancel();
        }
    }
}
