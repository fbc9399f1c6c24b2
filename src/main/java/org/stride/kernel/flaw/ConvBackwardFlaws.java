package org.stride.kernel.flaw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Tuple;
import org.stride.kernel.Convolution;

/** Wrong ways to write {@code conv_backward(dZ, cache)}: four loops in which one line is wrong. */
public final class ConvBackwardFlaws {
    private static final SequencedMap<String, Kernel> ALL = new LinkedHashMap<>();

    static {
        flaw("assigns_d_a", it -> it.dA = (old, weight, g) -> weight * g);
        flaw("assigns_d_w", it -> it.dW = (old, a, g) -> a * g);
        flaw("assigns_db", it -> it.db = (old, g) -> g);
        flaw("stride_left_out", it -> it.corner = (index, stride) -> index);
        flaw("kernel_flipped", it -> it.weights = Numpy::turned);
        flaw("d_a_without_filter", it -> it.dA = (old, weight, g) -> old + g);
        flaw("d_w_without_d_z", it -> it.dW = (old, a, g) -> old + a);
        flaw("slice_summed", it -> it.slice = (aPrev, aPad, window) -> summed(window.of(aPad)));
        flaw("slice_from_unpadded_input", it -> it.slice = (aPrev, aPad, window) -> window.of(aPrev));
        flaw(
                "always_first_example",
                it -> it.slice = (aPrev, aPad, window) -> window.inExample(0).of(aPad));
        flaw("first_row_lost", it -> it.rows = nH -> IntStream.range(1, nH));
        flaw("last_row_lost", it -> it.rows = nH -> IntStream.range(0, nH - 1));
        flaw("first_column_lost", it -> it.columns = nW -> IntStream.range(1, nW));
        flaw("last_column_lost", it -> it.columns = nW -> IntStream.range(0, nW - 1));
        flaw("padding_not_cut_off", it -> it.result = sum -> Tuple.of(sum.dAPad, sum.dW, sum.db));
        flaw("d_a_left_at_zero", it -> it.result = sum -> Tuple.of(sum.dAPrev().map(x -> 0), sum.dW, sum.db));
        flaw("returns_swapped", it -> it.result = sum -> Tuple.of(sum.dW, sum.dAPrev(), sum.db));
        flaw("mean_over_examples", it -> it.result = sum -> Tuple.of(sum.dAPrev(), sum.mean(sum.dW), sum.mean(sum.db)));
        flaw("db_averaged", it -> it.result = sum -> Tuple.of(sum.dAPrev(), sum.dW, sum.dbAveraged()));
        flaw("db_summed_again", it -> it.result = sum -> Tuple.of(sum.dAPrev(), sum.dW, sum.dbSummedAgain()));
        flaw("db_per_example", it -> it.result = sum -> Tuple.of(sum.dAPrev(), sum.dW, sum.dbPerExample()));
        flaw("pad_zero_cut_to_nothing", it -> it.result = sum -> Tuple.of(sum.dAPrevFromNegativeEnd(), sum.dW, sum.db));
    }

    private ConvBackwardFlaws() {}

