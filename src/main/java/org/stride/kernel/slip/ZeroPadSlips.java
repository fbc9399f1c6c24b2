package org.stride.kernel.slip;

import java.util.ArrayList;
import java.util.List;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.flaw.NumpyError;
import org.stride.kernel.flaw.ZeroPadFlaws;
import org.stride.kernel.slip.Lines.Solution;
import org.stride.kernel.slip.Slices.Range;

/** {@code zero_pad} by {@code np.pad}, and by zeros and a slice, with every slip. */
public final class ZeroPadSlips {
    private static final Lines NP_PAD =
            new Lines().expression("widths", "np.pad(X, (({0}, {0}), ({pad}, {pad}), ({pad}, {pad}), ({0}, {0})))");

    private static final Lines ZEROS_AND_SLICE = new Lines()
            .expression("size", "X_pad = np.zeros(({m}, {n_H + 2 * pad}, {n_W + 2 * pad}, {n_C}))")
            .expression("place", "X_pad[:, {pad}:{pad + n_H}, {pad}:{pad + n_W}] = X")
            .line("start", "X_pad = np.zeros(size)", 0)
            .line("start", "X_pad = np.ones(size)", 1)
            .line("sign", "X_pad[…] = X", 1)
            .line("sign", "X_pad[…] = -X", -1)
            .line("sign", "X_pad[…] is never assigned", 0);

    private ZeroPadSlips() {}

    /** Every slip. */
    public static List<Slip<ZeroPadFlaws.Kernel>> all() {
        List<Slip<ZeroPadFlaws.Kernel>> slips = new ArrayList<>(NP_PAD.slips(ZeroPadSlips::npPad));
        slips.addAll(ZEROS_AND_SLICE.slips(ZeroPadSlips::zerosAndSlice));
        return slips;
    }

    static List<ZeroPadFlaws.Kernel> right() {
        return List.of(npPad(NP_PAD.right()), zerosAndSlice(ZEROS_AND_SLICE.right()));
    }

    private static ZeroPadFlaws.Kernel npPad(Solution solution) {
        return (x, pad) -> npPad(solution, x, pad);
    }

    private static ZeroPadFlaws.Kernel zerosAndSlice(Solution solution) {
        return (x, pad) -> zerosAndSlice(solution, x, pad);
    }

    private static double[] sizes(NdArray x, int pad) {
        double[] variables = Names.none();
        variables[Names.place("m")] = x.length(0);
        variables[Names.place("n_H")] = x.length(1);
        variables[Names.place("n_W")] = x.length(2);
        variables[Names.place("n_C")] = x.length(3);
        variables[Names.place("pad")] = pad;
        return variables;
    }

    private static NdArray npPad(Solution solution, NdArray x, int pad) {
        double[] variables = sizes(x, pad);
        int[] before = new int[4], lengths = x.shape().lengths();
        for (int axis = 0; axis < 4; axis++) {
            before[axis] = solution.integer("widths " + 2 * axis, variables);
            int after = solution.integer("widths " + (2 * axis + 1), variables);
            if (before[axis] < 0 || after < 0) {
                throw new NumpyError("ValueError", "index can't contain negative values");
            }
            lengths[axis] += before[axis] + after;
        }
        NdArray padded = NdArray.zeros(x.dtype(), Shape.of(lengths));
        for (int place = 0; place < x.size(); place++) {
            int[] index = x.shape().index(place);
            for (int axis = 0; axis < 4; axis++) {
                index[axis] += before[axis];
            }
            padded.set(x.flat(place), index);
        }
        return padded;
    }

    private static NdArray zerosAndSlice(Solution solution, NdArray x, int pad) {
        double[] variables = sizes(x, pad);
        double start = solution.meaning("start", Integer.class);
        int sign = solution.meaning("sign", Integer.class);
        int[] lengths = new int[4];
        for (int axis = 0; axis < 4; axis++) {
            lengths[axis] = solution.integer("size " + axis, variables);
        }
        NdArray padded = Slices.zeros(lengths).asType(x.dtype()).map(zero -> start);
        Range rows =
                Range.of(solution.integer("place 0", variables), solution.integer("place 1", variables), lengths[1]);
        Range columns =
                Range.of(solution.integer("place 2", variables), solution.integer("place 3", variables), lengths[2]);
        Shape target = Shape.of(lengths[0], rows.length(), columns.length(), lengths[3]);
        if (!fits(x.shape(), target)) {
            throw NumpyError.broadcastInput(x.shape(), target);
        }
        for (int place = 0; sign != 0 && place < target.size(); place++) {
            int[] index = target.index(place), source = index.clone();
            for (int axis = 0; axis < 4; axis++) {
                source[axis] = x.length(axis) == 1 ? 0 : source[axis];
            }
            padded.set(sign * x.get(source), index[0], rows.start() + index[1], columns.start() + index[2], index[3]);
        }
        return padded;
    }

    private static boolean fits(Shape value, Shape target) {
        for (int axis = 0; axis < 4; axis++) {
            if (value.length(axis) != 1 && value.length(axis) != target.length(axis)) {
                return false;
            }
        }
        return true;
    }
}
