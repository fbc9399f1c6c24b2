package org.stride.kernel.strategy;

import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * Ways to {@link org.stride.kernel.Convolution#zeroPad}: {@code x (m, nH, nW, nC)} and {@code pad} give
 * {@code (m, nH + 2·pad, nW + 2·pad, nC)} of the same dtype.
 */
public final class PaddingStrategies {
    private PaddingStrategies() {}

    /** One call that takes a pair of widths per axis. Wins by saying what is meant; any axis, any widths. */
    public static NdArray npPad(NdArray x, int pad) {
        return padded(x, 0, pad, pad, 0);
    }

    /** Every element moves by the width before its axis, whatever the number of axes. */
    private static NdArray padded(NdArray x, int... widths) {
        int[] lengths = x.shape().lengths();
        for (int axis = 0; axis < widths.length; axis++) {
            lengths[axis] += 2 * widths[axis];
        }
        NdArray result = NdArray.zeros(x.dtype(), Shape.of(lengths));
        for (int offset = 0; offset < x.size(); offset++) {
            int[] index = x.shape().index(offset);
            for (int axis = 0; axis < widths.length; axis++) {
                index[axis] += widths[axis];
            }
            result.set(x.flat(offset), index);
        }
        return result;
    }

    /**
     * A larger array of zeros, and {@code x} written into its middle. Wins on speed: each pixel row is one run of
     * memory, copied as it is.
     */
    public static NdArray zerosAndSlice(NdArray x, int pad) {
        int m = x.length(0), nH = x.length(1), nW = x.length(2), nC = x.length(3);
        NdArray padded = NdArray.zeros(x.dtype(), Shape.of(m, nH + 2 * pad, nW + 2 * pad, nC));
        int run = nW * nC, paddedRun = padded.length(2) * nC;
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH; row++) {
                int from = (image * nH + row) * run;
                int to = (image * padded.length(1) + row + pad) * paddedRun + pad * nC;
                for (int k = 0; k < run; k++) {
                    padded.setFlat(x.flat(from + k), to + k);
                }
            }
        }
        return padded;
    }

    /**
     * Strips of zeros glued above and below, then left and right. Wins where the border is not to be zero everywhere.
     */
    public static NdArray concatenate(NdArray x, int pad) {
        int m = x.length(0), nH = x.length(1), nW = x.length(2), nC = x.length(3);
        NdArray rows = NdArray.zeros(x.dtype(), Shape.of(m, pad, nW, nC));
        NdArray tall = joined(1, rows, x, rows);
        NdArray columns = NdArray.zeros(x.dtype(), Shape.of(m, nH + 2 * pad, pad, nC));
        return joined(2, columns, tall, columns);
    }

    /** The parts one after another along an axis; all other lengths are equal. */
    private static NdArray joined(int axis, NdArray... parts) {
        int[] lengths = parts[0].shape().lengths();
        lengths[axis] = 0;
        int blocks = 1;
        for (int before = 0; before < axis; before++) {
            blocks *= lengths[before];
        }
        for (NdArray part : parts) {
            lengths[axis] += part.length(axis);
        }
        DType dtype = parts[0].dtype();
        NdArray result = NdArray.zeros(dtype, Shape.of(lengths));
        int to = 0;
        for (int block = 0; block < blocks; block++) {
            for (NdArray part : parts) {
                int run = part.size() / blocks;
                for (int k = 0; k < run; k++) {
                    result.setFlat(part.flat(block * run + k), to++);
                }
            }
        }
        return result;
    }
}
