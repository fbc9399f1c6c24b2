package org.stride.kernel.strategy;

import org.stride.array.DType;
import org.stride.array.NdArray;

/**
 * Ways to make a {@link org.stride.kernel.Pooling#mask}: a window of any shape gives booleans of the same shape, true
 * where the maximum lies.
 */
public final class MaskStrategies {
    private MaskStrategies() {}

    /** Each element is compared with the maximum. Wins on brevity; marks every one of several equal maxima. */
    public static NdArray compareWithMax(NdArray window) {
        double max = window.max();
        return NdArray.of(
                DType.BOOL,
                window.shape(),
                window.map(value -> value == max ? 1 : 0).toArray());
    }

    /**
     * Finds the place of the first maximum and marks that one only. Differs from the reference where maxima are equal,
     * and where there is a NaN, which counts as the maximum here. Wins where a gradient must go to one element, as
     * frameworks do it.
     */
    public static NdArray argmax(NdArray window) {
        int first = 0;
        for (int offset = 1; offset < window.size() && !Double.isNaN(window.flat(first)); offset++) {
            double value = window.flat(offset);
            if (value > window.flat(first) || Double.isNaN(value)) {
                first = offset;
            }
        }
        NdArray mask = NdArray.zeros(DType.BOOL, window.shape());
        mask.setFlat(1, first);
        return mask;
    }

    /**
     * Collects the places of all maxima, then marks them. Wins where the places are wanted anyway, say to draw them.
     */
    public static NdArray where(NdArray window) {
        double max = window.max();
        int[] places = new int[window.size()];
        int found = 0;
        for (int offset = 0; offset < window.size(); offset++) {
            if (window.flat(offset) == max) {
                places[found++] = offset;
            }
        }
        NdArray mask = NdArray.zeros(DType.BOOL, window.shape());
        for (int k = 0; k < found; k++) {
            mask.setFlat(1, places[k]);
        }
        return mask;
    }
}
