package org.stride.kernel.slip;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Tuple;
import org.stride.kernel.flaw.ConvBackwardFlaws;
import org.stride.kernel.flaw.NumpyError;
import org.stride.kernel.slip.Lines.Solution;
import org.stride.kernel.slip.Slices.Range;

/** {@code conv_backward} in four loops, with every slip. */
public final class ConvBackwardSlips {
    private static final Lines LINES = WindowLoops.lines("n_H_prev + 2 * pad", "n_W_prev + 2 * pad")
            .expression("pad", "zero_pad(A_prev, {pad})")
            .expression("image", "a_prev_pad = A_prev_pad[{i}]")
            .expression("target", "da_prev_pad = dA_prev_pad[{i}]")
            .expression("filter", "da = W[:, :, :, {c}] * dZ[i, h, w, c]")
            .expression("g_a", "da = W[:, :, :, c] * dZ[{i}, {h}, {w}, {c}]")
            .expression("g_w", "dW[:, :, :, c] += a_slice * dZ[{i}, {h}, {w}, {c}]")
            .expression("g_b", "db[:, :, :, c] += dZ[{i}, {h}, {w}, {c}]")
            .expression("dW", "dW[:, :, :, {c}] += a_slice * dZ[i, h, w, c]")
            .expression("db", "db[:, :, :, {c}] += dZ[i, h, w, c]")
            .expression("cut", "dA_prev_pad[:, {pad}:{pad + n_H_prev}, {pad}:{pad + n_W_prev}, :]")
            .line("a", "da = W[:, :, :, c] * dZ[i, h, w, c]", number((weight, g) -> weight * g))
            .line("a", "da = W[:, :, :, c] + dZ[i, h, w, c]", number((weight, g) -> weight + g))
            .line("a", "da = W[:, :, :, c] / dZ[i, h, w, c]", number((weight, g) -> weight / g))
            .line("a", "da = -W[:, :, :, c] * dZ[i, h, w, c]", number((weight, g) -> -weight * g))
            .line("a", "da = W[:, :, :, c]", number((weight, g) -> weight))
            .line("w", "dW[:, :, :, c] += a_slice * dZ[i, h, w, c]", number((x, g) -> x * g))
            .line("w", "dW[:, :, :, c] += a_slice + dZ[i, h, w, c]", number((x, g) -> x + g))
            .line("w", "dW[:, :, :, c] += a_slice / dZ[i, h, w, c]", number((x, g) -> x / g))
            .line("w", "dW[:, :, :, c] += dZ[i, h, w, c]", number((x, g) -> g))
            .line("sum_a", "da_prev_pad[…] += da", number((old, part) -> old + part))
            .line("sum_a", "da_prev_pad[…] -= da", number((old, part) -> old - part))
            .line("sum_w", "dW[:, :, :, c] += a_slice * dZ[i, h, w, c]", number((old, part) -> old + part))
            .line("sum_w", "dW[:, :, :, c] -= a_slice * dZ[i, h, w, c]", number((old, part) -> old - part))
            .line("sum_b", "db[:, :, :, c] += dZ[i, h, w, c]", number((old, part) -> old + part))
            .line("sum_b", "db[:, :, :, c] -= dZ[i, h, w, c]", number((old, part) -> old - part))
            .line("start_a", "dA_prev_pad = np.zeros(A_prev_pad.shape)", 0)
            .line("start_a", "dA_prev_pad = np.ones(A_prev_pad.shape)", 1)
            .line("start_w", "dW = np.zeros(W.shape)", 0)
            .line("start_w", "dW = np.ones(W.shape)", 1)
            .line("start_b", "db = np.zeros(b.shape)", 0)
            .line("start_b", "db = np.ones(b.shape)", 1);

    private ConvBackwardSlips() {}

    /** Every slip. */
    public static List<Slip<ConvBackwardFlaws.Kernel>> all() {
        return LINES.slips(ConvBackwardSlips::kernel);
    }

    static ConvBackwardFlaws.Kernel right() {
        return kernel(LINES.right());
    }

    private static ConvBackwardFlaws.Kernel kernel(Solution solution) {
        return (dZ, aPrev, filters, bias, stride, pad) ->
                new Loops(solution, dZ, aPrev, filters, bias, stride, pad).result();
    }

    private interface Numbers extends DoubleBinaryOperator {}

    private static Numbers number(Numbers numbers) {
        return numbers;
    }

