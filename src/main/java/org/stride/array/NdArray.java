package org.stride.array;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * An array of numbers in row-major order, with NumPy’s shape and dtype.
 *
 * <p>Every element is held as a {@code double}: exact for booleans, for both floating types, and for integers up to
 * 2^53. The array is mutable, as NumPy’s are; whoever keeps one that came from elsewhere takes a {@link #copy}.
 *
 * <pre>{@code
 * NdArray x = new LegacyRandom(1).randn(4, 3, 3, 2);
 * x.get(1, 1, 0, 0);   // 0.90085595
 * x.shape();           // (4, 3, 3, 2)
 * }</pre>
 */
public final class NdArray implements Value {
    private final DType dtype;
    private final Shape shape;
    private final double[] values;

    private NdArray(DType dtype, Shape shape, double[] values) {
        this.dtype = dtype;
        this.shape = shape;
        this.values = values;
    }

    /** Zeros of {@code float64}, like {@code np.zeros(shape)}. */
    public static NdArray zeros(int... lengths) {
        return zeros(DType.FLOAT64, Shape.of(lengths));
    }

    /** Zeros of any dtype, like {@code np.zeros(shape, dtype)}. */
    public static NdArray zeros(DType dtype, Shape shape) {
        return new NdArray(dtype, shape, new double[shape.size()]);
    }

    /** One value everywhere, like {@code np.full(shape, value)} with a float. */
    public static NdArray full(Shape shape, double value) {
        NdArray array = zeros(DType.FLOAT64, shape);
        Arrays.fill(array.values, value);
        return array;
    }

    /** The values in row-major order, copied, each stored as {@code dtype} stores it. */
    public static NdArray of(DType dtype, Shape shape, double... values) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    "array: shape " + shape + " needs " + shape.size() + " values, got " + values.length);
        }
        return new NdArray(dtype, shape, Arrays.stream(values).map(dtype::store).toArray());
    }

    /** The values as {@code float64}, in row-major order, copied. */
    public static NdArray of(Shape shape, double... values) {
        return of(DType.FLOAT64, shape, values);
    }

    /** A matrix of {@code float64} from its rows, which must all be equally long. */
    public static NdArray matrix(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        for (double[] row : rows) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "matrix: rows must be equally long, got " + columns + " and " + row.length + " values");
            }
        }
        return of(
                Shape.of(rows.length, columns),
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    public DType dtype() {
        return dtype;
    }

    public Shape shape() {
        return shape;
    }

    /** The number of axes. */
    public int rank() {
        return shape.rank();
    }

    /** The length of one axis. */
    public int length(int axis) {
        return shape.length(axis);
    }

    /** The number of elements. */
    public int size() {
        return values.length;
    }

    /** {@code array[index]}, with one number per axis; none may be negative. */
    public double get(int... index) {
        return values[shape.offset(index)];
    }

    /** {@code array[i, j, k]}, without the cost of an index array. */
    public double get(int i, int j, int k) {
        return values[offset(i, j, k)];
    }

    /** {@code array[i, j, k, l]}, without the cost of an index array. */
    public double get(int i, int j, int k, int l) {
        return values[offset(i, j, k, l)];
    }

    /** {@code array[index] = value}, stored as the dtype stores it. */
    public void set(double value, int... index) {
        values[shape.offset(index)] = dtype.store(value);
    }

    /** {@code array[i, j, k] = value}. */
    public void set(double value, int i, int j, int k) {
        values[offset(i, j, k)] = dtype.store(value);
    }

    /** {@code array[i, j, k, l] = value}. */
    public void set(double value, int i, int j, int k, int l) {
        values[offset(i, j, k, l)] = dtype.store(value);
    }

    /** {@code array[i, j, k, l] += value}. */
    public void add(double value, int i, int j, int k, int l) {
        int offset = offset(i, j, k, l);
        values[offset] = dtype.store(values[offset] + value);
    }

    /** The element at a place in row-major order, like {@code array.flat[offset]}. */
    public double flat(int offset) {
        return values[offset];
    }

    /** {@code array.flat[offset] = value}. */
    public void setFlat(double value, int offset) {
        values[offset] = dtype.store(value);
    }

    /** The values in row-major order, copied. */
    public double[] toArray() {
        return values.clone();
    }

    /** An equal array that shares nothing with this one. */
    public NdArray copy() {
        return new NdArray(dtype, shape, values.clone());
    }

    /** The same values in the same order under another shape of the same size; a copy, never a view. */
    public NdArray reshape(int... lengths) {
        Shape other = Shape.of(lengths);
        if (other.size() != size()) {
            throw new IllegalArgumentException("reshape: shape " + shape + " does not fit into " + other);
        }
        return new NdArray(dtype, other, values.clone());
    }

    /** The same values under another dtype, each stored as that type stores it. */
    public NdArray asType(DType other) {
        return of(other, shape, values);
    }

    /** The axes in another order, like {@code np.transpose(array, axes)}; a copy, never a view. */
    public NdArray transpose(int... axes) {
        if (!Arrays.equals(
                Arrays.stream(axes).sorted().toArray(),
                IntStream.range(0, rank()).toArray())) {
            throw new IllegalArgumentException(
                    "transpose: shape " + shape + " needs each of its axes once, got " + Arrays.toString(axes));
        }
        int[] lengths = Arrays.stream(axes).map(shape::length).toArray();
        NdArray result = zeros(dtype, Shape.of(lengths));
        int[] source = new int[rank()];
        for (int offset = 0; offset < result.size(); offset++) {
            int[] target = result.shape.index(offset);
            for (int axis = 0; axis < axes.length; axis++) {
                source[axes[axis]] = target[axis];
            }
            result.values[offset] = values[shape.offset(source)];
        }
        return result;
    }

    /** {@code array[i]}: what lies at one place of the first axis, as an array of one rank less; a copy. */
    public NdArray at(int i) {
        if (rank() == 0 || i < 0 || i >= length(0)) {
            throw new IndexOutOfBoundsException("index " + i + " is outside axis 0 of shape " + shape);
        }
        Shape part = Shape.of(Arrays.copyOfRange(shape.lengths(), 1, rank()));
        return new NdArray(dtype, part, Arrays.copyOfRange(values, i * part.size(), (i + 1) * part.size()));
    }

    /** Every element through a function; shape and dtype stay. */
    public NdArray map(DoubleUnaryOperator operator) {
        return of(dtype, shape, Arrays.stream(values).map(operator).toArray());
    }

    /** Element by element with another array of the same shape; the dtype stays this one’s. */
    public NdArray combine(NdArray other, DoubleBinaryOperator operator) {
        if (!shape.equals(other.shape)) {
            throw new IllegalArgumentException("combine: shapes " + shape + " and " + other.shape + " differ");
        }
        NdArray result = zeros(dtype, shape);
        for (int offset = 0; offset < values.length; offset++) {
            result.setFlat(operator.applyAsDouble(values[offset], other.values[offset]), offset);
        }
        return result;
    }

    /** The sum of all elements, added in row-major order. */
    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The mean of all elements; NaN if there are none. */
    public double mean() {
        return sum() / size();
    }

    /** The greatest element, NaN if any is NaN, as {@code np.max} has it; negative infinity if there are none. */
    public double max() {
        return Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private int offset(int i, int j, int k) {
        return rank() == 3 && within(0, i) && within(1, j) && within(2, k)
                ? (i * shape.length(1) + j) * shape.length(2) + k
                : shape.offset(i, j, k);
    }

    private int offset(int i, int j, int k, int l) {
        return rank() == 4 && within(0, i) && within(1, j) && within(2, k) && within(3, l)
                ? ((i * shape.length(1) + j) * shape.length(2) + k) * shape.length(3) + l
                : shape.offset(i, j, k, l);
    }

    private boolean within(int axis, int position) {
        return position >= 0 && position < shape.length(axis);
    }

    /**
     * Same dtype, same shape, same values, where Java’s rules for keys hold and not NumPy’s {@code ==}: NaN equals NaN,
     * and 0.0 is another value than -0.0.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof NdArray array
                && dtype == array.dtype
                && shape.equals(array.shape)
                && Arrays.equals(values, array.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    /** As NumPy’s {@code print} shows it. */
    @Override
    public String toString() {
        return ArrayPrinter.print(this);
    }
}
