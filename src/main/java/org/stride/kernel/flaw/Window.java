package org.stride.kernel.flaw;

import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * The corners of one window, and what NumPy's slices make of them: what lies past an edge is cut off without a word,
 * down to nothing at all.
 *
 * <pre>{@code
 * new Window(0, 2, 1, 3).of(a)   // a[0, 2:5, 1:4]: shape (3, 3, nC), or (1, 3, nC) where a has only 3 rows
 * }</pre>
 *
 * @param image the example
 * @param top the first row
 * @param left the first column
 * @param f height and width
 */
record Window(int image, int top, int left, int f) {
    /** {@code array[image, top:top+f, left:left+f]}, shape {@code (rows, columns, nC)}. */
    NdArray of(NdArray array) {
        return Numpy.slice(array.at(image), top, top + f, left, left + f);
    }

    /** {@code array[image, top:top+f, left:left+f, channel]}, shape {@code (rows, columns)}. */
    NdArray of(NdArray array, int channel) {
        NdArray all = of(array);
        NdArray one = NdArray.zeros(array.dtype(), Shape.of(all.length(0), all.length(1)));
        for (int offset = 0; offset < one.size(); offset++) {
            one.setFlat(all.flat(offset * all.length(2) + channel), offset);
        }
        return one;
    }

    /** The same corners in another example. */
    Window inExample(int other) {
        return new Window(other, top, left, f);
    }

    /** The whole of the example that this window lies in: a slice may ask for more than there is. */
    Window wholeImage(NdArray array) {
        return new Window(image, 0, 0, Math.max(array.length(1), array.length(2)));
    }
}
