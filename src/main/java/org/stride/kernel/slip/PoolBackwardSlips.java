package org.stride.kernel.slip;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.kernel.Pooling.Mode;
import org.stride.kernel.flaw.NumpyError;
import org.stride.kernel.flaw.PoolBackwardFlaws;
import org.stride.kernel.slip.Lines.Solution;
import org.stride.kernel.slip.Slices.Range;

/** {@code pool_backward} in four loops, with every slip. */
public final class PoolBackwardSlips {
    private static final Lines LINES = WindowLoops.lines("n_H_prev", "n_W_prev")
            .expression("image", "a_prev = A_prev[{i}]")
            .expression("channel", "a_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, {c}]")
            .expression("g", "dA[{i}, {h}, {w}, {c}]")
            .expression("share", "distribute_value(dA[i, h, w, c], ({f}, {f}))")
            .expression("divisor", "dA[i, h, w, c] / ({f * f})")
            .expression("cell", "dA_prev[{i}, vert_start:vert_end, horiz_start:horiz_end, {c}] += da")
            .line("mode", "if mode == \"max\":", mode(mode -> mode))
            .line("mode", "if mode != \"max\":", mode(mode -> mode == Mode.MAX ? Mode.AVERAGE : Mode.MAX))
            .line("max", "da = mask * dA[i, h, w, c]", number((mask, g) -> mask * g))
            .line("max", "da = mask + dA[i, h, w, c]", number((mask, g) -> mask + g))
            .line("max", "da = mask / dA[i, h, w, c]", number((mask, g) -> mask / g))
            .line("max", "da = -mask * dA[i, h, w, c]", number((mask, g) -> -mask * g))
            .line("average", "dA[i, h, w, c] / (f * f)", number((g, cells) -> g / cells))
            .line("average", "dA[i, h, w, c] * (f * f)", number((g, cells) -> g * cells))
            .line("average", "dA[i, h, w, c] // (f * f)", number((g, cells) -> Math.floor(g / cells)))
            .line("average", "-dA[i, h, w, c] / (f * f)", number((g, cells) -> -g / cells))
            .line("mask", "create_mask_from_window(a_slice)", mask((x, max) -> x == max ? 1 : 0))
            .line("mask", "x != np.max(x)", mask((x, max) -> x != max ? 1 : 0))
            .line("mask", "x <= np.max(x)", mask((x, max) -> x <= max ? 1 : 0))
            .line("mask", "a_slice", mask((x, max) -> x))
            .line("mask", "np.max(x)", mask((x, max) -> max))
            .line("mask", "create_mask_from_window(-a_slice)", new Marks((x, max) -> x == max ? 1 : 0, -1, false))
            .line("mask", "x == np.max(-x)", new Marks((x, max) -> x == max ? 1 : 0, 1, true))
            .line("update", "dA_prev[…] += da", number((old, da) -> old + da))
            .line("update", "dA_prev[…] -= da", number((old, da) -> old - da))
            .line("update", "dA_prev[…] *= da", number((old, da) -> old * da))
            .line("start", "dA_prev = np.zeros(A_prev.shape)", 0)
            .line("start", "dA_prev = np.ones(A_prev.shape)", 1);

    private PoolBackwardSlips() {}

    /** Every slip. */
    public static List<Slip<PoolBackwardFlaws.Kernel>> all() {
        return LINES.slips(PoolBackwardSlips::kernel);
    }

    static PoolBackwardFlaws.Kernel right() {
        return kernel(LINES.right());
    }

    private static PoolBackwardFlaws.Kernel kernel(Solution solution) {
        return (dA, aPrev, f, stride, mode) -> new Loops(solution, dA, aPrev, f, stride, mode).result();
    }

    private interface Numbers extends DoubleBinaryOperator {}

    private static Numbers number(Numbers numbers) {
        return numbers;
    }

