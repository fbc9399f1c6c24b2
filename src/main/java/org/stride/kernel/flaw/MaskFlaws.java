package org.stride.kernel.flaw;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.kernel.Pooling;

/**
 * Wrong ways to write {@code create_mask_from_window(x)}: the place of the maximum instead of a mask, the mask of
 * something else than the maximum, or the maximum of something else than the whole window. Some of them on one window,
 * with {@code 1} for {@code True}:
 *
 * <pre>{@code
 * x          right   mask_of_minimum   maximum_per_row   maximum_per_column   index_instead_of_mask
 * [[1 3]     0 0         1 0               0 1               0 1                 2
 *  [5 2]]    1 0         0 0               1 0               1 0
 * }</pre>
 */
public final class MaskFlaws {
    private static final SequencedMap<String, Kernel> ALL = new LinkedHashMap<>();

    static {
        ALL.put("index_instead_of_mask", x -> integer(firstMaximum(x)));
        ALL.put("row_and_column_instead_of_mask", MaskFlaws::rowAndColumn);
        ALL.put("where_instead_of_mask", x -> Value.Tuple.of(places(x, 0), places(x, 1)));
        ALL.put("maximum_instead_of_mask", MaskFlaws::maximum);
        ALL.put("mask_of_minimum", x -> equal(x, offset -> minimum(x)));
        ALL.put("maximum_per_row", x -> equal(x, offset -> rowMaximum(x, offset / x.length(1))));
        ALL.put("maximum_per_column", x -> equal(x, offset -> columnMaximum(x, offset % x.length(1))));
        ALL.put("row_maxima_along_columns", MaskFlaws::rowMaximaAlongColumns);
        ALL.put("pythons_own_max", MaskFlaws::pythonsOwnMax);
        ALL.put("at_least_zero", x -> x.map(value -> value >= 0 ? 1 : 0).asType(DType.BOOL));
        ALL.put("mask_inverted", x -> Pooling.mask(x).map(isMaximum -> 1 - isMaximum));
        ALL.put("window_times_mask", x -> x.combine(Pooling.mask(x), (value, isMaximum) -> value * isMaximum));
        ALL.put("numbers_instead_of_booleans", x -> Pooling.mask(x).asType(DType.INT64));
    }

    private MaskFlaws() {}

    /** A wrong {@code create_mask_from_window}. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * What the wrong function returns, not always an array.
         *
         * @param x rows and columns, at least one of each
         * @throws NumpyError where it would raise
         */
        Value apply(NdArray x);
    }

    /** Every flaw by its id. */
    public static SequencedMap<String, Kernel> all() {
        return Collections.unmodifiableSequencedMap(ALL);
    }

    /** The flaws that pass with a remark: 0 and 1 select as {@code False} and {@code True} do. */
    public static Set<String> advisory() {
        return Set.of("numbers_instead_of_booleans");
    }

    /** {@code np.unravel_index(np.argmax(x), x.shape)}. */
    private static Value rowAndColumn(NdArray x) {
        int[] index = x.shape().index(firstMaximum(x));
        return Value.Tuple.of(integer(index[0]), integer(index[1]));
    }

    /** {@code np.where(x == np.max(x))[axis]}. */
    private static NdArray places(NdArray x, int axis) {
        NdArray mask = Pooling.mask(x);
        double[] places = IntStream.range(0, x.size())
                .filter(offset -> mask.flat(offset) == 1)
                .mapToDouble(offset -> x.shape().index(offset)[axis])
                .toArray();
        return NdArray.of(DType.INT64, Shape.of(places.length), places);
    }

    private static Value maximum(NdArray x) {
        boolean floating = x.dtype().kind() == DType.Kind.FLOATING;
        return new Value.Scalar(x.max(), floating ? Value.Scalar.Type.NUMPY_FLOAT : Value.Scalar.Type.NUMPY_INT);
    }

    /**
     * {@code x == np.max(x, axis=1)}: the maximum of row j meets column j. A single row or column is stretched until
     * it meets everything.
     */
    private static NdArray rowMaximaAlongColumns(NdArray x) {
        int rows = x.length(0), columns = x.length(1);
        if (rows != columns && rows != 1 && columns != 1) {
            throw NumpyError.broadcast(x.shape(), Shape.of(rows));
        }
        NdArray mask = NdArray.zeros(DType.BOOL, Shape.of(rows, Math.max(rows, columns)));
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < mask.length(1); j++) {
                double value = x.get(i, columns == 1 ? 0 : j);
                mask.set(value == rowMaximum(x, rows == 1 ? 0 : j) ? 1 : 0, i, j);
            }
        }
        return mask;
    }

    /** {@code x == max(x)}: Python's {@code max} compares whole rows, which works only where they hold one number. */
    private static NdArray pythonsOwnMax(NdArray x) {
        if (x.length(0) == 1) {
            return equal(x, x::flat);
        }
        if (x.length(1) == 1) {
            return Pooling.mask(x);
        }
        throw new NumpyError(
                "ValueError",
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
    }

    /** {@code x == wanted}, which may be another number for each element. */
    private static NdArray equal(NdArray x, IntToDoubleFunction wanted) {
        NdArray mask = NdArray.zeros(DType.BOOL, x.shape());
        for (int offset = 0; offset < x.size(); offset++) {
            mask.setFlat(x.flat(offset) == wanted.applyAsDouble(offset) ? 1 : 0, offset);
        }
        return mask;
    }

    /** {@code np.argmax(x)}; NaN counts as the greatest. */
    private static int firstMaximum(NdArray x) {
        double maximum = x.max();
        return IntStream.range(0, x.size())
                .filter(offset -> x.flat(offset) == maximum || Double.isNaN(x.flat(offset)))
                .findFirst()
                .orElseThrow();
    }

    private static double minimum(NdArray x) {
        return Arrays.stream(x.toArray()).min().orElseThrow();
    }

    private static double rowMaximum(NdArray x, int row) {
        return x.at(row).max();
    }

    private static double columnMaximum(NdArray x, int column) {
        return rowMaximum(x.transpose(1, 0), column);
    }

    private static Value integer(int value) {
        return new Value.Scalar(value, Value.Scalar.Type.NUMPY_INT);
    }
}
