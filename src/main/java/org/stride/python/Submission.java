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
 * @param calls the arguments of each call, in the order of the parameters
 * @param cell a scratch cell whose last expression is a result too, one after the calls; {@code null} if there is none
 */
public record Submission(
        String before,
        String source,
        String after,
        @Nullable String function,
        List<List<Value>> calls,
        @Nullable String cell,
        Limits limits) {
    /** What a learner finds imported. */
    public static final String NUMPY = "import numpy as np";

    public Submission {
        calls = calls.stream().map(List::copyOf).toList();
        if (function == null && !calls.isEmpty()) {
            throw new IllegalArgumentException("submission: " + calls.size() + " calls, but no function");
        }
    }

    /** Code that is only loaded, with NumPy imported as {@code np}, under the default limits. */
    public static Submission of(String source) {
        return new Submission(NUMPY, source, "", null, List.of(), null, Limits.DEFAULT);
    }

    /** The same code, with calls of one of its functions. */
    public Submission calling(String name, List<? extends List<? extends Value>> arguments) {
        List<List<Value>> copies = arguments.stream().map(List::<Value>copyOf).toList();
        return new Submission(before, source, after, name, copies, cell, limits);
    }

    /** The same, between other code of ours. */
    public Submission between(String first, String last) {
        return new Submission(first, source, last, function, calls, cell, limits);
    }

    /** The same, with a scratch cell at the end. */
    public Submission withCell(String text) {
        return new Submission(before, source, after, function, calls, text, limits);
    }

    public Submission within(Limits others) {
        return new Submission(before, source, after, function, calls, cell, others);
    }

    /** How many results there are if all goes well: one for each call, and one for the cell. */
    public int expected() {
        return calls.size() + (cell == null ? 0 : 1);
    }
}
