package org.stride.kernel.flaw;

import java.util.Arrays;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/** NumPy's {@code target += values}: the values may be stretched to the target's shape, the target never. */
final class InPlace {
    private InPlace() {}

    /**
     * The values in the shape of the target, repeated along axes of length 1.
     *
     * @param values of the same rank as the target
     */
    static NdArray stretched(NdArray values, Shape target) {
        Shape common = common(values.shape(), target);
        if (!common.equals(target)) {
            throw valueError("non-broadcastable output operand with shape " + tuple(target)
                    + " doesn't match the broadcast shape " + tuple(common));
        }
        NdArray stretched = NdArray.zeros(values.dtype(), target);
        for (int offset = 0; offset < stretched.size(); offset++) {
            int[] index = target.index(offset);
            Arrays.setAll(index, axis -> values.length(axis) == 1 ? 0 : index[axis]);
            stretched.setFlat(values.get(index), offset);
        }
        return stretched;
    }

    private static Shape common(Shape values, Shape target) {
        int[] lengths = target.lengths();
        for (int axis = 0; axis < lengths.length; axis++) {
            if (lengths[axis] != values.length(axis) && lengths[axis] != 1 && values.length(axis) != 1) {
                throw valueError("operands could not be broadcast together with shapes " + tuple(target) + " "
                        + tuple(values) + " " + tuple(target) + " ");
            }
            lengths[axis] = lengths[axis] == 1 ? values.length(axis) : lengths[axis];
        }
        return Shape.of(lengths);
    }

    private static NumpyError valueError(String message) {
        return new NumpyError("ValueError", message);
    }

    private static String tuple(Shape shape) {
        return shape.toString().replace(" ", "");
    }
}
