package org.stride.array;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The lengths of an array’s axes, slowest first, and the arithmetic between an index and its place in row-major order.
 *
 * <pre>{@code Shape.of(4, 9, 9, 2).toString()  // "(4, 9, 9, 2)", as Python prints a tuple}</pre>
 */
public final class Shape {
    /** The shape {@code ()} of a scalar. */
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] lengths;
    private final int size;

    private Shape(int[] lengths) {
        long product = 1;
        for (int length : lengths) {
            if (length < 0) {
                throw new IllegalArgumentException("shape: lengths must be 0 or more, got " + tuple(lengths));
            }
            product *= length;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("shape: at most 2^31-1 elements, got " + tuple(lengths));
            }
        }
        this.lengths = lengths;
        this.size = (int) product;
    }

    /** The shape with these lengths, each 0 or more; none at all for a scalar. */
    public static Shape of(int... lengths) {
        return lengths.length == 0 ? SCALAR : new Shape(lengths.clone());
    }

    /** The number of axes. */
    public int rank() {
        return lengths.length;
    }

    /** The number of elements: the product of all lengths, 1 for a scalar. */
    public int size() {
        return size;
    }

    /** The length of one axis, counted from 0. */
    public int length(int axis) {
        return lengths[axis];
    }

    /** All lengths, copied. */
    public int[] lengths() {
        return lengths.clone();
    }

    /** The place of {@code index} in row-major order; the index has one number per axis, each within its length. */
    public int offset(int... index) {
        if (index.length != lengths.length) {
            throw new IndexOutOfBoundsException(
                    "index " + tuple(index) + " has " + index.length + " numbers, shape " + this + " has " + rank());
        }
        int offset = 0;
        for (int axis = 0; axis < lengths.length; axis++) {
            if (index[axis] < 0 || index[axis] >= lengths[axis]) {
                throw new IndexOutOfBoundsException("index " + tuple(index) + " is outside shape " + this);
            }
            offset = offset * lengths[axis] + index[axis];
        }
        return offset;
    }

    /** The index whose {@link #offset} is the given one. */
    public int[] index(int offset) {
        if (offset < 0 || offset >= size) {
            throw new IndexOutOfBoundsException("offset " + offset + " is outside shape " + this);
        }
        int[] index = new int[lengths.length];
        int rest = offset;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            index[axis] = rest % lengths[axis];
            rest /= lengths[axis];
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(lengths, shape.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /** As Python prints the tuple: {@code ()}, {@code (3,)}, {@code (4, 9, 9, 2)}. */
    @Override
    public String toString() {
        return tuple(lengths);
    }

    private static String tuple(int[] numbers) {
        if (numbers.length == 1) {
            return "(" + numbers[0] + ",)";
        }
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
