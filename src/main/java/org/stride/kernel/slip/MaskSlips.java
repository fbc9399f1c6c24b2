package org.stride.kernel.slip;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.kernel.flaw.MaskFlaws;
import org.stride.kernel.slip.Lines.Solution;

/** {@code create_mask_from_window} with every slip. */
public final class MaskSlips {
    private static final Lines LINES = new Lines()
            .line("compare", "x == np.max(x)", compare((x, max) -> x.equals(max)))
            .line("compare", "x <= np.max(x)", compare((x, max) -> x <= max))
            .line("compare", "x < np.max(x)", compare((x, max) -> x < max))
            .line("compare", "x > np.max(x)", compare((x, max) -> x > max))
            .line("compare", "-x == np.max(x)", compare((x, max) -> -x == max))
            .line("reduce", "x == np.max(x)", reduction(NdArray::max))
            .line("reduce", "x == np.sum(x)", reduction(NdArray::sum))
            .line("reduce", "x == np.mean(x)", reduction(NdArray::mean))
            .line("reduce", "x == np.median(x)", reduction(MaskSlips::median))
            .line("reduce", "x == np.argmax(x)", reduction(MaskSlips::argmax))
            .line("reduce", "x == -np.max(x)", reduction(x -> -x.max()))
            .line(
                    "reduce",
                    "x == np.max(-x)",
                    reduction(x -> x.map(value -> -value).max()));

    private MaskSlips() {}

    /** Every slip. */
    public static List<Slip<MaskFlaws.Kernel>> all() {
        return LINES.slips(MaskSlips::kernel);
    }

    static MaskFlaws.Kernel right() {
        return kernel(LINES.right());
    }

    private interface Compare extends BiPredicate<Double, Double> {}

    private static Compare compare(Compare compare) {
        return compare;
    }

    private interface Reduction extends ToDoubleFunction<NdArray> {}

    private static Reduction reduction(Reduction reduction) {
        return reduction;
    }

    private static double median(NdArray x) {
        double[] sorted = x.toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double argmax(NdArray x) {
        int largest = 0;
        for (int place = 1; place < x.size(); place++) {
            largest = x.flat(place) > x.flat(largest) ? place : largest;
        }
        return largest;
    }

    private static MaskFlaws.Kernel kernel(Solution solution) {
        return x -> {
            double number = solution.meaning("reduce", Reduction.class).applyAsDouble(x);
            Compare compare = solution.meaning("compare", Compare.class);
            return x.map(value -> compare.test(value, number) ? 1 : 0).asType(DType.BOOL);
        };
    }
}
