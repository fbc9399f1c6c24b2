package org.stride.ui.exercise;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckListener;
import org.stride.grading.Verdict;
import org.stride.report.Wording;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.learner.Recorded;
import org.stride.ui.learner.Recorder;

/** Picking a ready-made way: the cards, the one that is picked, its verdict, and the comparison with another. */
final class PickPanel extends Div {
    private static final long serialVersionUID = 1L;

    /** A comparison runs both cards so often, in turn, and takes the fastest. */
    private static final int ROUNDS = 3;

    /** What the page around it wants to hear. */
    interface Listener {
        /** The learner picked a card, and perhaps one to compare it with. */
        void picked(String letter, @Nullable String with);

        void attempted();
    }

    private final transient Workshop workshop;
    private final transient Exercise exercise;
    private final transient Recorder recorder;
    private final transient Listener listener;
    private final DeckPanel deck;
    private final RunPanel run = new RunPanel(this::run);
    private final VerdictPanel verdict;
    private final ComparePanel compare;
    private transient @Nullable Choice picked;
    private transient @Nullable Choice with;

    PickPanel(Workshop workshop, Exercise exercise, CurrentLearner learner, Wording wording, Listener listener) {
        this.workshop = workshop;
        this.exercise = exercise;
        recorder = new Recorder(learner, workshop.clock());
        this.listener = listener;
        verdict = new VerdictPanel(wording);
        deck = new DeckPanel(exercise, learner, letter -> {
            pick(letter, null);
            run.scrollIntoViewIfHidden();
        });
        compare = new ComparePanel(
                exercise,
                learner,
                wording,
                letter -> pick(Objects.requireNonNull(picked).letter(), letter));
        Div workbench = new Div(deck, run);
        workbench.addClassName("stride-workbench");
        addClassName("stride-way");
        add(workbench, verdict, compare);
    }

    private void pick(String letter, @Nullable String withLetter) {
        select(
                exercise.choice(letter).orElseThrow(),
                withLetter == null ? null : exercise.choice(withLetter).orElseThrow());
        listener.picked(letter, withLetter);
    }

    /** Shows a card, and how it compares with another if there is one. */
    void select(Choice card, @Nullable Choice other) {
        if (card.equals(picked) && Objects.equals(other, with)) {
            return;
        }
        cancel();
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
        run.line()
                .start(
                        workshop.kernels(),
                        told -> recorder.card(
                                exercise,
                                card.letter(),
                                predictedPass,
                                told,
                                () -> judge(List.of(card), told).getFirst()),
                        recorded -> judged(card, predictedPass, recorded));
    }

    private void judged(Choice card, boolean predictedPass, Recorded<Verdict> recorded) {
        Verdict result = recorded.result();
        verdict.show(getTranslation("compare.card", card.letter()), result, predictedPass);
        verdict.scrollIntoView();
        recorded.trouble(this::getTranslation).ifPresent(run.line()::say);
        deck.refresh(card);
        listener.attempted();
    }

    private void compareWith(Choice card, Choice other) {
        List<Choice> both = List.of(card, other);
        List<Choice> rounds =
                Collections.nCopies(ROUNDS, both).stream().flatMap(List::stream).toList();
        run.line()
                .start(
                        workshop.kernels(),
                        told -> judge(rounds, told),
                        verdicts ->
                                compare.show(both, verdicts, workshop.grader().cases(exercise)));
    }

    /** One verdict per card, in their order. */
    private List<Verdict> judge(List<Choice> choices, CheckListener told) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Choice choice : choices) {
            verdicts.add(workshop.grader().grade(exercise, choice, new CheckListener() {
                @Override
                public void caseDone(CaseResult result, int done, int total) {
                    told.caseDone(result, verdicts.size() * total + done, choices.size() * total);
                }

                @Override
                public boolean cancelled() {
                    return told.cancelled();
                }
            }));
        }
        return verdicts;
    }

    /** Ends what runs; nobody waits for it any more. */
    void cancel() {
        run.line().end();
    }
}
