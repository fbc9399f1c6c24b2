package org.stride.exercise;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.python.Outcome;

/** Something that can be run on cases: a strategy, a flaw, or a learner's own code. */
@FunctionalInterface
public interface Implementation {
    /** Runs once; the arguments are the implementation's own, to change as it likes. */
    Outcome run(Arguments arguments);

    /**
     * Runs case after case, in their order.
     *
     * @param monitor told of each run as soon as it ended
     * @return what ended it before the last case; {@code null} if every case was run
     */
    default @Nullable Outcome runAll(List<Case> cases, RunMonitor monitor) {
        for (Case testCase : cases) {
            if (monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            Arguments arguments = testCase.arguments().deepCopy();
            long start = System.nanoTime();
            Outcome outcome = run(arguments);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (outcome instanceof Outcome.Returned returned) {
                outcome = new Outcome.Returned(returned.value(), changed(testCase.arguments(), arguments));
            }
            monitor.ran(new Run(outcome, "", List.of(), time));
        }
        return null;
    }

    /** The positions of the arguments that a run changed in place. */
    private static List<Integer> changed(Arguments before, Arguments after) {
        List<Value> values = List.copyOf(before.values().values());
        List<Value> others = List.copyOf(after.values().values());
        return IntStream.range(0, values.size())
                .filter(place -> !values.get(place).equals(others.get(place)))
                .boxed()
                .toList();
    }
}
