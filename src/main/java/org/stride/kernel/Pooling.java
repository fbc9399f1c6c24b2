package org.stride.kernel;

import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * Pooling as the exercises define it (no padding, each channel by itself), forward beside backward, with the two
 * helpers of backward: {@link #mask} for the maximum and {@link #distribute} for the average.
 *
 * <p>Maxima of integers, and their gradients where both inputs are integers, are {@code int64}; all else is {@code
 * float64}. Inputs are never changed.
 */
public final class Pooling {
    private Pooling() {}

    /** What a window becomes. */
    public enum Mode {
        MAX("max"),
        AVERAGE("average");

        private final String text;

        Mode(String text) {
            this.text = text;
        }

        /** The notebook's word: {@code max} or {@code average}. */
        public String text() {
            return text;
        }

        /** The mode that the notebook calls by this word. */
        public static Mode of(String text) {
            return switch (text) {
                case "max" -> MAX;
                case "average" -> AVERAGE;
                default -> throw Checks.refused("mode", "expected \"max\" or \"average\", got \"" + text + "\"");
            };
        }
    }

    /**
     * The maximum or the average of every window. As in NumPy, a NaN in a window makes its result NaN.
     *
     * <pre>{@code
     * [[1. 3. 2. 1.]
     *  [2. 9. 1. 1.]   with f 2, stride 2, MAX  →  [[9. 2.]     AVERAGE  →  [[3.75 1.25]
     *  [1. 3. 2. 3.]                                [6. 3.]]                 [3.75 2.  ]]
     *  [5. 6. 1. 2.]]
     * }</pre>
     *
     * @param aPrev {@code (m, nHPrev, nWPrev, nC)}
     * @param f height and width of the window, 1 or more
     * @param stride steps from one window to the next, 1 or more
     * @return {@code (m, nH, nW, nC)} with {@code nH = floor((nHPrev - f) / stride) + 1}
     */
    public static NdArray forward(NdArray aPrev, int f, int stride, Mode mode) {
        Shape shape = outputShape("pool_forward", aPrev, f, stride);
        int m = shape.length(0), nH = shape.length(1), nW = shape.length(2), nC = shape.length(3);
        NdArray a = NdArray.zeros(mode == Mode.MAX ? Promotion.of(aPrev) : DType.FLOAT64, shape);
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    for (int channel = 0; channel < nC; channel++) {
                        NdArray window = window(aPrev, image, row * stride, column * stride, channel, f);
                        a.set(mode == Mode.MAX ? window.max() : window.mean(), image, row, column, channel);
                    }
                }
            }
        }
        return a;
    }

    /**
     * Where the window equals its maximum; every one of several equal maxima is marked. A NaN makes the maximum NaN,
     * which equals nothing: then no element is marked.
     *
     * <pre>{@code
     * mask([[1. 3.]   →   [[False False]
     *       [4. 2.]])      [ True False]]
     * }</pre>
     *
     * @param window of any shape, with at least one element
     * @return booleans of the same shape
     */
    public static NdArray mask(NdArray window) {
        if (window.size() == 0) {
            throw Checks.refused("create_mask_from_window", "x of shape " + window.shape() + " has no maximum");
        }
        double max = window.max();
        NdArray mask = NdArray.zeros(DType.BOOL, window.shape());
        for (int offset = 0; offset < window.size(); offset++) {
            mask.setFlat(window.flat(offset) == max ? 1 : 0, offset);
        }
        return mask;
    }

    /**
     * Equal shares of {@code dz} for every element of a window: {@code dz / (nH · nW)}.
     *
     * <pre>{@code
     * distribute(2, 2, 2)   →   [[0.5 0.5]
     *                            [0.5 0.5]]
     * }</pre>
     *
     * @param nH rows, 1 or more
     * @param nW columns, 1 or more
     * @return {@code (nH, nW)} of {@code float64}
     */
    public static NdArray distribute(double dz, int nH, int nW) {
        Checks.positive("distribute_value", "n_H", nH);
        Checks.positive("distribute_value", "n_W", nW);
        Shape shape = Shape.of(nH, nW);
        return NdArray.full(shape, dz / shape.size());
    }

    /**
     * The gradient with respect to {@code aPrev} from the one with respect to the result of {@link #forward}: each
     * window gives it to its maximum, or to all its elements in equal shares. Where windows overlap, their parts add
     * up.
     *
     * <pre>{@code
     * [[1. 3.]   with dA [[8.]], MAX  →  [[0. 0.]     AVERAGE  →  [[2. 2.]
     *  [4. 2.]]                           [8. 0.]]                 [2. 2.]]
     * }</pre>
     *
     * @param dA {@code (m, nH, nW, nC)}, shaped like the result of {@link #forward}
     * @param aPrev {@code (m, nHPrev, nWPrev, nC)}
     * @return shaped like {@code aPrev}
     */
    public static NdArray backward(NdArray dA, NdArray aPrev, int f, int stride, Mode mode) {
        Shape shape = outputShape("pool_backward", aPrev, f, stride);
        Checks.shape("pool_backward", "dA", dA, shape.lengths());
        int m = shape.length(0), nH = shape.length(1), nW = shape.length(2), nC = shape.length(3);
        NdArray dAPrev = NdArray.zeros(mode == Mode.MAX ? Promotion.of(dA, aPrev) : DType.FLOAT64, aPrev.shape());
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                for (int column = 0; column < nW; column++) {
                    int top = row * stride, left = column * stride;
                    for (int channel = 0; channel < nC; channel++) {
                        double gradient = dA.get(image, row, column, channel);
                        NdArray parts = mode == Mode.MAX
                                ? mask(window(aPrev, image, top, left, channel, f))
                                        .asType(DType.FLOAT64)
                                        .map(marked -> marked * gradient)
                                : distribute(gradient, f, f);
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

    private static Shape outputShape(String operation, NdArray aPrev, int f, int stride) {
        Checks.rank(operation, "A_prev", aPrev, 4);
        Checks.positive(operation, "f", f);
        Checks.positive(operation, "stride", stride);
        int height = aPrev.length(1), width = aPrev.length(2);
        int nH = Convolution.outputLength(height, f, stride, 0), nW = Convolution.outputLength(width, f, stride, 0);
        return Shape.of(
                aPrev.length(0),
                Checks.length(operation, "the height", nH, height, f),
                Checks.length(operation, "the width", nW, width, f),
                aPrev.length(3));
    }

    /** {@code aPrev[image, top:top+f, left:left+f, channel]}, shape {@code (f, f)}. */
    private static NdArray window(NdArray aPrev, int image, int top, int left, int channel, int f) {
        NdArray window = NdArray.zeros(aPrev.dtype(), Shape.of(f, f));
        for (int i = 0; i < f; i++) {
            for (int j = 0; j < f; j++) {
                window.set(aPrev.get(image, top + i, left + j, channel), i, j);
            }
        }
        return window;
    }
}
