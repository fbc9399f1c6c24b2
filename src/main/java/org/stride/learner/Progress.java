package org.stride.learner;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;

/** How far a learner is: what follows from the history. */
public final class Progress {
    /** Of somebody who has done nothing yet. */
    public static final Progress NONE = new Progress(List.of());

    /** How far a learner is with an exercise. */
    public enum State {
        NEW,
        TRIED,
        PASSED
    }

    private final List<Summary> attempts;
    private final Map<String, List<Summary>> byExercise;

    /** @param history of all exercises, the oldest first */
    public Progress(List<Summary> history) {
        attempts = history.stream().filter(Summary::attempt).toList();
        byExercise = attempts.stream().collect(Collectors.groupingBy(Summary::exercise));
    }

    public State state(Exercise exercise) {
        List<Summary> own = attempts(exercise);
        if (own.stream().anyMatch(Progress::passed)) {
            return State.PASSED;
        }
        return own.isEmpty() ? State.NEW : State.TRIED;
    }

    /** The attempts of an exercise, the oldest first. */
    public List<Summary> attempts(Exercise exercise) {
        return byExercise.getOrDefault(exercise.name(), List.of());
    }

    /** The latest of them, and how many there were before. */
    public Strip strip(Exercise exercise, int most) {
        return Strip.of(attempts(exercise), most);
    }

    /** The first attempt that passed; empty if none has yet. */
    public Optional<Summary> firstPass(Exercise exercise) {
        return attempts(exercise).stream().filter(Progress::passed).findFirst();
    }

    /** How often code of an exercise was checked. */
    public int checksOfCode(Exercise exercise) {
        return (int) attempts(exercise).stream().filter(Summary::ofCode).count();
    }

    /** The mistakes in code that have a name: those not mended first, among them the latest first. */
    public List<MistakeMet> mistakes() {
        Map<List<String>, List<Summary>> met = attempts.stream()
                .filter(attempt -> attempt.ofCode() && !passed(attempt) && attempt.mistake() != null)
                .collect(Collectors.groupingBy(attempt -> List.of(
                        attempt.exercise(),
                        String.valueOf(attempt.mistake()),
                        Objects.requireNonNullElse(attempt.mistakeName(), ""))));
        return met.entrySet().stream()
                .map(entry -> mistake(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(MistakeMet::mended)
                        .thenComparing(Comparator.comparingLong(
                                        (MistakeMet mistake) -> mistake.latest().number())
                                .reversed()))
                .toList();
    }

    private MistakeMet mistake(List<String> key, List<Summary> met) {
        String exercise = key.getFirst();
        Summary latest = met.getLast();
        Optional<Summary> mended = byExercise.getOrDefault(exercise, List.of()).stream()
                .filter(attempt -> attempt.number() > latest.number())
                .filter(attempt -> attempt.ofCode() && passed(attempt))
                .findFirst();
        return new MistakeMet(
                exercise,
                key.get(1),
                key.getLast(),
                met.size(),
                met.getFirst().at(),
                latest,
                mended.map(Summary::at).orElse(null));
    }

    /** What was expected of cards, and what came. */
    public Predictions predicted() {
        return new Predictions(firstRuns());
    }

    /** The latest attempt with a card; empty if it was never run. */
    public Optional<Summary> latest(Exercise exercise, String letter) {
        return attempts(exercise).stream()
                .filter(Summary::ofCard)
                .filter(attempt -> letter.equals(attempt.card()))
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

    static boolean passed(Summary attempt) {
        return Boolean.TRUE.equals(attempt.passed());
    }

    /** Of each card the first run. */
    private Collection<Summary> firstRuns() {
        Map<String, Summary> first = new LinkedHashMap<>();
        attempts.stream()
                .filter(Summary::ofCard)
                .forEach(attempt -> first.putIfAbsent(attempt.exercise() + "/" + attempt.card(), attempt));
        return first.values();
    }
}
