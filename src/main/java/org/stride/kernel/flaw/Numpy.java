package org.stride.kernel.flaw;

import java.util.Arrays;
import java.util.function.Consumer;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * The few operations of NumPy that flaws lean on, with NumPy's own idea of what fits: a slice past the edge comes out
 * short, a length of 1 stretches, and what still does not fit raises.
 */
final class Numpy {
    private Numpy() {}

    /** {@code np.zeros(lengths)}. */
    static NdArray zeros(int... lengths) {
        if (Arrays.stream(lengths).anyMatch(length -> length < 0)) {
            throw NumpyError.negativeLength();
        }
        return NdArray.zeros(lengths);
    }

    /** {@code array[top:bottom, left:right]}, all four 0 or more. */
    static NdArray slice(NdArray array, int top, int bottom, int left, int right) {
        int[] lengths = array.shape().lengths();
        lengths[0] = Math.max(0, Math.min(bottom, lengths[0]) - top);
        lengths[1] = Math.max(0, Math.min(right, lengths[1]) - left);
        return gather(array, Shape.of(lengths), index -> {
            index[0] += top;
            index[1] += left;
        });
    }

    /** {@code array[::-1, ::-1]}. */
    static NdArray turned(NdArray array) {
        return gather(array, array.shape(), index -> {
            index[0] = array.length(0) - 1 - index[0];
            index[1] = array.length(1) - 1 - index[1];
        });
    }

    /** {@code array[:, :, :, c]}. */
    static NdArray channel(NdArray array, int c) {
        if (c >= array.length(3)) {
            throw NumpyError.index(c, 3, array.length(3));
        }
        NdArray channel = NdArray.zeros(array.dtype(), Shape.of(array.length(0), array.length(1), array.length(2)));
        for (int offset = 0; offset < channel.size(); offset++) {
            channel.setFlat(array.flat(offset * array.length(3) + c), offset);
        }
        return channel;
    }

    /** {@code array[index] = value}. */
    static void assign(NdArray array, double value, int... index) {
        for (int axis = 0; axis < index.length; axis++) {
            if (index[axis] >= array.length(axis)) {
                throw NumpyError.index(index[axis], axis, array.length(axis));
            }
        }
        array.set(value, index);
    }

    /** {@code left * right}, stretched to a common shape from the last axis on. */
    static NdArray multiply(NdArray left, NdArray right) {
        NdArray product = NdArray.zeros(promoted(left, right), broadcast(left.shape(), right.shape()));
        for (int offset = 0; offset < product.size(); offset++) {
            int[] index = product.shape().index(offset);
            product.setFlat(stretched(left, index) * stretched(right, index), offset);
        }
        return product;
    }

    /** What arithmetic gives: integers among themselves stay integers, all else is reckoned as {@code float64}. */
    static DType promoted(NdArray... operands) {
        boolean floating =
                Arrays.stream(operands).anyMatch(operand -> operand.dtype().kind() == DType.Kind.FLOATING);
        return floating ? DType.FLOAT64 : DType.INT64;
    }

    /** An array of the given shape that takes each element from the index that {@code toSource} turns its own into. */
    static NdArray gather(NdArray source, Shape shape, Consumer<int[]> toSource) {
        NdArray result = NdArray.zeros(source.dtype(), shape);
        for (int offset = 0; offset < result.size(); offset++) {
            int[] index = shape.index(offset);
            toSource.accept(index);
            result.setFlat(source.get(index), offset);
        }
        return result;
    }

    private static Shape broadcast(Shape left, Shape right) {
        int[] lengths = new int[Math.max(left.rank(), right.rank())];
        for (int back = 1; back <= lengths.length; back++) {
            int ofLeft = back > left.rank() ? 1 : left.length(left.rank() - back);
            int ofRight = back > right.rank() ? 1 : right.length(right.rank() - back);
            if (ofLeft != ofRight && ofLeft != 1 && ofRight != 1) {
                throw NumpyError.broadcast(left, right);
            }
            lengths[lengths.length - back] = ofLeft == 1 ? ofRight : ofLeft;
        }
        return Shape.of(lengths);
    }

    /** The element for an index of a shape that the array is stretched to. */
    private static double stretched(NdArray array, int[] index) {
        int offset = 0, missing = index.length - array.rank();
        for (int axis = 0; axis < array.rank(); axis++) {
            int position = array.length(axis) == 1 ? 0 : index[missing + axis];
            offset = offset * array.length(axis) + position;
        }
        return array.flat(offset);
    }
}