    /** How the mask comes from a window: by comparing with its maximum, after its numbers were multiplied by a sign. */
    private record Marks(DoubleBinaryOperator mark, int sign, boolean maximumOnly) {
        double[] of(double[] x) {
            double[] signed = Arrays.stream(x).map(value -> sign * value).toArray();
            double[] looked =
                    maximumOnly ? Arrays.stream(x).map(value -> -value).toArray() : signed;
            double max = Arrays.stream(looked)
                    .max()
                    .orElseThrow(() -> new NumpyError(
                            "ValueError", "zero-size array to reduction operation maximum which has no identity"));
            return Arrays.stream(signed)
                    .map(value -> mark.applyAsDouble(value, max))
                    .toArray();
        }
    }

    private static Marks mask(DoubleBinaryOperator mark) {
        return new Marks(mark, 1, false);
    }

    private interface ModeOf {
        Mode of(Mode mode);
    }

    private static ModeOf mode(ModeOf mode) {
        return mode;
    }

    private static final class Loops extends WindowLoops {
        private final NdArray dA;
        private final NdArray aPrev;
        private final Mode mode;
        private final NdArray dAPrev;
        private final int size;

        Loops(Solution solution, NdArray dA, NdArray aPrev, int f, int stride, Mode mode) {
            super(solution);
            this.dA = dA;
            this.aPrev = aPrev;
            this.mode = solution.meaning("mode", ModeOf.class).of(mode);
            double start = solution.meaning("start", Integer.class);
            this.dAPrev = NdArray.zeros(aPrev.shape().lengths()).map(zero -> start);
            set("m", dA.length(0));
            set("n_H", dA.length(1));
            set("n_W", dA.length(2));
            set("n_C", dA.length(3));
            set("n_H_prev", aPrev.length(1));
            set("n_W_prev", aPrev.length(2));
            set("n_C_prev", aPrev.length(3));
            set("f", f);
            set("stride", stride);
            size = f;
        }

        Value result() {
            run();
            return dAPrev;
        }

        @Override
        void step() {
            Range rows = rows(aPrev.length(1)), columns = columns(aPrev.length(2));
            double g = dA.get(index("g 0", dA, 0), index("g 1", dA, 1), index("g 2", dA, 2), index("g 3", dA, 3));
            Shape target = Shape.of(rows.length(), columns.length());
            Shape shape = mode == Mode.MAX ? target : Shape.of(get("share 0"), get("share 1"));
            if (!Slices.common(shape, target).equals(target)) {
                throw NumpyError.broadcast(target, shape);
            }
            double[] parts = mode == Mode.MAX ? routed(rows, columns, g) : null;
            double share = mode == Mode.MAX ? 0 : share(g, shape);
            int image = index("cell 0", dAPrev, 0), channel = index("cell 1", dAPrev, 3);
            Numbers update = solution.meaning("update", Numbers.class);
            for (int place = 0; place < target.size(); place++) {
                int row = rows.start() + place / columns.length(), column = columns.start() + place % columns.length();
                double part = parts == null ? share : parts[place];
                double old = dAPrev.get(image, row, column, channel);
                dAPrev.set(update.applyAsDouble(old, part), image, row, column, channel);
            }
        }

        private double[] routed(Range rows, Range columns, double g) {
            double[] x = Slices.numbers(aPrev, index("image 0", aPrev, 0), rows, columns, index("channel 0", aPrev, 3));
            double[] mask = solution.meaning("mask", Marks.class).of(x);
            Numbers part = solution.meaning("max", Numbers.class);
            return Arrays.stream(mask).map(mark -> part.applyAsDouble(mark, g)).toArray();
        }

        /** The two lengths of the share, and the divisor, are right by themselves: only one of them can be a slip. */
        private double share(double g, Shape shape) {
            int divisor = get("divisor 0");
            int cells = divisor == size * size ? shape.size() : divisor;
            return solution.meaning("average", Numbers.class).applyAsDouble(g, cells);
        }
    }
}
