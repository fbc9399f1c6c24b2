package org.stride.kernel.strategy;

import org.stride.array.NdArray;
import org.stride.kernel.Promotion;

/**
 * Ways to take one {@link org.stride.kernel.Convolution#singleStep}: {@code aSlicePrev (f, f, nCPrev)},
 * {@code filter (f, f, nCPrev)} and {@code bias (1, 1, 1)} give one number.
 */
public final class SingleStepStrategies {
    private SingleStepStrategies() {}

    /** All products first, as an array to look at, then their sum. Wins while learning: every step can be printed. */
    public static double multiplyAndSum(NdArray aSlicePrev, NdArray filter, NdArray bias) {
        NdArray s = aSlicePrev.asType(Promotion.of(aSlicePrev, filter)).combine(filter, (a, w) -> a * w);
        return s.sum() + bias.flat(0);
    }

    /**
     * Both as long vectors, and their dot product. Wins on speed: NumPy hands it to a tuned library, with no array
     * between.
     */
    public static double flattenDot(NdArray aSlicePrev, NdArray filter, NdArray bias) {
        double[] a = aSlicePrev.toArray(), w = filter.toArray();
        double dot = 0;
        for (int k = 0; k < a.length; k++) {
            dot += a[k] * w[k];
        }
        return dot + bias.flat(0);
    }

    /**
     * Multiply and add in one pass over the three named axes. Wins when axes are many: the letters say which belong
     * together.
     */
    public static double einsum(NdArray aSlicePrev, NdArray filter, NdArray bias) {
        double sum = 0;
        for (int i = 0; i < filter.length(0); i++) {
            for (int j = 0; j < filter.length(1); j++) {
                for (int k = 0; k < filter.length(2); k++) {
                    sum += aSlicePrev.get(i, j, k) * filter.get(i, j, k);
                }
            }
        }
        return sum + bias.flat(0);
    }
}
