package org.stride.kernel.strategy;

import static org.stride.kernel.Convolution.outputLength;

import org.stride.array.NdArray;
import org.stride.kernel.Pooling.Mode;

/**
 * How many multiplications of numbers a strategy's listing performs, those inside matrix products included, divisions
 * and comparisons left out. What is not named here multiplies nothing: {@code zero_pad}, {@code pool_forward}, {@code
 * create_mask_from_window}, and {@code distribute_value} apart from {@code ones_times_average}.
 */
public final class Multiplications {
    private Multiplications() {}

    /** Each strategy of {@code conv_single_step}: {@code f·f·nCPrev}. */
    public static long singleStep(NdArray filter) {
        return filter.size();
    }

    /**
     * Each strategy of {@code conv_forward}: {@code m·nH·nW·nC·f·f·nCPrev}.
     *
     * <pre>{@code
     * aPrev (2, 5, 7, 4), filters (3, 3, 4, 8), stride 2, pad 1:  2·3·4·8 · 3·3·4 = 6912
     * }</pre>
     */
    public static long convForward(NdArray aPrev, NdArray filters, int stride, int pad) {
        int f = filters.length(0);
        int nH = outputLength(aPrev.length(1), f, stride, pad), nW = outputLength(aPrev.length(2), f, stride, pad);
        return (long) aPrev.length(0) * nH * nW * filters.size();
    }

    /** {@code conv_backward} by loops, windows or im2col, twice the forward pass: {@code 2·m·nH·nW·nC·f·f·nCPrev}. */
    public static long convBackward(NdArray dZ, NdArray filters) {
        return 2 * windows(dZ) * filters.size();
    }

    /**
     * {@code conv_backward} by strided windows: as much as forward for {@code dW}, and for {@code dA} a window of
     * {@code dZ} with its zeros at every padded pixel, {@code m·(nHPrev + 2·pad)·(nWPrev + 2·pad)·nCPrev·f·f·nC}.
     */
    public static long convBackwardStridedWindows(NdArray dZ, NdArray aPrev, NdArray filters, int pad) {
        long paddedPixels = (long) aPrev.length(0) * (aPrev.length(1) + 2 * pad) * (aPrev.length(2) + 2 * pad);
        return (windows(dZ) + paddedPixels) * filters.size();
    }

    /** {@code distribute_value} by {@code ones_times_average}: {@code nH·nW}. */
    public static long onesTimesAverage(int nH, int nW) {
        return (long) nH * nW;
    }

    /**
     * Each strategy of {@code pool_backward}: the mask times the gradient, {@code m·nH·nW·nC·f·f}; for averages none.
     */
    public static long poolBackward(NdArray dA, int f, Mode mode) {
        return mode == Mode.MAX ? (long) dA.size() * f * f : 0;
    }

    /** {@code m·nH·nW}. */
    private static long windows(NdArray dZ) {
        return (long) dZ.length(0) * dZ.length(1) * dZ.length(2);
    }
}
