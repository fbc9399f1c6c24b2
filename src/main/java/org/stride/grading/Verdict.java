package org.stride.grading;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;

/**
 * What a check found, always in two halves: the shown cases and the held-out ones.
 *
 * @param results one per case, in the exercise's order
 * @param diagnosis the cause, if any case fails, be it required or advisory
 */
public record Verdict(
        Exercise exercise,
        List<CaseResult> results,
        @Nullable Diagnosis diagnosis) {
    public Verdict {
        results = List.copyOf(results);
    }

    /** Whether every required case passes. */
    public boolean passed() {
        return results.stream().noneMatch(CaseResult::decisive);
    }

    /** The cases whose inputs and values may be seen, required ones only. */
    public Half shown() {
        return new Half(select(
                result -> result.testCase().required() && !result.testCase().heldOut()));
    }

    /** The cases that stay hidden, required ones only. */
    public Half heldOut() {
        return new Half(select(
                result -> result.testCase().required() && result.testCase().heldOut()));
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

    private List<CaseResult> select(Predicate<CaseResult> condition) {
        return results.stream().filter(condition).toList();
    }

    /** One half of a verdict. */
    public record Half(List<CaseResult> results) {
        public Half {
            results = List.copyOf(results);
        }

        public int total() {
            return results.size();
        }

        public List<CaseResult> failures() {
            return results.stream().filter(result -> !result.passed()).toList();
        }

        public int passedCount() {
            return total() - failures().size();
        }

        public boolean passed() {
            return failures().isEmpty();
        }
    }
}
