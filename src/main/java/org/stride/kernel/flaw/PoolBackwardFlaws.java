package org.stride.kernel.flaw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.kernel.Pooling;

/** Wrong ways to write {@code pool_backward(dA, cache, mode)}: four loops in which one line is wrong. */
public final class PoolBackwardFlaws {
    private static final SequencedMap<String, Kernel> ALL = new LinkedHashMap<>();

    static {
        flaw("stride_left_out", it -> it.corner = (index, stride) -> index);
        flaw("assigns_instead_of_adds", it -> it.update = (old, part) -> part);
        flaw("always_max", it -> it.branch = mode -> Pooling.Mode.MAX);
        flaw("always_average", it -> it.branch = mode -> Pooling.Mode.AVERAGE);
        flaw("mask_without_gradient", it -> it.max = (mask, gradient) -> mask);
        flaw("gradient_without_mask", it -> it.max = (mask, gradient) -> gradient);
        flaw("gradient_of_the_window", it -> it.gradient = Cell::gradients);
        flaw("mask_of_whole_image", it -> it.mask = cell -> marked(cell.x(), cell.wholeImage()));
        flaw("mask_over_all_channels", it -> it.mask = cell -> marked(cell.x(), cell.allChannels()));
        flaw("mask_of_first_example", it -> it.mask = cell -> Pooling.mask(cell.firstExample()));
        flaw("average_not_divided", it -> it.average = cell -> cell.g());
        flaw("average_divided_by_f", it -> it.average = cell -> cell.g() / cell.f());
        flaw("average_divided_by_output_size", it -> it.average = cell -> cell.g() / cell.windows());
    }

    private PoolBackwardFlaws() {}

    /** A wrong {@code pool_backward}. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * What the wrong function returns, shaped like {@code aPrev}.
         *
         * @param dA {@code (m, nH, nW, nC)}, shaped like what {@code pool_forward} returns
         * @param aPrev {@code (m, nHPrev, nWPrev, nC)}
         * @param f height and width of the window, 1 or more
         * @param stride 1 or more
         * @throws NumpyError where it would raise
         */
        Value apply(NdArray dA, NdArray aPrev, int f, int stride, Pooling.Mode mode);
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

    /** The right solution, line by line; a flaw replaces one line. */
    private static final class FourLoops implements Kernel {
        /** {@code vert_start = h * stride}, and the same for {@code horiz_start}. */
        IntBinaryOperator corner = (index, stride) -> index * stride;

        /** What {@code if mode == "max"} looks at. */
        UnaryOperator<Pooling.Mode> branch = mode -> mode;

        /** {@code mask = create_mask_from_window(a_slice)}. */
        Function<Cell, NdArray> mask = cell -> Pooling.mask(cell.x());

        /** {@code dA[i, h, w, c]}. */
        Function<Cell, NdArray> gradient = cell -> single(cell.g());

        /** {@code da = mask * dA[i, h, w, c]}. */
        BinaryOperator<NdArray> max = Numpy::multiply;

        /** One cell of {@code da = distribute_value(dA[i, h, w, c], (f, f))}. */
        ToDoubleFunction<Cell> average = cell -> cell.g() / (cell.f() * cell.f());

        /** {@code dA_prev[…] += da}. */
        DoubleBinaryOperator update = (old, part) -> old + part;

        @Override
        public Value apply(NdArray dA, NdArray aPrev, int f, int stride, Pooling.Mode mode) {
            int m = dA.length(0), nH = dA.length(1), nW = dA.length(2), nC = dA.length(3);
            NdArray dAPrev = NdArray.zeros(aPrev.shape().lengths());
            for (int image = 0; image < m; image++) {
                for (int h = 0; h < nH; h++) {
                    for (int w = 0; w < nW; w++) {
                        Window window =
                                new Window(image, corner.applyAsInt(h, stride), corner.applyAsInt(w, stride), f);
                        for (int c = 0; c < nC; c++) {
                            Cell cell = new Cell(dA, aPrev, window, h, w, c);
                            NdArray parts = branch.apply(mode) == Pooling.Mode.MAX
                                    ? max.apply(mask.apply(cell), gradient.apply(cell))
                                    : single(average.applyAsDouble(cell));
                            addParts(dAPrev, window, c, InPlace.stretched(parts, Shape.of(f, f)));
                        }
                    }
                }
            }
            return dAPrev;
        }

        private void addParts(NdArray dAPrev, Window window, int c, NdArray parts) {
            for (int i = 0; i < window.f(); i++) {
                for (int j = 0; j < window.f(); j++) {
                    double old = dAPrev.get(window.image(), window.top() + i, window.left() + j, c);
                    double updated = update.applyAsDouble(old, parts.get(i, j));
                    dAPrev.set(updated, window.image(), window.top() + i, window.left() + j, c);
                }
            }
        }
    }

    /** Where the loops stand, and what their lines look at from there. */
    private record Cell(NdArray dA, NdArray aPrev, Window window, int h, int w, int c) {
        int f() {
            return window.f();
        }

        /** {@code dA[i, h, w, c]}. */
        double g() {
            return dA.get(window.image(), h, w, c);
        }

        /** {@code dA[i, vert_start:vert_end, horiz_start:horiz_end, c]}. */
        NdArray gradients() {
            return window.of(dA, c);
        }

        /** {@code n_H * n_W}. */
        int windows() {
            return dA.length(1) * dA.length(2);
        }

        /** {@code A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]}. */
        NdArray x() {
            return window.of(aPrev, c);
        }

        /** {@code A_prev[0, vert_start:vert_end, horiz_start:horiz_end, c]}. */
        NdArray firstExample() {
            return window.inExample(0).of(aPrev, c);
        }

        /** {@code A_prev[i, vert_start:vert_end, horiz_start:horiz_end, :]}. */
        NdArray allChannels() {
            return window.of(aPrev);
        }

        /** {@code A_prev[i, :, :, c]}. */
        NdArray wholeImage() {
            return window.wholeImage(aPrev).of(aPrev, c);
        }
    }

    /** That part of {@code create_mask_from_window(more)} which belongs to {@code x}. */
    private static NdArray marked(NdArray x, NdArray more) {
        double max = more.max();
        return x.map(value -> value == max ? 1 : 0);
    }

    /** One number, to be stretched over the window. */
    private static NdArray single(double number) {
        return NdArray.full(Shape.of(1, 1), number);
    }
}
