package org.stride.ui.admin;

import java.time.Duration;
import java.util.List;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.Report;
import org.stride.python.Submission;

/**
 * What an honest learner might send, to see whether it comes back right.
 *
 * @param outcome of the call, or why there was none
 * @param time from sending to answer
 */
record Trial(Outcome outcome, Duration time) {
    private static final Value RIGHT = new Value.Scalar(22, Value.Scalar.Type.NUMPY_FLOAT);

    private static final Submission SUBMISSION = Submission.of("""
                    def conv_single_step(a_slice_prev, W, b):
                        return np.sum(a_slice_prev * W) + b.item()
                    """)
            .calling(
                    "conv_single_step",
                    List.of(List.of(
                            NdArray.full(Shape.of(2, 2, 1), 2.5),
                            NdArray.full(Shape.of(2, 2, 1), 2),
                            NdArray.full(Shape.of(1, 1, 1), 2))));

    /** Probes the layers once more, then runs it; takes about a second. */
    static Trial run(PythonRunner runner) {
        runner.probe();
        long start = System.nanoTime();
        Report report = runner.run(SUBMISSION);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Outcome stopped = report.stopped();
        return new Trial(stopped != null ? stopped : report.calls().getFirst().outcome(), time);
    }

    boolean right() {
        return outcome instanceof Outcome.Returned returned && returned.value().equals(RIGHT);
    }
}
