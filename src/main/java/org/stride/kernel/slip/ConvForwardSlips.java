package org.stride.kernel.slip;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Dictionary;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Tuple;
import org.stride.kernel.flaw.ConvForwardFlaws;
import org.stride.kernel.slip.Lines.Solution;
import org.stride.kernel.slip.Slices.Range;

/** {@code conv_forward} in four loops, with every slip. */
public final class ConvForwardSlips {
    private static final Lines LINES = WindowLoops.lines("n_H_prev + 2 * pad", "n_W_prev + 2 * pad")
            .expression("n_H", "n_H = {(n_H_prev - f + 2 * pad) // stride + 1}")
            .expression("n_W", "n_W = {(n_W_prev - f + 2 * pad) // stride + 1}")
            .expression("pad", "zero_pad(A_prev, {pad})")
            .expression("Z", "Z = np.zeros(({m}, {n_H}, {n_W}, {n_C}))")
            .expression("image", "a_prev_pad = A_prev_pad[{i}]")
            .expression("filter", "W[:, :, :, {c}]")
            .expression("bias", "b[:, :, :, {c}]")
            .expression("cell", "Z[{i}, {h}, {w}, {c}]")
            .line("fill", "Z[i, h, w, c] = …", -1)
            .line("fill", "Z[:, h, w, c] = …", 0)
            .line("fill", "Z[i, :, w, c] = …", 1)
            .line("fill", "Z[i, h, :, c] = …", 2)
            .line("fill", "Z[i, h, w, :] = …", 3)
            .line("step", "np.sum(a_slice_prev * weights) + biases", step(p -> p.sum((x, w) -> x * w) + p.bias()))
            .line("step", "np.sum(a_slice_prev + weights) + biases", step(p -> p.sum((x, w) -> x + w) + p.bias()))
            .line("step", "np.sum(a_slice_prev / weights) + biases", step(p -> p.sum((x, w) -> x / w) + p.bias()))
            .line("step", "np.sum(a_slice_prev) + biases", step(p -> p.sum((x, w) -> x) + p.bias()))
            .line("step", "np.sum(weights) + biases", step(p -> p.sum((x, w) -> w) + p.bias()))
            .line(
                    "step",
                    "np.mean(a_slice_prev * weights) + biases",
                    step(p -> p.sum((x, w) -> x * w) / p.size() + p.bias()))
            .line("step", "np.sum(a_slice_prev * weights) - biases", step(p -> p.sum((x, w) -> x * w) - p.bias()))
            .line("step", "np.sum(a_slice_prev * weights) * biases", step(p -> p.sum((x, w) -> x * w) * p.bias()))
            .line("step", "-np.sum(a_slice_prev * weights) + biases", step(p -> -p.sum((x, w) -> x * w) + p.bias()))
            .line("step", "biases", step(Pair::bias))
            .line("dtype", "np.zeros((m, n_H, n_W, n_C))", element(z -> z))
            .line(
                    "dtype",
                    "np.zeros((m, n_H, n_W, n_C), dtype=int)",
                    element(z -> z < 0 ? Math.ceil(z) : Math.floor(z)))
            .line("update", "Z[i, h, w, c] = np.sum(…)", 0)
            .line("update", "Z = np.ones(…), Z[i, h, w, c] += np.sum(…)", 1);

    private ConvForwardSlips() {}

    /** Every slip. */
    public static List<Slip<ConvForwardFlaws.Kernel>> all() {
        return LINES.slips(ConvForwardSlips::kernel);
    }

    static ConvForwardFlaws.Kernel right() {
        return kernel(LINES.right());
    }

    private static ConvForwardFlaws.Kernel kernel(Solution solution) {
        return (aPrev, filters, bias, stride, pad) -> new Loops(solution, aPrev, filters, bias, stride, pad).result();
    }

    private interface Step extends ToDoubleFunction<Pair> {}

    private static Step step(Step step) {
        return step;
    }

    private interface Element extends DoubleUnaryOperator {}

    private static Element element(Element element) {
        return element;
    }

    /** A slice and a filter that meet, number by number. */
    private static final class Pair {
        private final double[] x;
        private final double[] weights;
        private final double bias;

        Pair(double[] x, double[] weights, double bias) {
            this.x = x;
            this.weights = weights;
            this.bias = bias;
        }

        double bias() {
            return bias;
        }

        int size() {
            return x.length;
        }

        /** The sum over all places of what an operation makes of both numbers there. */
        double sum(DoubleBinaryOperator operation) {
            double sum = 0;
            for (int place = 0; place < x.length; place++) {
                sum += operation.applyAsDouble(x[place], weights[place]);
            }
            return sum;
        }
    }

    private static final class Loops extends WindowLoops {
        private final NdArray aPrev;
        private final NdArray filters;
        private final NdArray bias;
        private final NdArray padded;
        private final NdArray z;
        private final Dictionary hparameters;

        Loops(Solution solution, NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
            super(solution);
            this.aPrev = aPrev;
            this.filters = filters;
            this.bias = bias;
            this.hparameters = Dictionary.of("stride", Scalar.of(stride)).with("pad", Scalar.of(pad));
            set("m", aPrev.length(0));
            set("n_H_prev", aPrev.length(1));
            set("n_W_prev", aPrev.length(2));
            set("n_C_prev", aPrev.length(3));
            set("f", filters.length(0));
            set("n_C", filters.length(3));
            set("stride", stride);
            set("pad", pad);
            set("n_H", get("n_H 0"));
            set("n_W", get("n_W 0"));
            padded = Slices.zeroPad(aPrev, get("pad 0"));
            double start = solution.meaning("update", Integer.class);
            z = Slices.zeros(get("Z 0"), get("Z 1"), get("Z 2"), get("Z 3")).map(zero -> start);
        }

        Value result() {
            run();
            NdArray cast = z.map(solution.meaning("dtype", Element.class));
            return Tuple.of(cast, Tuple.of(aPrev, filters, bias, hparameters));
        }

        @Override
        void step() {
            int image = index("image 0", padded, 0);
            Range rows = rows(padded.length(1)), columns = columns(padded.length(2));
            int filter = index("filter 0", filters, 3), b = index("bias 0", bias, 3);
            Pair pair = pair(image, rows, columns, filter, bias.flat(b));
            double value = solution.meaning("step", Step.class).applyAsDouble(pair);
            int everywhere = solution.meaning("fill", Integer.class);
            double start = solution.meaning("update", Integer.class);
            Slices.assign(z, start + value, everywhere, get("cell 0"), get("cell 1"), get("cell 2"), get("cell 3"));
        }

        private Pair pair(int image, Range rows, Range columns, int filter, double b) {
            Shape slice = Shape.of(rows.length(), columns.length(), padded.length(3));
            Shape weights = Shape.of(filters.length(0), filters.length(1), filters.length(2));
            Shape whole = Slices.common(slice, weights);
            double[] x = new double[whole.size()], w = new double[whole.size()];
            int place = 0;
            for (int i = 0; i < whole.length(0); i++) {
                for (int j = 0; j < whole.length(1); j++) {
                    for (int k = 0; k < whole.length(2); k++) {
                        int row = rows.start() + (rows.length() == 1 ? 0 : i);
                        int column = columns.start() + (columns.length() == 1 ? 0 : j);
                        x[place] = padded.get(image, row, column, k);
                        w[place++] =
                                filters.get(weights.length(0) == 1 ? 0 : i, weights.length(1) == 1 ? 0 : j, k, filter);
                    }
                }
            }
            return new Pair(x, w, b);
        }
    }
}
