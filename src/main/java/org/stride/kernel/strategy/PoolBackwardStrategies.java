package org.stride.kernel.strategy;

import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Pooling.Mode;

/**
 * Ways back, {@link org.stride.kernel.Pooling#backward}: {@code dA (m, nH, nW, nC)} and {@code aPrev (m, nHPrev,
 * nWPrev, nC)} give a gradient shaped like {@code aPrev}.
 */
public final class PoolBackwardStrategies {
    private PoolBackwardStrategies() {}

    /** The notebook's way: one window of one channel at a time, with the two helpers. Wins while learning. */
    public static NdArray fourLoops(NdArray dA, NdArray aPrev, int f, int stride, Mode mode) {
        NdArray dAPrev = zerosLike(aPrev);
        for (int image = 0; image < dA.length(0); image++) {
            for (int row = 0; row < dA.length(1); row++) {
                for (int column = 0; column < dA.length(2); column++) {
                    int top = row * stride, left = column * stride;
                    for (int channel = 0; channel < dA.length(3); channel++) {
                        double gradient = dA.get(image, row, column, channel);
                        NdArray parts = mode == Mode.MAX
                                ? timesMask(Windows.ofChannel(aPrev, image, top, left, channel, f), gradient)
                                : DistributeStrategies.full(gradient, f, f);
                        for (int i = 0; i < f; i++) {
                            for (int j = 0; j < f; j++) {
                                dAPrev.add(parts.get(i, j), image, top + i, left + j, channel);
                            }
                        }
                    }
                }
            }
        }
        return dAPrev;
    }

    private static NdArray timesMask(NdArray window, double gradient) {
        NdArray mask = MaskStrategies.compareWithMax(window);
        return NdArray.of(mask.shape(), mask.toArray()).map(marked -> marked * gradient);
    }

    /**
     * Two loops over the windows' places; all examples and channels of a place are masked and multiplied together. Wins
     * on speed with many examples or channels, for any stride.
     */
    public static NdArray windowsAtOnce(NdArray dA, NdArray aPrev, int f, int stride, Mode mode) {
        NdArray dAPrev = zerosLike(aPrev);
        for (int row = 0; row < dA.length(1); row++) {
            for (int column = 0; column < dA.length(2); column++) {
                int top = row * stride, left = column * stride;
                NdArray max = maxima(aPrev, top, left, f);
                for (int image = 0; image < dA.length(0); image++) {
                    for (int i = 0; i < f; i++) {
                        for (int j = 0; j < f; j++) {
                            for (int channel = 0; channel < dA.length(3); channel++) {
                                double pixel = aPrev.get(image, top + i, left + j, channel);
                                double gradient = dA.get(image, row, column, channel);
                                double part = mode == Mode.MAX
                                        ? masked(pixel, max.get(image, channel), gradient)
                                        : gradient / (f * f);
                                dAPrev.add(part, image, top + i, left + j, channel);
                            }
                        }
                    }
                }
            }
        }
        return dAPrev;
    }

    /** {@code aPrev[:, top:top+f, left:left+f].max(axis=(1, 2))}, shape {@code (m, nC)}. */
    private static NdArray maxima(NdArray aPrev, int top, int left, int f) {
        NdArray max = NdArray.full(Shape.of(aPrev.length(0), aPrev.length(3)), Double.NEGATIVE_INFINITY);
        for (int image = 0; image < aPrev.length(0); image++) {
            for (int i = 0; i < f; i++) {
                for (int j = 0; j < f; j++) {
                    for (int channel = 0; channel < aPrev.length(3); channel++) {
                        double pixel = aPrev.get(image, top + i, left + j, channel);
                        max.set(Math.max(max.get(image, channel), pixel), image, channel);
                    }
                }
            }
        }
        return max;
    }

    /**
     * Where the windows tile the image ({@code f = stride}), one reshape makes all windows, and nothing overlaps, so
     * nothing has to be added up; elsewhere as {@link #windowsAtOnce}. Wins clearly on the usual 2×2 pooling with
     * stride 2.
     */
    public static NdArray reshapeOrLoops(NdArray dA, NdArray aPrev, int f, int stride, Mode mode) {
        if (f != stride) {
            return windowsAtOnce(dA, aPrev, f, stride, mode);
        }
        Blocks blocks = Blocks.of(aPrev, f);
        NdArray max = blocks.max();
        NdArray share = NdArray.zeros(blocks.tiled().shape().lengths());
        for (int offset = 0; offset < share.size(); offset++) {
            int block = blocks.block(offset);
            double gradient = dA.flat(block);
            double part = mode == Mode.MAX
                    ? masked(blocks.tiled().flat(offset), max.flat(block), gradient)
                    : gradient / (f * f);
            share.setFlat(part, offset);
        }
        NdArray dAPrev = zerosLike(aPrev);
        for (int offset = 0; offset < share.size(); offset++) {
            dAPrev.set(share.flat(offset), share.shape().index(offset));
        }
        return dAPrev;
    }

    /** {@code (pixel == max) * gradient}; a product, so that a NaN in the gradient spreads as it does in NumPy. */
    private static double masked(double pixel, double max, double gradient) {
        return (pixel == max ? 1 : 0) * gradient;
    }

    private static NdArray zerosLike(NdArray array) {
        return NdArray.zeros(array.shape().lengths());
    }
}
