package org.stride.grading;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Outcome;

/**
 * What one case showed.
 *
 * @param wanted the reference's result
 * @param outcome how the run ended
 * @param difference the first difference; {@code null} if the case passes
 * @param time how long the run took
 */
public record CaseResult(
        Case testCase,
        Value wanted,
        Outcome outcome,
        @Nullable Difference difference,
        List<Note> notes,
        Duration time) {
    public CaseResult {
        notes = List.copyOf(notes);
    }

    public boolean passed() {
        return difference == null;
    }

    /** Whether this result alone fails the whole. */
    public boolean decisive() {
        return !passed() && testCase.required();
    }
}
