package org.stride.kernel.flaw;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.stride.array.Shape;

/**
 * What a flaw throws where the learner's Python would raise: the type and the message are NumPy's own, so that the two
 * can be told to be the same.
 *
 * <pre>{@code
 * throw NumpyError.broadcast(Shape.of(2, 3, 4), Shape.of(3, 3, 4));
 * // ValueError: operands could not be broadcast together with shapes (2,3,4) (3,3,4)
 * }</pre>
 */
public final class NumpyError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;

    /**
     * @param type the name of the Python exception, such as {@code ValueError}
     * @param message what {@code str(exception)} gives
     */
    public NumpyError(String type, String message) {
        super(message);
        this.type = type;
    }

    /** The name of the Python exception, such as {@code ValueError}. */
    public String type() {
        return type;
    }

    /** Two shapes that do not broadcast; NumPy ends the message with a space. */
    public static NumpyError broadcast(Shape left, Shape right) {
        return new NumpyError(
                "ValueError",
                "operands could not be broadcast together with shapes " + tuple(left) + " " + tuple(right) + " ");
    }

    /** A value that does not fit into the slice that it is assigned to. */
    public static NumpyError broadcastInput(Shape value, Shape target) {
        return new NumpyError(
                "ValueError",
                "could not broadcast input array from shape " + tuple(value) + " into shape " + tuple(target));
    }

    /** Two arrays that {@code np.dot} cannot multiply, because the axes that it sums over differ in length. */
    public static NumpyError notAligned(Shape left, int leftAxis, Shape right, int rightAxis) {
        return new NumpyError(
                "ValueError",
                "shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)"
                        .formatted(
                                tuple(left),
                                tuple(right),
                                left.length(leftAxis),
                                leftAxis,
                                right.length(rightAxis),
                                rightAxis));
    }

    /** An index past the end of an axis. */
    public static NumpyError index(int index, int axis, int length) {
        return new NumpyError(
                "IndexError", "index " + index + " is out of bounds for axis " + axis + " with size " + length);
    }

    /** An array that is made with a length below 0. */
    public static NumpyError negativeLength() {
        return new NumpyError("ValueError", "negative dimensions are not allowed");
    }

    /** A float where Python wants an integer, such as a length. */
    public static NumpyError floatAsInteger() {
        return new NumpyError("TypeError", "'float' object cannot be interpreted as an integer");
    }

    /** As NumPy's C code prints a shape: {@code (2,3,4)}, {@code (3,)}. */
    private static String tuple(Shape shape) {
        return Arrays.stream(shape.lengths())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "(", shape.rank() == 1 ? ",)" : ")"));
    }
}
