package org.stride.kernel.slip;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.array.Value.Scalar;
import org.stride.kernel.flaw.SingleStepFlaws;
import org.stride.kernel.slip.Lines.Solution;

/** {@code conv_single_step} with every slip. */
public final class SingleStepSlips {
    private static final Lines LINES = new Lines()
            .line("s", "s = a_slice_prev * W", number((x, w) -> x * w))
            .line("s", "s = a_slice_prev / W", number((x, w) -> x / w))
            .line("s", "s = a_slice_prev", number((x, w) -> x))
            .line("s", "s = W", number((x, w) -> w))
            .line("s", "s = a_slice_prev * a_slice_prev", number((x, w) -> x * x))
            .line("s", "s = W * W", number((x, w) -> w * w))
            .line("s", "s = -a_slice_prev * W", number((x, w) -> -x * w))
            .line("Z", "Z = np.sum(s)", reduction(NdArray::sum))
            .line("Z", "Z = np.max(s)", reduction(NdArray::max))
            .line("b", "Z + b.item()", number((z, b) -> z + b))
            .line("b", "Z - b.item()", number((z, b) -> z - b))
            .line("b", "Z * b.item()", number((z, b) -> z * b))
            .line("b", "b.item()", number((z, b) -> b));

    private SingleStepSlips() {}

    /** Every slip. */
    public static List<Slip<SingleStepFlaws.Kernel>> all() {
        return LINES.slips(SingleStepSlips::kernel);
    }

    static SingleStepFlaws.Kernel right() {
        return kernel(LINES.right());
    }

    private interface Numbers extends DoubleBinaryOperator {}

    private static Numbers number(Numbers numbers) {
        return numbers;
    }

    private interface Reduction {
        double of(NdArray s);
    }

    private static Reduction reduction(Reduction reduction) {
        return reduction;
    }

    private static SingleStepFlaws.Kernel kernel(Solution solution) {
        return (a, w, b) -> {
            NdArray s = NdArray.zeros(a.shape().lengths());
            for (int place = 0; place < s.size(); place++) {
                s.setFlat(solution.meaning("s", Numbers.class).applyAsDouble(a.flat(place), w.flat(place)), place);
            }
            double z = solution.meaning("Z", Reduction.class).of(s);
            Value number = Scalar.of(solution.meaning("b", Numbers.class).applyAsDouble(z, b.flat(0)));
            return number;
        };
    }
}
