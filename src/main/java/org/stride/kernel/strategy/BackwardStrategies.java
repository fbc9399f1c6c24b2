package org.stride.kernel.strategy;

import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Convolution.Gradients;
import org.stride.kernel.Promotion;

/**
 * Ways back, {@link org.stride.kernel.Convolution#backward}: {@code dZ (m, nH, nW, nC)}, {@code aPrev (m, nHPrev,
 * nWPrev, nCPrev)} and {@code filters (f, f, nCPrev, nC)} give gradients shaped like {@code aPrev}, {@code filters} and
 * {@code (1, 1, 1, nC)}.
 */
public final class BackwardStrategies {
    private BackwardStrategies() {}

    /**
     * The notebook's way: each output cell adds its part to all three gradients. Wins while learning: the formulas,
     * line by line.
     */
    public static Gradients fourLoops(NdArray dZ, NdArray aPrev, NdArray filters, int stride, int pad) {
        int m = dZ.length(0), nH = dZ.length(1), nW = dZ.length(2), nC = dZ.length(3);
        NdArray padded = PaddingStrategies.npPad(aPrev, pad);
        NdArray dPadded = zerosLike(padded);
        NdArray dFilters = zerosLike(filters);
        NdArray dBias = NdArray.zeros(1, 1, 1, nC);
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    int top = row * stride, left = column * stride;
                    for (int c = 0; c < nC; c++) {
                        double gradient = dZ.get(image, row, column, c);
                        addFilter(dPadded, image, top, left, filters, c, gradient);
                        addWindow(dFilters, c, padded, image, top, left, gradient);
                        dBias.add(gradient, 0, 0, 0, c);
                    }
                }
            }
        }
        return new Gradients(cut(dPadded, aPrev, pad), dFilters, dBias);
    }

    /** {@code dPadded[image, top:top+f, left:left+f] += filters[..., c] * gradient}. */
    private static void addFilter(
            NdArray dPadded, int image, int top, int left, NdArray filters, int c, double gradient) {
        for (int i = 0; i < filters.length(0); i++) {
            for (int j = 0; j < filters.length(1); j++) {
                for (int channel = 0; channel < filters.length(2); channel++) {
                    double part = filters.get(i, j, channel, c) * gradient;
                    dPadded.add(part, image, top + i, left + j, channel);
                }
            }
        }
    }

    /** {@code dFilters[..., c] += padded[image, top:top+f, left:left+f] * gradient}. */
    private static void addWindow(
            NdArray dFilters, int c, NdArray padded, int image, int top, int left, double gradient) {
        for (int i = 0; i < dFilters.length(0); i++) {
            for (int j = 0; j < dFilters.length(1); j++) {
                for (int channel = 0; channel < dFilters.length(2); channel++) {
                    double part = padded.get(image, top + i, left + j, channel) * gradient;
                    dFilters.add(part, i, j, channel, c);
                }
            }
        }
    }

    /**
     * Two loops over the windows' places; for each place, two matrix products serve all examples and filters. Wins on
     * memory, and with many examples nearly as fast as the patch matrix.
     */
    public static Gradients windowsAtOnce(NdArray dZ, NdArray aPrev, NdArray filters, int stride, int pad) {
        int f = filters.length(0), nCPrev = filters.length(2);
        int nH = dZ.length(1), nW = dZ.length(2), nC = dZ.length(3);
        NdArray padded = PaddingStrategies.npPad(aPrev, pad);
        NdArray dPadded = zerosLike(padded);
        NdArray filterRows = Matrices.ofFilters(filters).transpose(1, 0);
        NdArray dFilters = NdArray.zeros(f * f * nCPrev, nC);
        for (int row = 0; row < nH; row++) {
            for (int column = 0; column < nW; column++) {
                int top = row * stride, left = column * stride;
                NdArray gradients = ofPlace(dZ, row, column);
                addWindows(dPadded, top, left, f, Matrices.product(gradients, filterRows));
                NdArray windows = Windows.ofAllImages(padded, top, left, f);
                NdArray toFilters = Matrices.product(windows.transpose(1, 0), gradients);
                dFilters = dFilters.combine(toFilters, Double::sum);
            }
        }
        return new Gradients(
                cut(dPadded, aPrev, pad), dFilters.reshape(filters.shape().lengths()), summedToBias(dZ));
    }

    /** {@code dZ[:, row, column]}, shape {@code (m, nC)}. */
    private static NdArray ofPlace(NdArray dZ, int row, int column) {
        NdArray gradients = NdArray.zeros(dZ.length(0), dZ.length(3));
        for (int image = 0; image < dZ.length(0); image++) {
            for (int c = 0; c < dZ.length(3); c++) {
                gradients.set(dZ.get(image, row, column, c), image, c);
            }
        }
        return gradients;
    }

    /** {@code dPadded[:, top:top+f, left:left+f] += rows}, one row of {@code f·f·nCPrev} numbers per image. */
    private static void addWindows(NdArray dPadded, int top, int left, int f, NdArray rows) {
        int nCPrev = dPadded.length(3);
        for (int image = 0; image < rows.length(0); image++) {
            for (int k = 0; k < rows.length(1); k++) {
                int i = k / nCPrev / f, j = k / nCPrev % f;
                dPadded.add(rows.get(image, k), image, top + i, left + j, k % nCPrev);
            }
        }
    }

    /**
     * Two matrix products with the patch matrix: transposed it gives the filters' gradient; the other product is the
     * gradient of the patches, and adding them back into the image gives the input's. Wins on speed, at the price of
     * memory.
     */
    public static Gradients im2col(NdArray dZ, NdArray aPrev, NdArray filters, int stride, int pad) {
        int nH = dZ.length(1), nW = dZ.length(2), nC = dZ.length(3);
        NdArray padded = PaddingStrategies.npPad(aPrev, pad);
        var im2col = new Im2col(nH, nW, filters.length(0), stride);
        NdArray rows = im2col.patches(padded);
        NdArray gradients = dZ.reshape(dZ.length(0) * nH * nW, nC);
        NdArray dFilters = Matrices.product(rows.transpose(1, 0), gradients);
        NdArray dRows = Matrices.product(gradients, Matrices.ofFilters(filters).transpose(1, 0));
        NdArray dPadded = zerosLike(padded);
        im2col.addPatches(dRows, dPadded);
        return new Gradients(
                cut(dPadded, aPrev, pad), dFilters.reshape(filters.shape().lengths()), summedToBias(dZ));
    }

    /**
     * The gradient of a convolution is a convolution: {@code dZ}, with zeros put between its cells and around them,
     * meets the flipped filters with stride 1. Wins as an insight, and for stride 1; for larger strides it multiplies
     * many of those zeros.
     */
    public static Gradients stridedWindows(NdArray dZ, NdArray aPrev, NdArray filters, int stride, int pad) {
        int f = filters.length(0);
        NdArray padded = PaddingStrategies.npPad(aPrev, pad);
        NdArray dFilters = timesWindows(dZ, new StridedWindows(padded, f, stride));
        var spread = new StridedWindows(spread(dZ, padded.length(1), padded.length(2), f, stride), f, 1);
        NdArray dPadded = zerosLike(padded);
        for (int image = 0; image < dPadded.length(0); image++) {
            for (int row = 0; row < dPadded.length(1); row++) {
                for (int column = 0; column < dPadded.length(2); column++) {
                    for (int channel = 0; channel < dPadded.length(3); channel++) {
                        double sum = timesFlipped(spread, image, row, column, filters, channel);
                        dPadded.set(sum, image, row, column, channel);
                    }
                }
            }
        }
        return new Gradients(cut(dPadded, aPrev, pad), dFilters, summedToBias(dZ));
    }

    /** {@code (f, f, nCPrev, nC)}: the windows weighted by {@code dZ}, summed over examples, rows and columns. */
    private static NdArray timesWindows(NdArray dZ, StridedWindows windows) {
        int f = windows.f(), nCPrev = windows.nC(), nC = dZ.length(3);
        NdArray sums = NdArray.zeros(Promotion.of(dZ, windows.images()), Shape.of(f, f, nCPrev, nC));
        for (int image = 0; image < dZ.length(0); image++) {
            for (int row = 0; row < dZ.length(1); row++) {
                for (int column = 0; column < dZ.length(2); column++) {
                    for (int offset = 0; offset < sums.size(); offset++) {
                        int c = offset % nC, channel = offset / nC % nCPrev, place = offset / nC / nCPrev;
                        double pixel = windows.get(image, row, column, channel, place / f, place % f);
                        sums.setFlat(sums.flat(offset) + pixel * dZ.get(image, row, column, c), offset);
                    }
                }
            }
        }
        return sums;
    }

    /** {@code dZ} with {@code stride - 1} zeros between its cells, and so many around that each pixel gets a window. */
    private static NdArray spread(NdArray dZ, int height, int width, int f, int stride) {
        int m = dZ.length(0), nC = dZ.length(3);
        NdArray spread = NdArray.zeros(m, height + f - 1, width + f - 1, nC);
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < dZ.length(1); row++) {
                for (int column = 0; column < dZ.length(2); column++) {
                    for (int c = 0; c < nC; c++) {
                        double gradient = dZ.get(image, row, column, c);
                        spread.set(gradient, image, f - 1 + row * stride, f - 1 + column * stride, c);
                    }
                }
            }
        }
        return spread;
    }

    private static double timesFlipped(
            StridedWindows spread, int image, int row, int column, NdArray filters, int channel) {
        int f = spread.f();
        double sum = 0;
        for (int c = 0; c < spread.nC(); c++) {
            for (int i = 0; i < f; i++) {
                for (int j = 0; j < f; j++) {
                    double weight = filters.get(f - 1 - i, f - 1 - j, channel, c);
                    sum += spread.get(image, row, column, c, i, j) * weight;
                }
            }
        }
        return sum;
    }

    /** {@code dZ} summed over examples, rows and columns, shape {@code (1, 1, 1, nC)}. */
    private static NdArray summedToBias(NdArray dZ) {
        int nC = dZ.length(3);
        NdArray dBias = NdArray.zeros(Promotion.of(dZ), Shape.of(1, 1, 1, nC));
        for (int offset = 0; offset < dZ.size(); offset++) {
            dBias.add(dZ.flat(offset), 0, 0, 0, offset % nC);
        }
        return dBias;
    }

    private static NdArray zerosLike(NdArray array) {
        return NdArray.zeros(array.shape().lengths());
    }

    /** {@code dPadded[:, pad:pad+nHPrev, pad:pad+nWPrev]}, which is also right where {@code pad} is 0. */
    private static NdArray cut(NdArray dPadded, NdArray aPrev, int pad) {
        NdArray dAPrev = zerosLike(aPrev);
        for (int offset = 0; offset < dAPrev.size(); offset++) {
            int[] index = dAPrev.shape().index(offset);
            dAPrev.setFlat(dPadded.get(index[0], index[1] + pad, index[2] + pad, index[3]), offset);
        }
        return dAPrev;
    }
}
