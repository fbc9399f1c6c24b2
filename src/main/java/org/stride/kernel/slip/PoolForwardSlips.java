package org.stride.kernel.slip;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.array.Value.Dictionary;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Tuple;
import org.stride.kernel.Pooling.Mode;
import org.stride.kernel.flaw.NumpyError;
import org.stride.kernel.flaw.PoolForwardFlaws;
import org.stride.kernel.slip.Lines.Solution;

/** {@code pool_forward} in four loops, with every slip. */
public final class PoolForwardSlips {
    private static final Lines LINES = WindowLoops.lines("n_H_prev", "n_W_prev")
            .expression("n_H", "n_H = {(n_H_prev - f) // stride + 1}")
            .expression("n_W", "n_W = {(n_W_prev - f) // stride + 1}")
            .expression("A", "A = np.zeros(({m}, {n_H}, {n_W}, {n_C}))")
            .expression("image", "a_prev = A_prev[{i}]")
            .expression("channel", "a_prev[vert_start:vert_end, horiz_start:horiz_end, {c}]")
            .expression("cell", "A[{i}, {h}, {w}, {c}]")
            .line("fill", "A[i, h, w, c] = …", -1)
            .line("fill", "A[:, h, w, c] = …", 0)
            .line("fill", "A[i, :, w, c] = …", 1)
            .line("fill", "A[i, h, :, c] = …", 2)
            .line("fill", "A[i, h, w, :] = …", 3)
            .line("mode", "if mode == \"max\":", mode(mode -> mode))
            .line("mode", "if mode != \"max\":", mode(mode -> mode == Mode.MAX ? Mode.AVERAGE : Mode.MAX))
            .line("max", "np.max(a_slice)", pool(x -> Arrays.stream(x).max().orElse(Double.NaN)))
            .line("max", "np.sum(a_slice)", pool(x -> Arrays.stream(x).sum()))
            .line("max", "-np.max(a_slice)", pool(x -> -Arrays.stream(x).max().orElse(Double.NaN)))
            .line("max", "np.max(-a_slice)", pool(x -> -Arrays.stream(x).min().orElse(Double.NaN)))
            .line("max", "np.argmax(a_slice)", pool(PoolForwardSlips::argmax))
            .line("max", "np.median(a_slice)", pool(PoolForwardSlips::median))
            .line(
                    "average",
                    "np.mean(a_slice)",
                    pool(x -> Arrays.stream(x).average().orElse(Double.NaN)))
            .line("average", "np.median(a_slice)", pool(PoolForwardSlips::median))
            .line(
                    "average",
                    "np.mean(-a_slice)",
                    pool(x -> -Arrays.stream(x).average().orElse(Double.NaN)))
            .line("update", "A = np.zeros((m, n_H, n_W, n_C))", update((start, value) -> value))
            .line(
                    "update",
                    "A = np.zeros((m, n_H, n_W, n_C), dtype=int)",
                    update((start, value) -> value < 0 ? Math.ceil(value) : Math.floor(value)))
            .line(
                    "update",
                    "A = np.zeros((m, n_H, n_W, n_C), dtype=bool)",
                    update((start, value) -> value == 0 ? 0 : 1))
            .line("update", "A[i, h, w, c] is never assigned", update((start, value) -> start));

    private PoolForwardSlips() {}

    /** Every slip. */
    public static List<Slip<PoolForwardFlaws.Kernel>> all() {
        return LINES.slips(PoolForwardSlips::kernel);
    }

    static PoolForwardFlaws.Kernel right() {
        return kernel(LINES.right());
    }

    private static PoolForwardFlaws.Kernel kernel(Solution solution) {
        return (aPrev, f, stride, mode) -> new Loops(solution, aPrev, f, stride, mode).result();
    }

    private interface Pool extends ToDoubleFunction<double[]> {}

    private static Pool pool(Pool pool) {
        return pool;
    }

    /** What becomes of a cell and of the value for it. */
    private interface Update {
        double of(double start, double value);
    }

    private static Update update(Update update) {
        return update;
    }

    private interface ModeOf {
        Mode of(Mode mode);
    }

    private static ModeOf mode(ModeOf mode) {
        return mode;
    }

    private static double argmax(double[] x) {
        int largest = 0;
        for (int place = 1; place < x.length; place++) {
            largest = x[place] > x[largest] ? place : largest;
        }
        return largest;
    }

    private static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static final class Loops extends WindowLoops {
        private final NdArray aPrev;
        private final Mode mode;
        private final NdArray a;
        private final Dictionary hparameters;

        Loops(Solution solution, NdArray aPrev, int f, int stride, Mode mode) {
            super(solution);
            this.aPrev = aPrev;
            this.mode = solution.meaning("mode", ModeOf.class).of(mode);
            this.hparameters = Dictionary.of("f", Scalar.of(f)).with("stride", Scalar.of(stride));
            set("m", aPrev.length(0));
            set("n_H_prev", aPrev.length(1));
            set("n_W_prev", aPrev.length(2));
            set("n_C", aPrev.length(3));
            set("n_C_prev", aPrev.length(3));
            set("f", f);
            set("stride", stride);
            set("n_H", get("n_H 0"));
            set("n_W", get("n_W 0"));
            a = Slices.zeros(get("A 0"), get("A 1"), get("A 2"), get("A 3"));
        }

        Value result() {
            run();
            return Tuple.of(a, Tuple.of(aPrev, hparameters));
        }

        @Override
        void step() {
            int image = index("image 0", aPrev, 0), channel = index("channel 0", aPrev, 3);
            double[] x = Slices.numbers(aPrev, image, rows(aPrev.length(1)), columns(aPrev.length(2)), channel);
            if (x.length == 0 && mode == Mode.MAX) {
                throw new NumpyError(
                        "ValueError", "zero-size array to reduction operation maximum which has no identity");
            }
            double value = solution.meaning(mode == Mode.MAX ? "max" : "average", Pool.class)
                    .applyAsDouble(x);
            double updated = solution.meaning("update", Update.class).of(0, value);
            int everywhere = solution.meaning("fill", Integer.class);
            Slices.assign(a, updated, everywhere, get("cell 0"), get("cell 1"), get("cell 2"), get("cell 3"));
        }
    }
}
