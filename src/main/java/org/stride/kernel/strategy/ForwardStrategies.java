package org.stride.kernel.strategy;

import static org.stride.kernel.Convolution.outputLength;

import java.util.List;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Promotion;

/**
 * Ways through {@link org.stride.kernel.Convolution#forward}: {@code aPrev (m, nHPrev, nWPrev, nCPrev)}, {@code filters
 * (f, f, nCPrev, nC)} and {@code bias (1, 1, 1, nC)} give {@code (m, nH, nW, nC)}. All multiply equally often; they
 * differ in how much of it one call of NumPy does.
 */
public final class ForwardStrategies {
    private ForwardStrategies() {}

    /**
     * The notebook's way: example, row, column, filter, and one step for each. Wins while learning: each number has its
     * moment.
     */
    public static NdArray fourLoops(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
        int f = filters.length(0), nC = filters.length(3);
        int m = aPrev.length(0);
        int nH = outputLength(aPrev.length(1), f, stride, pad), nW = outputLength(aPrev.length(2), f, stride, pad);
        NdArray padded = PaddingStrategies.npPad(aPrev, pad);
        NdArray z = NdArray.zeros(m, nH, nW, nC);
        List<NdArray> eachFilter = Windows.byFilter(filters), eachBias = Windows.byFilter(bias);
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    NdArray window = Windows.ofImage(padded, image, row * stride, column * stride, f);
                    for (int c = 0; c < nC; c++) {
                        double step = SingleStepStrategies.multiplyAndSum(window, eachFilter.get(c), eachBias.get(c));
                        z.set(step, image, row, column, c);
                    }
                }
            }
        }
        return z;
    }

    /**
     * Two loops over the windows' places; all examples and filters of a place are one matrix product. Wins on memory:
     * little is copied at a time, and with many examples it is nearly as fast as the patch matrix.
     */
    public static NdArray windowsAtOnce(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
        int f = filters.length(0), nC = filters.length(3);
        int m = aPrev.length(0);
        int nH = outputLength(aPrev.length(1), f, stride, pad), nW = outputLength(aPrev.length(2), f, stride, pad);
        NdArray padded = PaddingStrategies.npPad(aPrev, pad);
        NdArray columns = Matrices.ofFilters(filters);
        NdArray z = NdArray.zeros(m, nH, nW, nC);
        for (int row = 0; row < nH; row++) {
            for (int column = 0; column < nW; column++) {
                NdArray windows = Windows.ofAllImages(padded, row * stride, column * stride, f);
                NdArray sums = Matrices.product(windows, columns);
                for (int image = 0; image < m; image++) {
                    for (int c = 0; c < nC; c++) {
                        z.set(sums.get(image, c) + bias.get(0, 0, 0, c), image, row, column, c);
                    }
                }
            }
        }
        return z;
    }

    /**
     * Every window as one row of a tall matrix, every filter as one column, and a single matrix product. Wins on speed
     * for images of usual size, at the price of holding each pixel up to {@code f·f} times.
     */
    public static NdArray im2col(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
        int f = filters.length(0), nC = filters.length(3);
        int m = aPrev.length(0);
        int nH = outputLength(aPrev.length(1), f, stride, pad), nW = outputLength(aPrev.length(2), f, stride, pad);
        NdArray rows = new Im2col(nH, nW, f, stride).patches(PaddingStrategies.npPad(aPrev, pad));
        NdArray sums = Matrices.product(rows, Matrices.ofFilters(filters));
        NdArray z = NdArray.zeros(Promotion.of(sums, bias), Shape.of(m, nH, nW, nC));
        for (int offset = 0; offset < z.size(); offset++) {
            z.setFlat(sums.flat(offset) + bias.flat(offset % nC), offset);
        }
        return z;
    }

    /**
     * All windows as a view with six axes, of which three are summed away against the filters. Wins on brevity, and
     * there is no index to get wrong.
     */
    public static NdArray stridedWindows(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
        var windows = new StridedWindows(PaddingStrategies.npPad(aPrev, pad), filters.length(0), stride);
        int m = windows.m(), nH = windows.nH(), nW = windows.nW(), nC = filters.length(3);
        NdArray z = NdArray.zeros(Promotion.of(aPrev, filters, bias), Shape.of(m, nH, nW, nC));
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    for (int c = 0; c < nC; c++) {
                        double sum = summed(windows, image, row, column, filters, c);
                        z.set(sum + bias.get(0, 0, 0, c), image, row, column, c);
                    }
                }
            }
        }
        return z;
    }

    private static double summed(StridedWindows windows, int image, int row, int column, NdArray filters, int c) {
        double sum = 0;
        for (int i = 0; i < windows.f(); i++) {
            for (int j = 0; j < windows.f(); j++) {
                for (int channel = 0; channel < windows.nC(); channel++) {
                    sum += windows.get(image, row, column, channel, i, j) * filters.get(i, j, channel, c);
                }
            }
        }
        return sum;
    }
}
