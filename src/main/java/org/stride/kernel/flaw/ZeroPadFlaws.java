package org.stride.kernel.flaw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.IntBinaryOperator;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * Wrong ways to write {@code zero_pad(X, pad)}: the wrong axes, the wrong sides, the wrong width or the wrong values
 * around {@code X}. For the last kind, on one row of pixels with pad 2:
 *
 * <pre>{@code
 * right             0 0 1 2 3 0 0
 * pads_with_ones    1 1 1 2 3 1 1
 * edge_values       1 1 1 2 3 3 3
 * reflected_values  3 2 1 2 3 2 1
 * }</pre>
 */
public final class ZeroPadFlaws {
    private static final Sides NONE = new Sides(0, 0);

    private static final SequencedMap<String, Kernel> ALL = new LinkedHashMap<>();

    static {
        ALL.put("pads_all_axes", (x, pad) -> pad(x, 0, both(pad), both(pad), both(pad), both(pad)));
        ALL.put("pads_examples_and_height", (x, pad) -> pad(x, 0, both(pad), both(pad), NONE, NONE));
        ALL.put("pads_width_and_channels", (x, pad) -> pad(x, 0, NONE, NONE, both(pad), both(pad)));
        ALL.put("pads_channels_instead_of_width", (x, pad) -> pad(x, 0, NONE, both(pad), NONE, both(pad)));
        ALL.put("height_only", (x, pad) -> pad(x, 0, NONE, both(pad), NONE, NONE));
        ALL.put("width_only", (x, pad) -> pad(x, 0, NONE, NONE, both(pad), NONE));
        ALL.put("top_and_left_only", (x, pad) -> aroundImage(x, new Sides(pad, 0), 0));
        ALL.put("bottom_and_right_only", (x, pad) -> aroundImage(x, new Sides(0, pad), 0));
        ALL.put("double_pad", (x, pad) -> aroundImage(x, both(2 * pad), 0));
        ALL.put("pad_fixed_at_one", (x, pad) -> aroundImage(x, both(1), 0));
        ALL.put("pads_with_ones", (x, pad) -> aroundImage(x, both(pad), 1));
        ALL.put("edge_values", ZeroPadFlaws::edgeValues);
        ALL.put("reflected_values", ZeroPadFlaws::reflectedValues);
        ALL.put("height_and_width_swapped", ZeroPadFlaws::heightAndWidthSwapped);
        ALL.put("negative_end_at_pad_zero", ZeroPadFlaws::negativeEnd);
        ALL.put("returns_x_unpadded", (x, pad) -> x.copy());
    }

    private ZeroPadFlaws() {}

    /** A wrong {@code zero_pad}. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * Runs the wrong function.
         *
         * @param x {@code (m, nH, nW, nC)}
         * @param pad 0 or more
         * @return what the wrong function returns; the shape may be wrong too
         * @throws NumpyError where it would raise
         */
        NdArray apply(NdArray x, int pad);
    }

    /** Every flaw by its id. */
    public static SequencedMap<String, Kernel> all() {
        return Collections.unmodifiableSequencedMap(ALL);
    }

    /** {@code np.pad(x, …, mode="edge")} around height and width. */
    static NdArray edgeValues(NdArray x, int pad) {
        return extended(x, pad, (position, length) -> Math.clamp(position, 0, length - 1));
    }

    /** {@code np.pad(x, …, mode="reflect")}: to and fro for as long as it takes; a single pixel repeats. */
    static NdArray reflectedValues(NdArray x, int pad) {
        return extended(x, pad, (position, length) -> {
            int period = Math.max(1, 2 * (length - 1));
            int phase = Math.floorMod(position, period);
            return Math.min(phase, period - phase);
        });
    }

    /**
     * {@code np.zeros((m, n_W + 2 * pad, n_H + 2 * pad, n_C))}, and {@code X} written into its middle, or what would
     * be its middle with height and width the right way round.
     */
    private static NdArray heightAndWidthSwapped(NdArray x, int pad) {
        int m = x.length(0), nH = x.length(1), nW = x.length(2), nC = x.length(3);
        Shape target = Shape.of(m, Math.min(nH, nW + pad), Math.min(nW, nH + pad), nC);
        if (!target.equals(x.shape())) {
            throw NumpyError.broadcastInput(x.shape(), target);
        }
        return written(x, NdArray.zeros(m, nW + 2 * pad, nH + 2 * pad, nC), 0, pad, pad, 0);
    }

    /**
     * {@code X_pad[:, pad:-pad, pad:-pad, :] = X}: an empty slice at pad 0, which only a single pixel broadcasts into.
     */
    private static NdArray negativeEnd(NdArray x, int pad) {
        int m = x.length(0), nH = x.length(1), nW = x.length(2), nC = x.length(3);
        if (pad > 0) {
            return written(x, NdArray.zeros(m, nH + 2 * pad, nW + 2 * pad, nC), 0, pad, pad, 0);
        }
        if (nH > 1 || nW > 1) {
            throw NumpyError.broadcastInput(x.shape(), Shape.of(m, 0, 0, nC));
        }
        return NdArray.zeros(m, nH, nW, nC);
    }

    private static NdArray aroundImage(NdArray x, Sides sides, double value) {
        return pad(x, value, NONE, sides, sides, NONE);
    }

    /** {@code np.pad(x, sides, constant_values=value)}. */
    private static NdArray pad(NdArray x, double value, Sides examples, Sides height, Sides width, Sides channels) {
        Shape shape = Shape.of(
                examples.around(x.length(0)),
                height.around(x.length(1)),
                width.around(x.length(2)),
                channels.around(x.length(3)));
        NdArray padded = NdArray.full(shape, value).asType(x.dtype());
        return written(x, padded, examples.before, height.before, width.before, channels.before);
    }

    /** {@code target} with {@code x} written into it from the given index on. */
    private static NdArray written(NdArray x, NdArray target, int... start) {
        for (int offset = 0; offset < x.size(); offset++) {
            int[] index = x.shape().index(offset);
            for (int axis = 0; axis < index.length; axis++) {
                index[axis] += start[axis];
            }
            target.set(x.flat(offset), index);
        }
        return target;
    }

    /**
     * Height and width padded with pixels of {@code x}: {@code source} says which for a position that may lie outside.
     */
    private static NdArray extended(NdArray x, int pad, IntBinaryOperator source) {
        int nH = x.length(1), nW = x.length(2);
        if (pad > 0 && (nH == 0 || nW == 0)) {
            throw new NumpyError(
                    "ValueError",
                    "can't extend empty axis " + (nH == 0 ? 1 : 2) + " using modes other than 'constant' or 'empty'");
        }
        Shape shape = Shape.of(x.length(0), nH + 2 * pad, nW + 2 * pad, x.length(3));
        return Numpy.gather(x, shape, index -> {
            index[1] = source.applyAsInt(index[1] - pad, nH);
            index[2] = source.applyAsInt(index[2] - pad, nW);
        });
    }

    private static Sides both(int pad) {
        return new Sides(pad, pad);
    }

    /** How far {@code np.pad} goes before and after an axis. */
    private record Sides(int before, int after) {
        int around(int length) {
            return before + length + after;
        }
    }
}
