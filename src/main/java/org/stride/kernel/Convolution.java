package org.stride.kernel;

import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * Convolution as the exercises define it (cross-correlation, channels last), forward beside backward. These plain loops
 * are the specification that every strategy is held against; {@link org.stride.kernel.strategy} has the other ways.
 *
 * <p>Results are {@code float64}, or {@code int64} where every input is an integer. Inputs are never changed.
 */
public final class Convolution {
    private Convolution() {}

    /** What {@link #backward} returns, each shaped like the array that it is the gradient of. */
    public record Gradients(NdArray dAPrev, NdArray dFilters, NdArray dBias) {}

    /**
     * Surrounds height and width with zeros; examples and channels stay.
     *
     * <pre>{@code
     * zeroPad(x, 1) of one example with one channel:
     * [[1. 2.]         [[0. 0. 0. 0.]
     *  [3. 4.]]    →    [0. 1. 2. 0.]
     *                   [0. 3. 4. 0.]
     *                   [0. 0. 0. 0.]]
     * }</pre>
     *
     * @param x {@code (m, nH, nW, nC)}
     * @param pad rows and columns of zeros on each side, 0 or more
     * @return {@code (m, nH + 2·pad, nW + 2·pad, nC)} of the dtype of {@code x}
     */
    public static NdArray zeroPad(NdArray x, int pad) {
        Checks.rank("zero_pad", "X", x, 4);
        Checks.notNegative("zero_pad", "pad", pad);
        int m = x.length(0), nH = x.length(1), nW = x.length(2), nC = x.length(3);
        NdArray padded = NdArray.zeros(x.dtype(), Shape.of(m, nH + 2 * pad, nW + 2 * pad, nC));
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    for (int channel = 0; channel < nC; channel++) {
                        padded.set(x.get(image, row, column, channel), image, row + pad, column + pad, channel);
                    }
                }
            }
        }
        return padded;
    }

    /**
     * One filter on one window: {@code Σ aSlicePrev[i,j,channel] · filter[i,j,channel] + bias}.
     *
     * <pre>{@code
     * window [[1. 2.]   filter [[ 1.  0.]   bias 10.  →  1·1 + 2·0 + 3·0 + 4·(-1) + 10 = 7.0
     *         [3. 4.]]          [ 0. -1.]]
     * }</pre>
     *
     * @param aSlicePrev {@code (f, f, nCPrev)}
     * @param filter {@code (f, f, nCPrev)}
     * @param bias {@code (1, 1, 1)}, added once
     */
    public static double singleStep(NdArray aSlicePrev, NdArray filter, NdArray bias) {
        Checks.rank("conv_single_step", "a_slice_prev", aSlicePrev, 3);
        Checks.shape("conv_single_step", "W", filter, aSlicePrev.shape().lengths());
        Checks.shape("conv_single_step", "b", bias, 1, 1, 1);
        double sum = 0;
        for (int i = 0; i < filter.length(0); i++) {
            for (int j = 0; j < filter.length(1); j++) {
                for (int channel = 0; channel < filter.length(2); channel++) {
                    sum += aSlicePrev.get(i, j, channel) * filter.get(i, j, channel);
                }
            }
        }
        return sum + bias.get(0, 0, 0);
    }

    /**
     * Every filter on every window, with the sum over {@code i}, {@code j} and {@code channel}:
     *
     * <pre>{@code
     * z[image,row,column,c] =
     *     Σ padded[image, row·stride + i, column·stride + j, channel] · filters[i,j,channel,c] + bias[c]
     *
     * [[1. 2. 3.]       [[1. 0.]
     *  [4. 5. 6.]   and  [0. 1.]]  with stride 1, pad 0, bias 0  →  [[ 6.  8.]
     *  [7. 8. 9.]]                                                   [12. 14.]]
     * }</pre>
     *
     * @param aPrev {@code (m, nHPrev, nWPrev, nCPrev)}
     * @param filters {@code (f, f, nCPrev, nC)}
     * @param bias {@code (1, 1, 1, nC)}
     * @param stride steps from one window to the next, 1 or more
     * @param pad zeros around height and width, 0 or more
     * @return {@code (m, nH, nW, nC)} with the lengths of {@link #outputLength}
     */
    public static NdArray forward(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
        Shape shape = outputShape("conv_forward", aPrev, filters, stride, pad);
        int m = shape.length(0), nH = shape.length(1), nW = shape.length(2), nC = shape.length(3);
        Checks.shape("conv_forward", "b", bias, 1, 1, 1, nC);
        NdArray padded = zeroPad(aPrev, pad);
        NdArray z = NdArray.zeros(Promotion.of(aPrev, filters, bias), shape);
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    int top = row * stride, left = column * stride;
                    for (int c = 0; c < nC; c++) {
                        double sum = windowTimesFilter(padded, image, top, left, filters, c);
                        z.set(sum + bias.get(0, 0, 0, c), image, row, column, c);
                    }
                }
            }
        }
        return z;
    }

    /**
     * The gradients of the cost with respect to everything that {@link #forward} took, from the one with respect to
     * {@code z}. Each window and filter adds its part, with {@code g = dZ[image,row,column,c]}:
     *
     * <pre>{@code
     * dPadded[image, row·stride + i, column·stride + j, channel] += filters[i,j,channel,c] · g
     * dFilters[i,j,channel,c] += padded[image, row·stride + i, column·stride + j, channel] · g
     * dBias[c] += g
     *
     * forward's example with dZ [[1. 0.]  →  dAPrev [[1. 0. 0.]   dFilters [[ 6.  8.]   dBias 2.
     *                            [0. 1.]]            [0. 2. 0.]             [12. 14.]]
     *                                                [0. 0. 1.]]
     * }</pre>
     *
     * @param dZ {@code (m, nH, nW, nC)}, shaped like the result of {@link #forward}
     * @param aPrev {@code (m, nHPrev, nWPrev, nCPrev)}
     * @param filters {@code (f, f, nCPrev, nC)}
     * @return gradients shaped like {@code aPrev}, {@code filters} and {@code (1, 1, 1, nC)}
     */
    public static Gradients backward(NdArray dZ, NdArray aPrev, NdArray filters, int stride, int pad) {
        Shape shape = outputShape("conv_backward", aPrev, filters, stride, pad);
        Checks.shape("conv_backward", "dZ", dZ, shape.lengths());
        int m = shape.length(0), nH = shape.length(1), nW = shape.length(2), nC = shape.length(3);
        int f = filters.length(0), nCPrev = filters.length(2);
        NdArray padded = zeroPad(aPrev, pad);
        var dtype = Promotion.of(dZ, aPrev, filters);
        NdArray dPadded = NdArray.zeros(dtype, padded.shape());
        NdArray dFilters = NdArray.zeros(dtype, filters.shape());
        NdArray dBias = NdArray.zeros(dtype, Shape.of(1, 1, 1, nC));
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    int top = row * stride, left = column * stride;
                    for (int c = 0; c < nC; c++) {
                        double gradient = dZ.get(image, row, column, c);
                        for (int i = 0; i < f; i++) {
                            for (int j = 0; j < f; j++) {
                                for (int channel = 0; channel < nCPrev; channel++) {
                                    double weight = filters.get(i, j, channel, c);
                                    double input = padded.get(image, top + i, left + j, channel);
                                    dPadded.add(weight * gradient, image, top + i, left + j, channel);
                                    dFilters.add(input * gradient, i, j, channel, c);
                                }
                            }
                        }
                        dBias.add(gradient, 0, 0, 0, c);
                    }
                }
            }
        }
        return new Gradients(withoutPadding(dPadded, pad), dFilters, dBias);
    }

    /**
     * How many windows fit along one axis: {@code floor((length - f + 2·pad) / stride) + 1}; 0 or less if none fits.
     *
     * <pre>{@code outputLength(7, 3, 2, 0)  // 3: windows at 0, 2 and 4}</pre>
     */
    public static int outputLength(int length, int f, int stride, int pad) {
        return Math.floorDiv(length - f + 2 * pad, stride) + 1;
    }

    private static Shape outputShape(String operation, NdArray aPrev, NdArray filters, int stride, int pad) {
        Checks.rank(operation, "A_prev", aPrev, 4);
        Checks.filters(operation, filters, aPrev);
        Checks.positive(operation, "stride", stride);
        Checks.notNegative(operation, "pad", pad);
        int f = filters.length(0), height = aPrev.length(1), width = aPrev.length(2);
        int nH = outputLength(height, f, stride, pad), nW = outputLength(width, f, stride, pad);
        return Shape.of(
                aPrev.length(0),
                Checks.length(operation, "the padded height", nH, height + 2 * pad, f),
                Checks.length(operation, "the padded width", nW, width + 2 * pad, f),
                filters.length(3));
    }

    private static double windowTimesFilter(NdArray padded, int image, int top, int left, NdArray filters, int c) {
        int f = filters.length(0), nCPrev = filters.length(2);
        double sum = 0;
        for (int i = 0; i < f; i++) {
            for (int j = 0; j < f; j++) {
                for (int channel = 0; channel < nCPrev; channel++) {
                    sum += padded.get(image, top + i, left + j, channel) * filters.get(i, j, channel, c);
                }
            }
        }
        return sum;
    }

    private static NdArray withoutPadding(NdArray padded, int pad) {
        int m = padded.length(0), nH = padded.length(1) - 2 * pad, nW = padded.length(2) - 2 * pad;
        int nC = padded.length(3);
        NdArray inner = NdArray.zeros(padded.dtype(), Shape.of(m, nH, nW, nC));
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    for (int channel = 0; channel < nC; channel++) {
                        inner.set(padded.get(image, row + pad, column + pad, channel), image, row, column, channel);
                    }
                }
            }
        }
        return inner;
    }
}
