package org.stride.grading;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Run;
import org.stride.python.Outcome;

/**
 * What one case showed.
 *
 * @param wanted the reference's result
 * @param run the call, and how it ended
 * @param difference the first difference; {@code null} if the case passes
 */
public record CaseResult(
        Case testCase, Value wanted, Run run, @Nullable Difference difference, List<Note> notes) {
    public CaseResult {
        notes = List.copyOf(notes);
    }

    /** How the run ended. */
    public Outcome outcome() {
        return run.outcome();
    }

    /** How long the run took. */
    public Duration time() {
        return run.time();
    }

    public boolean passed() {
        return difference == null;
    }

    /** Whether this result alone fails the whole. */
    public boolean decisive() {
        return !passed() && testCase.required();
    }
}
