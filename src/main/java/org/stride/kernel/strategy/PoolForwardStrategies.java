package org.stride.kernel.strategy;

import static org.stride.kernel.Convolution.outputLength;

import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Pooling.Mode;
import org.stride.kernel.Promotion;

/**
 * Ways through {@link org.stride.kernel.Pooling#forward}: {@code aPrev (m, nHPrev, nWPrev, nC)} gives {@code (m, nH,
 * nW, nC)}.
 */
public final class PoolForwardStrategies {
    private PoolForwardStrategies() {}

    /** The notebook's way: one window of one channel at a time. Wins while learning: each window can be printed. */
    public static NdArray fourLoops(NdArray aPrev, int f, int stride, Mode mode) {
        int m = aPrev.length(0), nC = aPrev.length(3);
        int nH = outputLength(aPrev.length(1), f, stride, 0), nW = outputLength(aPrev.length(2), f, stride, 0);
        NdArray a = NdArray.zeros(m, nH, nW, nC);
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    for (int channel = 0; channel < nC; channel++) {
                        NdArray window = Windows.ofChannel(aPrev, image, row * stride, column * stride, channel, f);
                        a.set(mode == Mode.MAX ? window.max() : window.mean(), image, row, column, channel);
                    }
                }
            }
        }
        return a;
    }

    /**
     * Two loops over the windows' places; all examples and channels of a place are reduced together. Wins on memory,
     * and with many examples or channels on speed.
     */
    public static NdArray windowsAtOnce(NdArray aPrev, int f, int stride, Mode mode) {
        int m = aPrev.length(0), nC = aPrev.length(3);
        int nH = outputLength(aPrev.length(1), f, stride, 0), nW = outputLength(aPrev.length(2), f, stride, 0);
        NdArray a = NdArray.zeros(m, nH, nW, nC);
        for (int row = 0; row < nH; row++) {
            for (int column = 0; column < nW; column++) {
                NdArray reduced = reduced(aPrev, row * stride, column * stride, f, mode);
                for (int image = 0; image < m; image++) {
                    for (int channel = 0; channel < nC; channel++) {
                        a.set(reduced.get(image, channel), image, row, column, channel);
                    }
                }
            }
        }
        return a;
    }

    /**
     * {@code max} or {@code mean} of {@code aPrev[:, top:top+f, left:left+f]} over its middle axes, shape {@code (m,
     * nC)}.
     */
    private static NdArray reduced(NdArray aPrev, int top, int left, int f, Mode mode) {
        int m = aPrev.length(0), nC = aPrev.length(3);
        NdArray reduced = NdArray.full(Shape.of(m, nC), mode == Mode.MAX ? Double.NEGATIVE_INFINITY : 0);
        for (int i = 0; i < f; i++) {
            for (int j = 0; j < f; j++) {
                for (int image = 0; image < m; image++) {
                    for (int channel = 0; channel < nC; channel++) {
                        double before = reduced.get(image, channel);
                        double pixel = aPrev.get(image, top + i, left + j, channel);
                        reduced.set(mode == Mode.MAX ? Math.max(before, pixel) : before + pixel, image, channel);
                    }
                }
            }
        }
        return mode == Mode.MAX ? reduced : reduced.map(sum -> sum / (f * f));
    }

    /** All windows as a view with six axes, of which the last two are reduced. Wins on brevity for any stride. */
    public static NdArray stridedWindows(NdArray aPrev, int f, int stride, Mode mode) {
        var windows = new StridedWindows(aPrev, f, stride);
        int m = windows.m(), nH = windows.nH(), nW = windows.nW(), nC = windows.nC();
        NdArray a = NdArray.zeros(mode == Mode.MAX ? Promotion.of(aPrev) : DType.FLOAT64, Shape.of(m, nH, nW, nC));
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    for (int channel = 0; channel < nC; channel++) {
                        double max = Double.NEGATIVE_INFINITY, sum = 0;
                        for (int i = 0; i < f; i++) {
                            for (int j = 0; j < f; j++) {
                                double pixel = windows.get(image, row, column, channel, i, j);
                                max = Math.max(max, pixel);
                                sum += pixel;
                            }
                        }
                        a.set(mode == Mode.MAX ? max : sum / (f * f), image, row, column, channel);
                    }
                }
            }
        }
        return a;
    }

    /**
     * Where the windows tile the image ({@code f = stride}), splitting both of its axes into blocks makes the windows
     * without moving a number; elsewhere as {@link #windowsAtOnce}. Wins clearly on the usual 2×2 pooling with stride
     * 2.
     */
    public static NdArray reshape(NdArray aPrev, int f, int stride, Mode mode) {
        if (f != stride) {
            return windowsAtOnce(aPrev, f, stride, mode);
        }
        Blocks blocks = Blocks.of(aPrev, f);
        return mode == Mode.MAX ? blocks.max().asType(Promotion.of(aPrev)) : blocks.mean();
    }
}
