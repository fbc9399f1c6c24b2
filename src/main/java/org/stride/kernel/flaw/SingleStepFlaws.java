package org.stride.kernel.flaw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Scalar;

/**
 * Wrong ways to write {@code conv_single_step(a_slice_prev, W, b)}: the wrong operation, or the bias in the wrong place.
 * On {@code [[1, 2], [3, 4]]} and {@code [[1, 0], [0, -1]]} with bias 10:
 *
 * <pre>{@code
 * right                 7      1·1 + 2·0 + 3·0 + 4·(-1) + 10
 * bias_inside_sum      37      the bias four times
 * bias_left_out        -3
 * mean_instead_of_sum   9.25   -3/4 + 10
 * kernel_flipped       13      1·(-1) + 2·0 + 3·0 + 4·1 + 10
 * }</pre>
 */
public final class SingleStepFlaws {
    private static final SequencedMap<String, Kernel> ALL = new LinkedHashMap<>();

    static {
        ALL.put("bias_inside_sum", (a, w, b) -> {
            NdArray products = Numpy.multiply(a, w);
            return number(products.sum() + products.size() * b.flat(0), Numpy.promoted(a, w, b));
        });
        ALL.put("bias_left_out", (a, w, b) -> number(Numpy.multiply(a, w).sum(), Numpy.promoted(a, w)));
        ALL.put(
                "mean_instead_of_sum",
                (a, w, b) -> Scalar.of(Numpy.multiply(a, w).mean() + b.flat(0)));
        ALL.put(
                "adds_instead_of_multiplies",
                (a, w, b) -> number(a.sum() + w.sum() + b.flat(0), Numpy.promoted(a, w, b)));
        ALL.put(
                "kernel_flipped",
                (a, w, b) -> number(Numpy.multiply(a, Numpy.turned(w)).sum() + b.flat(0), Numpy.promoted(a, w, b)));
        ALL.put("matrix_product", (a, w, b) -> number(sumOfDot(a, w) + b.flat(0), Numpy.promoted(a, w, b)));
        ALL.put(
                "sum_left_out",
                (a, w, b) ->
                        Numpy.multiply(a, w).asType(Numpy.promoted(a, w, b)).map(product -> product + b.flat(0)));
        ALL.put("python_sum", SingleStepFlaws::pythonSum);
        ALL.put("returns_array", (a, w, b) -> {
            double sum = Numpy.multiply(a, w).sum();
            return b.asType(Numpy.promoted(a, w, b)).map(bias -> sum + bias);
        });
    }

    private SingleStepFlaws() {}

    /** A wrong {@code conv_single_step}. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * Runs the wrong function.
         *
         * @param aSlicePrev {@code (f, f, nCPrev)}
         * @param filter {@code (f, f, nCPrev)}
         * @param bias {@code (1, 1, 1)}
         * @return what the wrong function returns: a number, or an array where it forgets to make it one
         * @throws NumpyError where it would raise
         */
        Value apply(NdArray aSlicePrev, NdArray filter, NdArray bias);
    }

    /** Every flaw by its id. */
    public static SequencedMap<String, Kernel> all() {
        return Collections.unmodifiableSequencedMap(ALL);
    }

    /**
     * {@code np.sum(np.dot(a_slice_prev, W))}: the channels of the one meet the columns of the other,
     * {@code Σ a[i,j,k] · W[l,k,c]}, if there are as many.
     */
    private static double sumOfDot(NdArray a, NdArray w) {
        if (a.length(2) != w.length(1)) {
            throw NumpyError.notAligned(a.shape(), 2, w.shape(), 1);
        }
        double sum = 0;
        for (int k = 0; k < a.length(2); k++) {
            double left = 0, right = 0;
            for (int i = 0; i < a.length(0); i++) {
                for (int j = 0; j < a.length(1); j++) {
                    left += a.get(i, j, k);
                }
            }
            for (int l = 0; l < w.length(0); l++) {
                for (int c = 0; c < w.length(2); c++) {
                    right += w.get(l, k, c);
                }
            }
            sum += left * right;
        }
        return sum;
    }

    /** Python's {@code sum} adds along the first axis only: {@code (f, nCPrev)}, the bias in every element. */
    private static NdArray pythonSum(NdArray a, NdArray w, NdArray b) {
        NdArray products = Numpy.multiply(a, w);
        NdArray sums = NdArray.full(Shape.of(products.length(1), products.length(2)), b.flat(0))
                .asType(Numpy.promoted(a, w, b));
        for (int offset = 0; offset < products.size(); offset++) {
            int place = offset % sums.size();
            sums.setFlat(sums.flat(place) + products.flat(offset), place);
        }
        return sums;
    }

    /** A NumPy scalar, integer or floating as its dtype is. */
    private static Scalar number(double value, DType dtype) {
        boolean integer = dtype.kind() == DType.Kind.INTEGER;
        return new Scalar(value, integer ? Scalar.Type.NUMPY_INT : Scalar.Type.NUMPY_FLOAT);
    }
}
