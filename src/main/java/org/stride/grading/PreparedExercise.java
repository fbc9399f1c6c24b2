package org.stride.grading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Outcome;
import org.stride.exercise.Seeds;

/** An exercise's cases with what each should give, and what each known flaw gives instead. */
final class PreparedExercise {
    private final Exercise exercise;
    private final List<Case> cases;
    private final List<Value> wanted;
    private final Map<Flaw, List<Outcome>> flawOutcomes = new ConcurrentHashMap<>();

    PreparedExercise(Exercise exercise, Seeds seeds) {
        this.exercise = exercise;
        this.cases = exercise.cases(seeds);
        this.wanted = cases.stream()
                .map(c -> exercise.reference(c.arguments().deepCopy()))
                .toList();
    }

    List<Case> cases() {
        return cases;
    }

    Value wanted(int number) {
        return wanted.get(number);
    }

    /**
     * The cause of what fails: a flaw, else a relation, else unknown. Code that passes is told of a flaw only if that is all that
     * an advisory case sees; otherwise there is nothing to tell.
     */
    @Nullable
    Diagnosis diagnose(List<CaseResult> results) {
        List<Flaw> flaws = exercise.flaws().stream()
                .filter(flaw -> explains(flaw, results))
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
        boolean onlyHeldOut = failures.getFirst().testCase().heldOut();
        return Relations.find(exercise.returns(), failures)
                .filter(relation -> !(onlyHeldOut && relation.tellsNumbers()))
                .<Diagnosis>map(Diagnosis.Related::new)
                .orElseGet(Diagnosis.Unknown::new);
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
        for (int number = 0; number < results.size(); number++) {
            boolean counts = flaw.advisory() || results.get(number).testCase().required();
            if (counts
                    && !Agreement.same(
                            outcome(flaw, number), results.get(number).outcome())) {
                return false;
            }
        }
        return true;
    }

    private Outcome outcome(Flaw flaw, int number) {
        return flawOutcomes
                .computeIfAbsent(
                        flaw,
                        f -> cases.stream()
                                .map(c -> f.run(c.arguments().deepCopy()))
                                .toList())
                .get(number);
    }
}
