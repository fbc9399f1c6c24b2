package org.stride.ui.exercise;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Case;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Strategy;
import org.stride.grading.Agreement;
import org.stride.grading.CaseResult;
import org.stride.grading.Verdict;
import org.stride.learner.Progress;
import org.stride.report.Joining;
import org.stride.report.Wording;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.Listing;
import org.stride.ui.part.Texts;

/** Two cards side by side: whether they agree, how long they take, how much they multiply. */
final class ComparePanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Exercise exercise;
    private final transient CurrentLearner learner;
    private transient Progress progress = Progress.NONE;
    private final transient Wording wording;
    private final Select<Choice> other = new Select<>();
    private final Div table = new Div();

    /** @param onChoose told the letter of the card to compare with */
    ComparePanel(Exercise exercise, CurrentLearner learner, Wording wording, SerializableConsumer<String> onChoose) {
        this.exercise = exercise;
        this.learner = learner;
        this.wording = wording;
        addClassName("stride-compare");
        setId("compare");
        other.setLabel(getTranslation("compare.with"));
        other.setItemLabelGenerator(choice -> getTranslation("compare.card", choice.letter()));
        other.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                onChoose.accept(event.getValue().letter());
            }
        });
        table.addClassName("stride-compare-table");
        add(
                new H2(getTranslation("compare.title")),
                new Paragraph(getTranslation("compare.explanation")),
                other,
                table);
    }

    void clear() {
        table.removeAll();
    }

    /** Offers every other card, and marks the one to compare with before its figures are there. */
    void choose(Choice card, @Nullable Choice choice) {
        other.setItems(exercise.deck().stream().filter(c -> !c.equals(card)).toList());
        other.setValue(choice);
    }

    /** What a card is may be told only once its learner has predicted and run it. */
    private boolean known(Choice choice) {
        return progress.latest(exercise, choice.letter()).isPresent();
    }

    /** @param rounds the verdicts of one card and of the other, in turn, as often as they were run */
    void show(List<Choice> both, List<Verdict> rounds, List<Case> cases) {
        progress = learner.progress();
        table.removeAll();
        Agreement agreement = Agreement.of(rounds.get(0), rounds.get(1));
        NativeTable figures = new NativeTable();
        figures.add(heads(both));
        figures.add(row("compare.result", both, choice -> result(choice, rounds.get(both.indexOf(choice)))));
        figures.add(row("compare.time", both, choice -> time(rounds, both.indexOf(choice))));
        figures.add(row("compare.multiplications", both, choice -> multiplications(choice, cases)));
        Div listings = new Div(listing(both.get(0)), listing(both.get(1)));
        listings.addClassName("stride-both");
        table.add(agreement(agreement), figures, names(both), listings);
    }

    private Paragraph agreement(Agreement agreement) {
        if (agreement.differing().isEmpty()) {
            return new Paragraph(getTranslation("compare.agree", agreement.total()));
        }
        String where = Joining.longList(
                this::getTranslation,
                agreement.differing().stream()
                        .map(testCase -> wording.traits(testCase.traits()))
                        .distinct()
                        .toList());
        return new Paragraph(getTranslation("compare.differ", agreement.agreeing(), agreement.total(), where));
    }

    private NativeTableRow heads(List<Choice> both) {
        NativeTableRow row = new NativeTableRow(new NativeTableCell());
        for (Choice choice : both) {
            NativeTableHeaderCell head = new NativeTableHeaderCell(getTranslation("compare.card", choice.letter()));
            head.getElement().setAttribute("scope", "col");
            row.add(head);
        }
        return row;
    }

    private NativeTableRow row(String key, List<Choice> both, Function<Choice, String> figure) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(getTranslation(key));
        head.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(head);
        both.forEach(choice -> row.add(new NativeTableCell(figure.apply(choice))));
        return row;
    }

    /** The fastest round counts: the others waited for something else. */
    private String time(List<Verdict> rounds, int which) {
        Duration best = Duration.ofDays(1);
        for (int round = which; round < rounds.size(); round += 2) {
            Duration total =
                    rounds.get(round).results().stream().map(CaseResult::time).reduce(Duration.ZERO, Duration::plus);
            best = best.compareTo(total) < 0 ? best : total;
        }
        return Durations.text(getLocale(), best);
    }

    private String result(Choice choice, Verdict verdict) {
        return getTranslation(!known(choice) ? "compare.run_first" : verdict.passed() ? "deck.passed" : "deck.failed");
    }

    private String multiplications(Choice choice, List<Case> cases) {
        if (!known(choice)) {
            return getTranslation("compare.run_first");
        }
        return switch (choice) {
            case Strategy strategy -> {
                long total = cases.stream()
                        .mapToLong(c -> strategy.multiplications().applyAsLong(c.arguments()))
                        .sum();
                yield String.format(getLocale(), "%,d", total);
            }
            case Flaw flaw -> getTranslation("compare.not_counted");
        };
    }

    /** What the right ways are, and when they win. */
    private Section names(List<Choice> both) {
        Section names = new Section();
        for (Choice choice : both) {
            if (choice instanceof Strategy strategy && known(choice)) {
                String key = "exercise." + strategy.exercise() + ".strategy." + strategy.id();
                names.add(Texts.paragraph(getTranslation(
                        "compare.strategy",
                        strategy.letter(),
                        getTranslation(key + ".name"),
                        getTranslation(key + ".note"))));
            }
        }
        return names;
    }

    private Listing listing(Choice choice) {
        return new Listing(
                getTranslation("run.listing", choice.letter()),
                choice.listing().code(),
                choice.listing().decisiveLines());
    }
}
