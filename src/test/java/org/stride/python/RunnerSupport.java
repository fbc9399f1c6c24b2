package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.stride.PythonListings;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.python.Outcome.Clock;

/** A runner for tests, or none: then the test is skipped. */
public final class RunnerSupport {
    private RunnerSupport() {}

    /** The tests’ Python with one slot, where every layer of the sandbox has to hold. */
    public static Setup setup() {
        Path python = PythonListings.assumeInstalled();
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "skipped: the sandbox is whole on Linux only");
        return Setup.of(python, Mode.STRICT).withSlots(1);
    }

    static Value number(double value) {
        return new Value.Scalar(value, Value.Scalar.Type.PYTHON_FLOAT);
    }

    /** A submission with one call without arguments. */
    static Submission call(String source, String function) {
        return Submission.of(source).calling(function, List.of(List.of()));
    }

    /** The outcome of its only call. */
    static Outcome only(Report report) {
        assertThat(report.calls()).as("%s", report).hasSize(1);
        return report.calls().getFirst().outcome();
    }

    /** The time ran out, wherever that was. */
    static void assertTimedOut(@Nullable Outcome outcome, Clock clock) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.TimedOut.class,
                        timedOut -> assertThat(timedOut.clock()).isEqualTo(clock));
    }

    /** The value of its only call. */
    static Value value(Report report) {
        assertThat(only(report)).isInstanceOf(Outcome.Returned.class);
        return ((Outcome.Returned) only(report)).value();
    }

    /** Runs what an honest learner would, and finds it right. */
    static void assertHonestRunIsRight(PythonRunner runner) {
        NdArray x = NdArray.of(Shape.of(2, 2), 1, 2, 3, 4);
        Report report = runner.run(Submission.of("""
                import math
                def half(x, n):
                    print('halving', n)
                    return np.sum(x) / 2, np.zeros((1, 2)) + math.sqrt(n)
                """)
                .calling("half", List.of(List.of(x, Value.Scalar.of(4)), List.of(x, Value.Scalar.of(9)))));
        assertThat(report.stopped()).isNull();
        assertThat(report.calls())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("time")
                .containsExactly(
                        honest(0, "halving 4\n", Value.Tuple.of(Value.Scalar.of(5.0), NdArray.matrix(new double[] {2, 2
                        }))),
                        honest(1, "halving 9\n", Value.Tuple.of(Value.Scalar.of(5.0), NdArray.matrix(new double[] {3, 3
                        }))));
    }

    private static CallResult honest(int number, String output, Value value) {
        return new CallResult(number, new Outcome.Returned(value, List.of()), output, List.of(), Duration.ZERO);
    }
}