    /** A wrong {@code conv_backward}. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * The tuple {@code (dA_prev, dW, db)} as the wrong function returns it; shapes may be wrong too.
         *
         * @param dZ {@code (m, nH, nW, nC)}, shaped like what {@code conv_forward} returns
         * @param aPrev {@code (m, nHPrev, nWPrev, nCPrev)}
         * @param filters {@code (f, f, nCPrev, nC)}
         * @param bias {@code (1, 1, 1, nC)}
         * @param stride 1 or more
         * @param pad 0 or more
         * @throws NumpyError where it would raise
         */
        Value apply(NdArray dZ, NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad);
    }

    /** Every flaw by its id. */
    public static SequencedMap<String, Kernel> all() {
        return Collections.unmodifiableSequencedMap(ALL);
    }

    /** The flaws that pass with a remark: the published hint leads to this one, which is wrong at pad 0 only. */
    public static Set<String> advisory() {
        return Set.of("pad_zero_cut_to_nothing");
    }

    private static void flaw(String id, Consumer<FourLoops> replaceLine) {
        FourLoops loops = new FourLoops();
        replaceLine.accept(loops);
        ALL.put(id, loops);
    }

    /** The right solution, line by line; a flaw replaces one line. */
    private static final class FourLoops implements Kernel {
        /** {@code for h in range(n_H)}. */
        IntFunction<IntStream> rows = nH -> IntStream.range(0, nH);

        /** {@code for w in range(n_W)}. */
        IntFunction<IntStream> columns = nW -> IntStream.range(0, nW);

        /** {@code vert_start = h * stride}, and the same for {@code horiz_start}. */
        IntBinaryOperator corner = (index, stride) -> index * stride;

        /** {@code a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]}. */
        Slice slice = (aPrev, aPad, window) -> window.of(aPad);

        /** The {@code W} that dA is made with. */
        UnaryOperator<NdArray> weights = filters -> filters;

        /** {@code da_prev_pad[…] += W[:, :, :, c] * dZ[i, h, w, c]}. */
        Update dA = (old, weight, g) -> old + weight * g;

        /** {@code dW[:, :, :, c] += a_slice * dZ[i, h, w, c]}. */
        Update dW = (old, a, g) -> old + a * g;

        /** {@code db[:, :, :, c] += dZ[i, h, w, c]}. */
        DoubleBinaryOperator db = (old, g) -> old + g;

        /** {@code return dA_prev, dW, db}. */
        Function<Sums, Value> result = sum -> Tuple.of(sum.dAPrev(), sum.dW, sum.db);

        @Override
        public Value apply(NdArray dZ, NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad) {
            int f = filters.length(0);
            NdArray aPad = Convolution.zeroPad(aPrev, pad), used = weights.apply(filters);
            Sums sum = new Sums(dZ, zerosLike(aPad), zerosLike(filters), zerosLike(bias), pad);
            for (int image = 0; image < dZ.length(0); image++) {
                for (int h : rows.apply(dZ.length(1)).toArray()) {
                    for (int w : columns.apply(dZ.length(2)).toArray()) {
                        Window window =
                                new Window(image, corner.applyAsInt(h, stride), corner.applyAsInt(w, stride), f);
                        NdArray a = InPlace.stretched(slice.of(aPrev, aPad, window), Shape.of(f, f, aPrev.length(3)));
                        for (int c = 0; c < dZ.length(3); c++) {
                            add(sum, window, used, a, c, dZ.get(image, h, w, c));
                        }
                    }
                }
            }
            return result.apply(sum);
        }

        /** What the innermost loop does for channel {@code c} of one window, whose gradient is {@code g}. */
        private void add(Sums sum, Window window, NdArray filters, NdArray a, int c, double g) {
            for (int i = 0; i < window.f(); i++) {
                for (int j = 0; j < window.f(); j++) {
                    for (int channel = 0; channel < a.length(2); channel++) {
                        int row = window.top() + i, column = window.left() + j;
                        double old = sum.dAPad.get(window.image(), row, column, channel);
                        double weight = filters.get(i, j, channel, c);
                        sum.dAPad.set(dA.of(old, weight, g), window.image(), row, column, channel);
                        sum.dW.set(dW.of(sum.dW.get(i, j, channel, c), a.get(i, j, channel), g), i, j, channel, c);
                    }
                }
            }
            sum.db.set(db.applyAsDouble(sum.db.get(0, 0, 0, c), g), 0, 0, 0, c);
        }
    }

    private interface Slice {
        /** What is {@code a_slice}; a wrong shape is stretched, or raises, when it is added to {@code dW}. */
        NdArray of(NdArray aPrev, NdArray aPad, Window window);
    }

    private interface Update {
        double of(double old, double factor, double g);
    }

    /** What the loops have summed up: the padding is still there. */
    private record Sums(NdArray dZ, NdArray dAPad, NdArray dW, NdArray db, int pad) {
        /** {@code dA_prev_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev, :]}. */
        NdArray dAPrev() {
            return Numpy.gather(dAPad, shapeOfAPrev(), index -> {
                index[1] += pad;
                index[2] += pad;
            });
        }

        /** {@code dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]}: from 0 to 0 there is nothing. */
        NdArray dAPrevFromNegativeEnd() {
            if (pad == 0) {
                int[] lengths = shapeOfAPrev().lengths();
                throw NumpyError.broadcastInput(
                        Shape.of(0, 0, lengths[3]), Shape.of(lengths[1], lengths[2], lengths[3]));
            }
            return dAPrev();
        }

        /** {@code sums / m}. */
        NdArray mean(NdArray sums) {
            return sums.map(value -> value / dZ.length(0));
        }

        /** {@code np.mean(dZ, axis=(0, 1, 2), keepdims=True)}. */
        NdArray dbAveraged() {
            return mean(db).map(value -> value / windowsPerImage());
        }

        /** The sum over an image, once for each of its windows. */
        NdArray dbSummedAgain() {
            return db.map(value -> value * windowsPerImage());
        }

        /** Sums over height and width alone, {@code (m, 1, 1, nC)}. */
        NdArray dbPerExample() {
            NdArray sums = NdArray.zeros(dZ.length(0), 1, 1, dZ.length(3));
            for (int offset = 0; offset < dZ.size(); offset++) {
                int[] index = dZ.shape().index(offset);
                sums.add(dZ.flat(offset), index[0], 0, 0, index[3]);
            }
            return sums;
        }

        private int windowsPerImage() {
            return dZ.length(1) * dZ.length(2);
        }

        private Shape shapeOfAPrev() {
            int[] lengths = dAPad.shape().lengths();
            return Shape.of(lengths[0], lengths[1] - 2 * pad, lengths[2] - 2 * pad, lengths[3]);
        }
    }

    private static NdArray zerosLike(NdArray array) {
        return NdArray.zeros(array.shape().lengths());
    }

    /** {@code np.sum(a_slice)} in every place. */
    private static NdArray summed(NdArray slice) {
        return NdArray.full(slice.shape(), slice.sum());
    }
}
