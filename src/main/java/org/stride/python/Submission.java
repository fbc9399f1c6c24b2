package org.stride.python;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;

/**
 * Code and what to do with it. All of it runs in one module, in this order: {@code before}, {@code source}, {@code after},
 * then the calls, then the cell.
 *
 * <pre>{@code
 * Submission.of("def twice(x): return x + x").calling("twice", List.of(List.of(NdArray.full(Shape.of(2), 3))))
 * }</pre>
 *
 * @param before code of ours that comes first: imports, helpers that the learner may replace
 * @param source the learner’s code
 * @param after code of ours that comes last: helpers that the learner may not replace
 * @param function the function that is called; {@code null} if none is
 * @param cell a scratch cell whose last expression is a result too, one after the calls; {@code null} if there is none
 * @param limits {@code null} for those of the runner
 * @param watched whether the report tells what the calls read and wrote; never when they are judged, since it slows them
 */
public record Submission(
        String before,
        String source,
        String after,
        @Nullable String function,
        List<Call> calls,
        @Nullable String cell,
        @Nullable Limits limits,
        boolean watched) {
    /** What a learner finds imported. */
    public static final String NUMPY = "import numpy as np";

    public Submission {
        calls = List.copyOf(calls);
        if (function == null && !calls.isEmpty()) {
            throw new IllegalArgumentException("submission: " + calls.size() + " calls, but no function");
        }
    }

    /** Code that is only loaded, with NumPy imported as {@code np}, under the limits of the runner. */
    public static Submission of(String source) {
        return new Submission(NUMPY, source, "", null, List.of(), null, null, false);
    }

    /** The same code, with calls of one of its functions. */
    public Submission calling(String name, List<? extends List<? extends Value>> arguments) {
        return making(name, arguments.stream().map(Call::of).toList());
    }

    /** The same code, with calls of one of its functions. */
    public Submission making(String name, List<Call> someCalls) {
        return new Submission(before, source, after, name, someCalls, cell, limits, watched);
    }

    /** The same, between other code of ours. */
    public Submission between(String first, String last) {
        return new Submission(first, source, last, function, calls, cell, limits, watched);
    }

    /** The same, with a scratch cell at the end. */
    public Submission withCell(String text) {
        return new Submission(before, source, after, function, calls, text, limits, watched);
    }

    /** The same, under limits of its own. */
    public Submission within(Limits others) {
        return new Submission(before, source, after, function, calls, cell, others, watched);
    }

    /** The same, and the report tells what the calls read and wrote: {@link CallResult#accesses}. */
    public Submission watching() {
        return new Submission(before, source, after, function, calls, cell, limits, true);
    }

    /** Those of its own; the default ones if it has none and no runner has given it any. */
    @Override
    public Limits limits() {
        return limits == null ? Limits.DEFAULT : limits;
    }

    /** The same, under these limits if it has none of its own. */
    Submission withDefault(Limits others) {
        return limits == null ? within(others) : this;
    }

    /** How many results there are if all goes well: one for each call, and one for the cell. */
    public int expected() {
        return calls.size() + (cell == null ? 0 : 1);
    }
}
