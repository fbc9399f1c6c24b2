package org.stride.kernel.strategy;

import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Promotion;

/** The matrix algebra that some strategies come down to. */
final class Matrices {
    private Matrices() {}

    /**
     * {@code (rows, inner) @ (inner, columns)}; the middle loop runs over {@code inner}, so that memory is read in
     * order.
     */
    static NdArray product(NdArray first, NdArray second) {
        int rows = first.length(0), inner = first.length(1), columns = second.length(1);
        double[] a = first.toArray(), b = second.toArray();
        double[] sums = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inner; k++) {
                double factor = a[row * inner + k];
                for (int column = 0; column < columns; column++) {
                    sums[row * columns + column] += factor * b[k * columns + column];
                }
            }
        }
        return NdArray.of(Promotion.of(first, second), Shape.of(rows, columns), sums);
    }

    /** Filters {@code (f, f, nCPrev, nC)} as the matrix {@code (f·f·nCPrev, nC)}: one filter per column. */
    static NdArray ofFilters(NdArray filters) {
        int nC = filters.length(3);
        return filters.reshape(filters.length(0) * filters.length(1) * filters.length(2), nC);
    }
}
