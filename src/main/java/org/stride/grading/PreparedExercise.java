package org.stride.grading;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Implementation;
import org.stride.exercise.Seeds;
import org.stride.python.Outcome;

/** An exercise's cases with what each should give, and what each known flaw gives instead. */
final class PreparedExercise {
    /** The order in which a mistake is ruled out with the least work. */
    static final Comparator<Case> SMALLEST_FIRST = Comparator.comparingInt(PreparedExercise::size);

    private final Exercise exercise;
    private final List<Case> cases;
    /** By the case's id, as all that is kept for each case. */
    private final Map<String, Value> wanted = new HashMap<>();

    /** Of flaws and slips. */
    private final Map<Implementation, Map<String, Outcome>> outcomes = new ConcurrentHashMap<>();

    PreparedExercise(Exercise exercise, Seeds seeds) {
        this.exercise = exercise;
        this.cases = exercise.cases(seeds);
        cases.forEach(c -> wanted.put(c.id(), exercise.reference(c.arguments().deepCopy())));
    }

    List<Case> cases() {
        return cases;
    }

    Value wanted(Case testCase) {
        return Objects.requireNonNull(wanted.get(testCase.id()));
    }

    /** The verdict on those cases that were run, in the exercise's order. */
    Verdict verdict(Map<String, CaseResult> results, @Nullable Outcome stopped) {
        List<CaseResult> run = cases.stream()
                .map(testCase -> results.get(testCase.id()))
                .filter(Objects::nonNull)
                .toList();
        List<Case> notRun =
                cases.stream().filter(c -> !results.containsKey(c.id())).toList();
        return new Verdict(exercise, run, notRun, stopped, diagnose(run, notRun));
    }

    /**
     * The cause of what fails: a flaw, else a relation, else unknown. Code that passes is told of a flaw only if that is all that
     * an advisory case sees; otherwise there is nothing to tell.
     */
    private @Nullable Diagnosis diagnose(List<CaseResult> results, List<Case> notRun) {
        if (notRun.stream().anyMatch(Case::required)) {
            return null; // Whatever ended it is the cause
        }
        List<CaseResult> smallestFirst = results.stream()
                .sorted(Comparator.comparing(CaseResult::testCase, SMALLEST_FIRST))
                .toList();
        List<Flaw> flaws = exercise.flaws().stream()
                .filter(flaw -> explains(flaw, smallestFirst))
                .toList();
        if (!flaws.isEmpty()) {
            return new Diagnosis.KnownFlaw(flaws);
        }
        // What may be shown comes first, so that a relation's numbers are those of a case that may be shown.
        List<CaseResult> failures = results.stream()
                .filter(CaseResult::decisive)
                .sorted(Comparator.comparing(result -> result.testCase().heldOut()))
                .toList();
        if (failures.isEmpty()) {
            return null;
        }
        return related(Relations.telling(exercise, failures), failures)
                .or(() -> Slips.find(exercise, results, this::outcome, this::outcome))
                .or(() -> related(Relations.locating(exercise, failures), failures))
                .or(() -> raises(failures))
                .or(() -> where(results))
                .or(() -> related(Relations.onePartWrong(exercise, failures), failures))
                .orElseGet(Diagnosis.Unknown::new);
    }

    private static Optional<Diagnosis> related(Optional<Relation> relation, List<CaseResult> failures) {
        boolean onlyHeldOut = failures.getFirst().testCase().heldOut();
        return relation.filter(found -> !(onlyHeldOut && found.tellsNumbers())).map(Diagnosis.Related::new);
    }

    /** What the first case that raises says of it; the message of a held-out case stays hidden. */
    private static Optional<Diagnosis> raises(List<CaseResult> failures) {
        return failures.stream()
                .filter(failure -> failure.difference() instanceof Difference.Raised)
                .findFirst()
                .flatMap(failure -> ErrorKind.of((Difference.Raised) requireNonNull(failure.difference()))
                        .map(explained -> new Diagnosis.Raises(
                                explained.kind(),
                                failure.testCase().heldOut() ? List.of() : explained.details(),
                                failures.stream().allMatch(f -> f.difference() instanceof Difference.Raised))));
    }

    /** The simplest property that every failing case has and no other; one case alone is no rule. */
    private Optional<Diagnosis> where(List<CaseResult> results) {
        List<CaseResult> required =
                results.stream().filter(result -> result.testCase().required()).toList();
        long failing = required.stream().filter(CaseResult::decisive).count();
        if (failing < 2 || required.size() - failing < 2) {
            return Optional.empty();
        }
        return Condition.all().stream()
                .filter(condition -> required.stream()
                        .allMatch(result ->
                                condition.holds(Condition.Input.of(exercise, result.testCase())) == !result.passed()))
                .findFirst()
                .map(Diagnosis.Where::new);
    }

    /**
     * Whether the flaw gives what was seen: the same wrong result where it was wrong, and a right one where it was right. A flaw
     * that explains only some of the failures would be a guess. Advisory cases count for advisory flaws alone, since code with
     * one mistake may treat what the published text leaves open in either way.
     */
    private boolean explains(Flaw flaw, List<CaseResult> results) {
        boolean anythingToExplain = flaw.advisory()
                ? results.stream()
                        .anyMatch(result -> !result.passed() || !result.notes().isEmpty())
                : results.stream().anyMatch(CaseResult::decisive);
        if (!anythingToExplain) {
            return false;
        }
        return results.stream()
                .filter(result -> flaw.advisory() || result.testCase().required())
                .allMatch(result -> Agreement.same(outcome(flaw, result.testCase()), result.outcome()));
    }

    /** Most mistakes are ruled out by the first case that they are held against, so their outcomes come about one by one. */
    private Outcome outcome(Implementation mistake, Case testCase) {
        return outcomes.computeIfAbsent(mistake, m -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        testCase.id(), id -> mistake.run(testCase.arguments().deepCopy()));
    }

    private static int size(Case testCase) {
        return testCase.arguments().values().values().stream()
                .mapToInt(argument -> argument instanceof NdArray array ? array.size() : 1)
                .sum();
    }
}
