package org.stride.kernel.flaw;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.kernel.Pooling;

/** Wrong ways to write {@code pool_forward(A_prev, hparameters, mode)}: four loops in which one line is wrong. */
public final class PoolForwardFlaws {
    private static final SequencedMap<String, Kernel> ALL = new LinkedHashMap<>();

    static {
        flaw("stride_left_out", it -> {
            it.vertStart = (h, w, f, stride) -> h;
            it.horizStart = (h, w, f, stride) -> w;
        });
        flaw("stride_left_out_vertically", it -> it.vertStart = (h, w, f, stride) -> h);
        flaw("stride_left_out_horizontally", it -> it.horizStart = (h, w, f, stride) -> w);
        flaw("steps_by_window_size", it -> {
            it.vertStart = (h, w, f, stride) -> h * f;
            it.horizStart = (h, w, f, stride) -> w * f;
        });
        flaw("height_and_width_swapped", it -> {
            it.vertStart = (h, w, f, stride) -> w * stride;
            it.horizStart = (h, w, f, stride) -> h * stride;
        });
        flaw("max_over_all_channels", it -> it.slice = (aPrev, window, channel) -> window.of(aPrev));
        flaw(
                "always_first_example",
                it -> it.slice = (aPrev, window, channel) -> window.inExample(0).of(aPrev, channel));
        flaw("always_max", it -> it.average = it.max);
        flaw("always_average", it -> it.max = it.average);
        flaw("minimum_instead_of_maximum", it -> it.max = PoolForwardFlaws::minimum);
        flaw("maximum_starts_at_zero", it -> it.max = PoolForwardFlaws::maximumFromZero);
        flaw("sum_instead_of_mean", it -> it.average = NdArray::sum);
        flaw("mean_divided_by_four", it -> it.average = window -> window.sum() / 4);
        flaw("ceil_instead_of_floor", it -> it.size = (length, f, stride) -> Math.ceilDiv(length - f, stride) + 1);
        flaw(
                "round_instead_of_floor",
                it -> it.size = (length, f, stride) -> (int) Math.rint((length - f) / (double) stride) + 1);
        flaw(
                "size_left_a_float",
                it -> it.size = (length, f, stride) -> {
                    throw NumpyError.floatAsInteger();
                });
        flaw("size_without_plus_one", it -> it.size = (length, f, stride) -> Math.floorDiv(length - f, stride));
        flaw("n_w_from_n_h", it -> it.width = aPrev -> aPrev.length(1));
        flaw("last_row_lost", it -> it.rows = nH -> nH - 1);
        flaw("last_column_lost", it -> it.columns = nW -> nW - 1);
        flaw("cache_holds_output", it -> it.cached = (aPrev, a) -> a);
    }

    private PoolForwardFlaws() {}

    /** A wrong {@code pool_forward}. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * The tuple {@code (A, (A_prev, hparameters))} as the wrong function returns it.
         *
         * @param aPrev {@code (m, nHPrev, nWPrev, nC)}
         * @param f height and width of the window, 1 or more
         * @param stride 1 or more
         * @throws NumpyError where it would raise
         */
        Value apply(NdArray aPrev, int f, int stride, Pooling.Mode mode);
    }

    /** Every flaw by its id. */
    public static SequencedMap<String, Kernel> all() {
        return Collections.unmodifiableSequencedMap(ALL);
    }

    private static void flaw(String id, Consumer<FourLoops> replaceLine) {
        FourLoops loops = new FourLoops();
        replaceLine.accept(loops);
        ALL.put(id, loops);
    }

    /** The right solution, line by line; a flaw replaces one line, or two that belong together. */
    private static final class FourLoops implements Kernel {
        /** The {@code n_W_prev} in {@code n_W = (n_W_prev - f) // stride + 1}. */
        ToIntFunction<NdArray> width = aPrev -> aPrev.length(2);

        /** {@code n_H = (n_H_prev - f) // stride + 1}, and the same for {@code n_W}. */
        Size size = (length, f, stride) -> Math.floorDiv(length - f, stride) + 1;

        /** The end of {@code for h in range(n_H)}. */
        IntUnaryOperator rows = nH -> nH;

        /** The end of {@code for w in range(n_W)}. */
        IntUnaryOperator columns = nW -> nW;

        /** {@code vert_start = h * stride}. */
        Corner vertStart = (h, w, f, stride) -> h * stride;

        /** {@code horiz_start = w * stride}. */
        Corner horizStart = (h, w, f, stride) -> w * stride;

        /** {@code a_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]}. */
        Slice slice = (aPrev, window, channel) -> window.of(aPrev, channel);

        /** {@code np.max(a_slice)}. */
        ToDoubleFunction<NdArray> max = PoolForwardFlaws::maximum;

        /** {@code np.mean(a_slice)}. */
        ToDoubleFunction<NdArray> average = NdArray::mean;

        /** What comes first in {@code cache = (A_prev, hparameters)}. */
        BinaryOperator<NdArray> cached = (aPrev, a) -> aPrev;

        @Override
        public Value apply(NdArray aPrev, int f, int stride, Pooling.Mode mode) {
            int m = aPrev.length(0), nC = aPrev.length(3);
            int nH = size.of(aPrev.length(1), f, stride), nW = size.of(width.applyAsInt(aPrev), f, stride);
            NdArray a = Numpy.zeros(m, nH, nW, nC);
            for (int image = 0; image < m; image++) {
                for (int h = 0; h < rows.applyAsInt(nH); h++) {
                    for (int w = 0; w < columns.applyAsInt(nW); w++) {
                        Window window =
                                new Window(image, vertStart.of(h, w, f, stride), horizStart.of(h, w, f, stride), f);
                        for (int channel = 0; channel < nC; channel++) {
                            NdArray x = slice.of(aPrev, window, channel);
                            double pooled = mode == Pooling.Mode.MAX ? max.applyAsDouble(x) : average.applyAsDouble(x);
                            a.set(pooled, image, h, w, channel);
                        }
                    }
                }
            }
            var hparameters = Value.Dictionary.of("f", Value.Scalar.of(f)).with("stride", Value.Scalar.of(stride));
            return Value.Tuple.of(a, Value.Tuple.of(cached.apply(aPrev, a), hparameters));
        }
    }

    private interface Size {
        int of(int length, int f, int stride);
    }

    private interface Corner {
        int of(int h, int w, int f, int stride);
    }

    private interface Slice {
        NdArray of(NdArray aPrev, Window window, int channel);
    }

    private static double maximum(NdArray window) {
        return notEmpty(window, "maximum").max();
    }

    private static double minimum(NdArray window) {
        return Arrays.stream(notEmpty(window, "minimum").toArray()).min().orElseThrow();
    }

    /** A search that begins with {@code largest = 0}. */
    private static double maximumFromZero(NdArray window) {
        double largest = 0;
        for (double value : window.toArray()) {
            largest = value > largest ? value : largest;
        }
        return largest;
    }

    private static NdArray notEmpty(NdArray window, String reduction) {
        if (window.size() == 0) {
            throw new NumpyError(
                    "ValueError", "zero-size array to reduction operation " + reduction + " which has no identity");
        }
        return window;
    }
}
