package org.stride.kernel.slip;

import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Convolution;
import org.stride.kernel.flaw.NumpyError;

/** Indices and slices as Python has them: what is negative counts from the end, what lies past an end is cut off. */
final class Slices {
    private Slices() {}

    /** The places from {@code start} on of {@code array[start:end]} along an axis of some length. */
    record Range(int start, int length) {
        static Range of(int start, int end, int length) {
            int from = bound(start, length), to = bound(end, length);
            return new Range(from, Math.max(0, to - from));
        }

        private static int bound(int place, int length) {
            return Math.clamp(place < 0 ? place + length : place, 0, length);
        }
    }

    /** {@code array[index]} along an axis. */
    static int index(int index, int axis, int length) {
        if (index >= length || index < -length) {
            throw NumpyError.index(index, axis, length);
        }
        return index < 0 ? index + length : index;
    }

    /** The numbers of {@code array[image][rows, columns, channel]}. */
    static double[] numbers(NdArray array, int image, Range rows, Range columns, int channel) {
        double[] numbers = new double[rows.length() * columns.length()];
        int to = 0;
        for (int row = rows.start(); row < rows.start() + rows.length(); row++) {
            for (int column = columns.start(); column < columns.start() + columns.length(); column++) {
                numbers[to++] = array.get(image, row, column, channel);
            }
        }
        return numbers;
    }

    /** An array of one length along each axis, or the exception that NumPy raises for a length below 0. */
    static NdArray zeros(int... lengths) {
        for (int length : lengths) {
            if (length < 0) {
                throw NumpyError.negativeLength();
            }
        }
        return NdArray.zeros(lengths);
    }

    /** {@code zero_pad(array, pad)}; NumPy refuses a negative width. */
    static NdArray zeroPad(NdArray array, int pad) {
        if (pad < 0) {
            throw new NumpyError("ValueError", "index can't contain negative values");
        }
        return Convolution.zeroPad(array, pad);
    }

    /**
     * {@code array[i, h, w, c] = value}.
     *
     * @param everywhere the axis along which a colon stands in place of the index; -1 for none
     */
    static void assign(NdArray array, double value, int everywhere, int... cell) {
        int[] index = cell.clone();
        for (int axis = 0; axis < index.length; axis++) {
            index[axis] = axis == everywhere ? 0 : index(index[axis], axis, array.length(axis));
        }
        int times = everywhere < 0 ? 1 : array.length(everywhere);
        for (int time = 0; time < times; time++) {
            if (everywhere >= 0) {
                index[everywhere] = time;
            }
            array.set(value, index);
        }
    }

    /** The shape to which two shapes of equally many axes are stretched. */
    static Shape common(Shape left, Shape right) {
        int[] lengths = left.lengths();
        for (int axis = 0; axis < lengths.length; axis++) {
            int other = right.length(axis);
            if (lengths[axis] != other && lengths[axis] != 1 && other != 1) {
                throw NumpyError.broadcast(left, right);
            }
            lengths[axis] = lengths[axis] == 1 ? other : lengths[axis];
        }
        return Shape.of(lengths);
    }
}
