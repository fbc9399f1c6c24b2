package org.stride.learner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;

/** The attempts of one visit. Guarded by its session's lock. */
public final class Progress {
    /** How far a learner is with an exercise. */
    public enum State {
        NEW,
        TRIED,
        PASSED
    }

    private final List<Attempt> attempts = new ArrayList<>();

    public void add(Attempt attempt) {
        attempts.add(attempt);
    }

    public State state(Exercise exercise) {
        List<Attempt> own = of(exercise);
        if (own.stream().anyMatch(Attempt::passed)) {
            return State.PASSED;
        }
        return own.isEmpty() ? State.NEW : State.TRIED;
    }

    /** The latest attempt with a card; empty if it was never run. */
    public Optional<Attempt.OfCard> latest(Exercise exercise, String letter) {
        return cards().filter(attempt -> attempt.exercise().equals(exercise.name()))
                .filter(attempt -> attempt.letter().equals(letter))
                .reduce((earlier, later) -> later);
    }

    /** The first exercise that is not passed yet, or the last one if all are. */
    public Exercise next(Catalogue catalogue) {
        return catalogue.exercises().stream()
                .filter(exercise -> state(exercise) != State.PASSED)
                .findFirst()
                .orElse(catalogue.exercises().getLast());
    }

    public boolean started() {
        return !attempts.isEmpty();
    }

    /** How many cards were predicted: of each only the first run counts, the later ones know the answer. */
    public int predictions() {
        return firstAttempts().size();
    }

    public int predictionsThatCameTrue() {
        return (int) firstAttempts().stream()
                .filter(Attempt.OfCard::predictionCameTrue)
                .count();
    }

    private Stream<Attempt.OfCard> cards() {
        return attempts.stream().filter(Attempt.OfCard.class::isInstance).map(Attempt.OfCard.class::cast);
    }

    private Collection<Attempt.OfCard> firstAttempts() {
        Map<String, Attempt.OfCard> first = new LinkedHashMap<>();
        cards().forEach(attempt -> first.putIfAbsent(attempt.exercise() + "/" + attempt.letter(), attempt));
        return first.values();
    }

    private List<Attempt> of(Exercise exercise) {
        return attempts.stream()
                .filter(attempt -> attempt.exercise().equals(exercise.name()))
                .toList();
    }
}
