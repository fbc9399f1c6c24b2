package org.stride.kernel.slip;

import java.util.List;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.kernel.flaw.DistributeFlaws;
import org.stride.kernel.flaw.NumpyError;
import org.stride.kernel.slip.Lines.Solution;

/** {@code distribute_value} with every slip. */
public final class DistributeSlips {
    private static final Lines LINES = new Lines()
            .expression("average", "average = {dz / (n_H * n_W)}", "0 - dz / (n_H * n_W)")
            .expression("shape", "np.ones(({n_H}, {n_W})) * average")
            .line("fill", "np.ones(shape) * average", fill(average -> average))
            .line("fill", "np.zeros(shape) * average", fill(average -> 0))
            .line("fill", "np.ones(shape) + average", fill(average -> 1 + average))
            .line("fill", "np.ones(shape) / average", fill(average -> 1 / average))
            .line("fill", "np.ones(shape)", fill(average -> 1));

    private DistributeSlips() {}

    private interface Fill {
        double of(double average);
    }

    private static Fill fill(Fill fill) {
        return fill;
    }

    /** Every slip. */
    public static List<Slip<DistributeFlaws.Kernel>> all() {
        return LINES.slips(DistributeSlips::kernel);
    }

    static DistributeFlaws.Kernel right() {
        return kernel(LINES.right());
    }

    private static DistributeFlaws.Kernel kernel(Solution solution) {
        return (dz, nH, nW) -> {
            double[] variables = Names.none();
            variables[Names.place("dz")] = dz;
            variables[Names.place("n_H")] = nH;
            variables[Names.place("n_W")] = nW;
            double average = average(solution, dz, variables);
            double value = solution.meaning("fill", Fill.class).of(average);
            return filled(
                    Shape.of(solution.integer("shape 0", variables), solution.integer("shape 1", variables)), value);
        };
    }

    /** NumPy's numbers divide by 0, and give infinity. */
    private static double average(Solution solution, double dz, double[] variables) {
        try {
            return solution.expression("average 0").value(variables);
        } catch (NumpyError dividedByZero) {
            return dz / 0;
        }
    }

    private static Value filled(Shape shape, double value) {
        return NdArray.full(shape, value);
    }
}