    private static final class Loops extends WindowLoops {
        private final NdArray dZ;
        private final NdArray filters;
        private final NdArray padded;
        private final NdArray dAPad;
        private final NdArray dW;
        private final NdArray db;

        Loops(Solution solution, NdArray dZ, NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
            super(solution);
            this.dZ = dZ;
            this.filters = filters;
            set("m", dZ.length(0));
            set("n_H", dZ.length(1));
            set("n_W", dZ.length(2));
            set("n_C", dZ.length(3));
            set("n_H_prev", aPrev.length(1));
            set("n_W_prev", aPrev.length(2));
            set("n_C_prev", aPrev.length(3));
            set("f", filters.length(0));
            set("stride", stride);
            set("pad", pad);
            padded = Slices.zeroPad(aPrev, get("pad 0"));
            dAPad = started("start_a", padded);
            dW = started("start_w", filters);
            db = started("start_b", bias);
        }

        private NdArray started(String name, NdArray like) {
            double start = solution.meaning(name, Integer.class);
            return NdArray.zeros(like.shape().lengths()).map(zero -> start);
        }

        Value result() {
            run();
            return Tuple.of(cut(), dW, db);
        }

        private NdArray cut() {
            Range rows = Range.of(get("cut 0"), get("cut 1"), dAPad.length(1));
            Range columns = Range.of(get("cut 2"), get("cut 3"), dAPad.length(2));
            NdArray cut = NdArray.zeros(dAPad.length(0), rows.length(), columns.length(), dAPad.length(3));
            for (int place = 0; place < cut.size(); place++) {
                int[] index = cut.shape().index(place);
                cut.setFlat(dAPad.get(index[0], rows.start() + index[1], columns.start() + index[2], index[3]), place);
            }
            return cut;
        }

        @Override
        void step() {
            Range rows = rows(padded.length(1)), columns = columns(padded.length(2));
            Shape slice = Shape.of(rows.length(), columns.length());
            Shape window = Shape.of(filters.length(0), filters.length(1));
            addToInput(rows, columns, slice, window);
            addToFilter(rows, columns, slice, window);
            int b = index("db 0", db, 3);
            db.set(solution.meaning("sum_b", Numbers.class).applyAsDouble(db.flat(b), gradient("g_b")), 0, 0, 0, b);
        }

        private double gradient(String key) {
            return dZ.get(
                    index(key + " 0", dZ, 0),
                    index(key + " 1", dZ, 1),
                    index(key + " 2", dZ, 2),
                    index(key + " 3", dZ, 3));
        }

        private void addToInput(Range rows, Range columns, Shape slice, Shape window) {
            if (!Slices.common(slice, window).equals(slice)) {
                throw NumpyError.broadcast(slice, window);
            }
            int image = index("target 0", dAPad, 0), filter = index("filter 0", filters, 3);
            double g = gradient("g_a");
            Numbers part = solution.meaning("a", Numbers.class), sum = solution.meaning("sum_a", Numbers.class);
            for (int i = 0; i < rows.length(); i++) {
                for (int j = 0; j < columns.length(); j++) {
                    for (int k = 0; k < filters.length(2); k++) {
                        double weight =
                                filters.get(window.length(0) == 1 ? 0 : i, window.length(1) == 1 ? 0 : j, k, filter);
                        int row = rows.start() + i, column = columns.start() + j;
                        double old = dAPad.get(image, row, column, k);
                        dAPad.set(sum.applyAsDouble(old, part.applyAsDouble(weight, g)), image, row, column, k);
                    }
                }
            }
        }

        private void addToFilter(Range rows, Range columns, Shape slice, Shape window) {
            if (!Slices.common(slice, window).equals(window)) {
                throw NumpyError.broadcast(window, slice);
            }
            int image = index("image 0", padded, 0), filter = index("dW 0", dW, 3);
            double g = gradient("g_w");
            Numbers part = solution.meaning("w", Numbers.class), sum = solution.meaning("sum_w", Numbers.class);
            for (int i = 0; i < window.length(0); i++) {
                for (int j = 0; j < window.length(1); j++) {
                    for (int k = 0; k < filters.length(2); k++) {
                        int row = rows.start() + (rows.length() == 1 ? 0 : i);
                        int column = columns.start() + (columns.length() == 1 ? 0 : j);
                        double x = padded.get(image, row, column, k);
                        dW.set(sum.applyAsDouble(dW.get(i, j, k, filter), part.applyAsDouble(x, g)), i, j, k, filter);
                    }
                }
            }
        }
    }
}
