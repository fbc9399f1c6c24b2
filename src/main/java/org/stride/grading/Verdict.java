package org.stride.grading;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.python.Outcome;

/**
 * What a check found, always in two halves: the shown cases and the held-out ones.
 *
 * @param results one for each case that was run, in the exercise's order
 * @param notRun the cases that were not run, because of {@code stopped}
 * @param stopped what ended it before the last case, or before the first; {@code null} if every case was run
 * @param diagnosis the cause, if any case fails, be it required or advisory
 */
public record Verdict(
        Exercise exercise,
        List<CaseResult> results,
        List<Case> notRun,
        @Nullable Outcome stopped,
        @Nullable Diagnosis diagnosis) {
    public Verdict {
        results = List.copyOf(results);
        notRun = List.copyOf(notRun);
    }

    /** Whether every required case was run and passes. */
    public boolean passed() {
        return notRun.stream().noneMatch(Case::required) && results.stream().noneMatch(CaseResult::decisive);
    }

    /** Whether anything can be said: not where the fault is ours. */
    public boolean judged() {
        return !(stopped instanceof Outcome.Fault);
    }

    /** The cases whose inputs and values may be seen, required ones only. */
    public Half shown() {
        return half(testCase -> testCase.required() && !testCase.heldOut());
    }

    /** The cases that stay hidden, required ones only. */
    public Half heldOut() {
        return half(testCase -> testCase.required() && testCase.heldOut());
    }

    /** The cases that only teach. */
    public List<CaseResult> advisory() {
        return select(result -> !result.testCase().required());
    }

    /** The first failing case whose numbers may be shown; an advisory one only if every required one passes. */
    public Optional<CaseResult> firstShownFailure() {
        return shown().failures().stream()
                .findFirst()
                .or(() -> advisory().stream()
                        .filter(result -> passed() && !result.passed())
                        .findFirst());
    }

    /** What is worth telling besides, each thing once. */
    public List<Note> notes() {
        return results.stream()
                .flatMap(result -> result.notes().stream())
                .distinct()
                .toList();
    }

    private Half half(Predicate<Case> condition) {
        return new Half(select(result -> condition.test(result.testCase())), (int)
                notRun.stream().filter(condition).count());
    }

    private List<CaseResult> select(Predicate<CaseResult> condition) {
        return results.stream().filter(condition).toList();
    }

    /**
     * One half of a verdict.
     *
     * @param notRun how many of its cases were not run
     */
    public record Half(List<CaseResult> results, int notRun) {
        public Half {
            results = List.copyOf(results);
        }

        public int total() {
            return results.size() + notRun;
        }

        public List<CaseResult> failures() {
            return results.stream().filter(result -> !result.passed()).toList();
        }

        public int passedCount() {
            return results.size() - failures().size();
        }

        public boolean passed() {
            return passedCount() == total();
        }
    }
}
