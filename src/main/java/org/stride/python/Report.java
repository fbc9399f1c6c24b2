package org.stride.python;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission.
 *
 * @param output what was printed while the code was loaded, before any call
 * @param defined the functions that the code defines; none if it was not loaded
 * @param calls the calls that were made, in order; the last may have been cut off, and its outcome then says by what
 * @param stopped why not everything was done; {@code null} if everything was, however each call ended
 */
public record Report(
        String output,
        List<Warning> warnings,
        List<FunctionDefinition> defined,
        List<CallResult> calls,
        @Nullable Outcome stopped,
        Usage usage) {
    public Report {
        warnings = List.copyOf(warnings);
        defined = List.copyOf(defined);
        calls = List.copyOf(calls);
    }

    /**
     * What it took.
     *
     * @param resident the most memory that was in use, in bytes, with Python and NumPy
     */
    public record Usage(Duration wall, Duration cpu, long resident) {
        public static final Usage NONE = new Usage(Duration.ZERO, Duration.ZERO, 0);
    }

    /** What was loaded here, and what became of a later run of the same code. */
    public Report endedLike(Report later) {
        return new Report(output, warnings, defined, later.calls, later.stopped, later.usage);
    }

    static Report stopped(Outcome outcome) {
        return new Report("", List.of(), List.of(), List.of(), outcome, Usage.NONE);
    }
}
