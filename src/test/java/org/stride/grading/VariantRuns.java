package org.stride.grading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stride.PythonListings;
import org.stride.exercise.Arguments;
import org.stride.python.CallResult;
import org.stride.python.Limits;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.Report;
import org.stride.python.Submission;

/**
 * Runs texts of Python through the runner: one submission for all arguments. What is cut off counts as raised, and so does what
 * comes after it.
 */
record VariantRuns(PythonRunner runner) {
    private static final Limits LIMITS = Limits.DEFAULT.withWall(Duration.ofMinutes(2));

    /** One outcome for each arguments, in their order. */
    List<Outcome> run(String function, String source, List<Arguments> arguments) {
        // A second for what is graded, which takes milliseconds; more for the many cases of a proof
        Duration cpu = Duration.ofSeconds(1 + arguments.size() / 20);
        Report report = runner.run(Submission.of(source)
                .between(helpers(function), "")
                .calling(
                        function,
                        arguments.stream()
                                .map(a -> List.copyOf(a.values().values()))
                                .toList())
                .within(LIMITS.withCpu(cpu)));
        List<Outcome> outcomes = new ArrayList<>();
        for (CallResult call : report.calls()) {
            outcomes.add(outcome(call.outcome()));
        }
        while (outcomes.size() < arguments.size()) {
            outcomes.add(report.stopped() == null ? new Outcome.Raised("NotRunError", "") : outcome(report.stopped()));
        }
        return outcomes;
    }

    private static Outcome outcome(org.stride.python.Outcome outcome) {
        return switch (outcome) {
            case org.stride.python.Outcome.Returned o -> new Outcome.Returned(o.value());
            case org.stride.python.Outcome.Raised o -> new Outcome.Raised(o.type(), o.message());
            case org.stride.python.Outcome.OutOfMemory o -> new Outcome.Raised("MemoryError", "");
            case org.stride.python.Outcome.TimedOut o -> new Outcome.Raised("TimeoutError", "");
            case org.stride.python.Outcome.SourceError o -> new Outcome.Raised("SyntaxError", o.message());
            case org.stride.python.Outcome.Fault o -> throw new IllegalStateException(o.message());
            default -> new Outcome.Raised(outcome.getClass().getSimpleName(), outcome.toString());
        };
    }

    /** NumPy, and a right way for each of the other exercises. */
    private static String helpers(String function) {
        return PythonListings.HELPERS.entrySet().stream()
                .filter(helper -> !helper.getKey().equals(function))
                .map(helper -> PythonListings.listing(helper.getKey(), helper.getValue()))
                .collect(Collectors.joining("\n", Submission.NUMPY + "\n", ""));
    }
}
