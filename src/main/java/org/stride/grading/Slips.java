package org.stride.grading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Slip;
import org.stride.python.Outcome;

/** Looks for a {@link Flaw} or a {@link Slip} that gives what was seen, everywhere or under one {@link Condition}. */
final class Slips {
    /** What a mistake gives on a case. */
    interface Outcomes<M> {
        Outcome of(M mistake, Case testCase);
    }

    private final List<CaseResult> results;
    private final List<Condition.Input> inputs;
    private final List<Integer> required;
    private final List<Integer> failing;

    private Slips(Exercise exercise, List<CaseResult> results) {
        this.results = results;
        this.inputs = results.stream()
                .map(result -> Condition.Input.of(exercise, result.testCase()))
                .toList();
        this.required = IntStream.range(0, results.size())
                .filter(number -> results.get(number).testCase().required())
                .boxed()
                .sorted(Comparator.comparing(number -> results.get(number).testCase(), PreparedExercise.SMALLEST_FIRST))
                .toList();
        // The smallest first: most mistakes are ruled out by the first case that they run on
        this.failing = required.stream()
                .filter(number -> !results.get(number).passed())
                .sorted(Comparator.comparingInt(
                        number -> size(results.get(number).wanted())))
                .toList();
    }

    /**
     * The first mistake under the simplest condition; one with a name before one without.
     *
     * @param results of every case
     */
    static Optional<Diagnosis> find(
            Exercise exercise, List<CaseResult> results, Outcomes<Flaw> flaws, Outcomes<Slip> slips) {
        Slips search = new Slips(exercise, results);
        if (search.failing.stream().noneMatch(search::tells)) {
            return Optional.empty();
        }
        List<Flaw> known =
                exercise.flaws().stream().filter(flaw -> !flaw.advisory()).toList();
        List<Flaw> fittingFlaws = search.fitting(known, flaws);
        List<Slip> fittingSlips = search.fitting(exercise.slips(), slips);
        if (fittingFlaws.isEmpty() && fittingSlips.isEmpty()) {
            return Optional.empty();
        }
        return Condition.all().stream()
                .filter(search::holdsWhereItFails)
                .flatMap(condition -> search
                        .under(condition, fittingFlaws, flaws)
                        .<Diagnosis>map(flaw -> new Diagnosis.FlawWhere(condition, flaw))
                        .or(() -> search.under(condition, fittingSlips, slips)
                                .map(slip -> new Diagnosis.OneLine(condition, slip)))
                        .stream())
                .findFirst();
    }

    private <M> List<M> fitting(List<M> mistakes, Outcomes<M> outcomes) {
        return mistakes.stream().filter(fits(failing, outcomes)).toList();
    }

    private boolean holdsWhereItFails(Condition condition) {
        return failing.stream().allMatch(number -> condition.holds(inputs.get(number)));
    }

    private <M> Optional<M> under(Condition condition, List<M> fitting, Outcomes<M> outcomes) {
        List<Integer> held = required.stream()
                .filter(number -> condition.holds(inputs.get(number)))
                .toList();
        return fitting.stream().filter(fits(held, outcomes)).findFirst();
    }

    /**
     * Whether a mistake gives what these cases gave. Where both raise, they may raise different things: that depends on how the
     * rest is written.
     */
    private <M> Predicate<M> fits(List<Integer> numbers, Outcomes<M> outcomes) {
        return mistake -> numbers.stream()
                .allMatch(number -> alike(
                        outcomes.of(mistake, results.get(number).testCase()),
                        results.get(number).outcome()));
    }

    private static int size(Value value) {
        return switch (value) {
            case NdArray array -> array.size();
            case Value.Tuple tuple ->
                tuple.parts().stream().mapToInt(Slips::size).sum();
            default -> 1;
        };
    }

    /** Whether a case tells one mistake from another: many a one gives NaN. */
    private boolean tells(int number) {
        CaseResult result = results.get(number);
        return result.outcome() instanceof Outcome.Returned && !(result.difference() instanceof Difference.NotFinite);
    }

    /** Whether two runs gave the same, or both raised. */
    static boolean alike(Outcome one, Outcome other) {
        return (one instanceof Outcome.Raised && other instanceof Outcome.Raised) || Agreement.same(one, other);
    }
}
