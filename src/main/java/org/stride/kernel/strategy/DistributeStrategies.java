package org.stride.kernel.strategy;

import java.util.Arrays;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/** Ways to {@link org.stride.kernel.Pooling#distribute}: {@code dz} gives {@code (nH, nW)} equal shares of it. */
public final class DistributeStrategies {
    private DistributeStrategies() {}

    /** A new array filled with the share. Wins on clarity: what is meant is one call. */
    public static NdArray full(double dz, int nH, int nW) {
        return NdArray.full(Shape.of(nH, nW), dz / (nH * nW));
    }

    /**
     * Ones, each multiplied by the share. Wins nowhere on speed, but the pattern “ones times a number” is met
     * everywhere.
     */
    public static NdArray onesTimesAverage(double dz, int nH, int nW) {
        double average = dz / (nH * nW);
        return NdArray.full(Shape.of(nH, nW), 1).map(one -> one * average);
    }

    /**
     * One number seen through the whole shape, row by row, and copied once at the end. Wins where a view is enough and
     * the copy can be left out.
     */
    public static NdArray broadcast(double dz, int nH, int nW) {
        double[] row = new double[nW];
        Arrays.fill(row, dz / (nH * nW));
        double[][] rows = new double[nH][];
        Arrays.fill(rows, row); // every row is the same one; matrix copies
        return NdArray.matrix(rows);
    }
}
