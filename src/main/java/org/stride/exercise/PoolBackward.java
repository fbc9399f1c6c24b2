package org.stride.exercise;

import static org.stride.exercise.CaseList.distinctIntegers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.stride.array.DType;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.kernel.Convolution;
import org.stride.kernel.Pooling;
import org.stride.kernel.flaw.PoolBackwardFlaws;
import org.stride.kernel.slip.PoolBackwardSlips;
import org.stride.kernel.strategy.Multiplications;
import org.stride.kernel.strategy.PoolBackwardStrategies;

/** {@code pool_backward(dA, cache, mode="max")}: where each gradient of a pooled value goes. */
final class PoolBackward implements Definition {
    @Override
    public String name() {
        return "pool_backward";
    }

    /** The input's gradient by any way. */
    private interface Backward {
        Value apply(NdArray dA, NdArray aPrev, int f, int stride, Pooling.Mode mode);
    }

    private static Kernel kernel(Backward backward) {
        return a -> {
            Arguments c = a.unpack("cache", "A_prev", "hparameters");
            return backward.apply(
                    a.array("dA"),
                    c.array("A_prev"),
                    c.entry("hparameters", "f"),
                    c.entry("hparameters", "stride"),
                    mode(a));
        };
    }

    @Override
    public Value reference(Arguments a) {
        return kernel(Pooling::backward).apply(a);
    }

    /** The signature's own mode where the call leaves it out. */
    private static Pooling.Mode mode(Arguments a) {
        return Pooling.Mode.of(a.text("mode", "max"));
    }

    @Override
    public SequencedMap<String, Right> strategies() {
        SequencedMap<String, Right> strategies = new LinkedHashMap<>();
        strategies.put("four_loops", right(PoolBackwardStrategies::fourLoops));
        strategies.put("windows_at_once", right(PoolBackwardStrategies::windowsAtOnce));
        strategies.put("reshape_or_loops", right(PoolBackwardStrategies::reshapeOrLoops));
        return strategies;
    }

    private static Right right(Backward backward) {
        return new Right(
                kernel(backward),
                a -> Multiplications.poolBackward(
                        a.array("dA"),
                        a.unpack("cache", "A_prev", "hparameters").entry("hparameters", "f"),
                        mode(a)));
    }

    @Override
    public Map<String, Kernel> flaws() {
        Map<String, Kernel> flaws = new LinkedHashMap<>();
        PoolBackwardFlaws.all().forEach((id, flaw) -> flaws.put(id, kernel(flaw::apply)));
        return flaws;
    }

    @Override
    public List<Slip> slips() {
        return PoolBackwardSlips.all().stream()
                .map(slip -> new Slip(slip.right(), slip.written(), kernel(slip.kernel()::apply)))
                .toList();
    }

    @Override
    public List<Case> cases(Seeds seeds) {
        CaseList cases = new CaseList(name(), seeds);
        for (String mode : List.of("max", "average")) {
            cases.published(published(mode), Trait.of("mode_" + mode), Trait.of("window", 2), Trait.of("stride", 1));
        }
        for (String mode : List.of("max", "average")) {
            Trait trait = Trait.of("mode_" + mode);
            cases.shown(
                            draw(new LegacyRandom(2)::randn, new Window(2, 7, 10, 3, 3, 2), mode),
                            trait,
                            Trait.of("size", 7, 10),
                            Trait.of("window", 3),
                            Trait.of("stride", 2))
                    .heldOut(
                            random -> draw(random::randn, new Window(2, 7, 9, 3, 2, 3), mode),
                            trait,
                            Trait.of("window", 2),
                            Trait.of("stride", 3))
                    .heldOut(
                            random -> draw(random::randn, new Window(3, 10, 7, 2, 4, 1), mode),
                            trait,
                            Trait.of("window", 4),
                            Trait.of("stride", 1))
                    .heldOut(
                            random -> draw(random::randn, new Window(2, 13, 17, 6, 3, 3), mode),
                            trait,
                            Trait.of("window", 3),
                            Trait.of("stride", 3))
                    .heldOut(
                            random -> draw(random::randn, new Window(2, 4, 5, 3, 1, 2), mode),
                            trait,
                            Trait.of("window", 1),
                            Trait.of("stride", 2))
                    .heldOut(
                            random -> draw(
                                    shape -> random.randn(shape).map(x -> -Math.abs(x) - 0.1),
                                    new Window(2, 6, 7, 3, 3, 2),
                                    mode),
                            trait,
                            Trait.of("negative"))
                    .heldOut(
                            random -> draw(random::randn, new Window(2, 4, 9, 3, 4, 4), mode),
                            trait,
                            Trait.of("one_row_of_windows"))
                    .heldOut(
                            random -> draw(random::randn, new Window(2, 7, 4, 2, 4, 2), mode),
                            trait,
                            Trait.of("one_column_of_windows"))
                    .heldOut(
                            random -> draw(random::randn, new Window(2, 6, 2, 3, 2, 2), mode),
                            trait,
                            Trait.of("one_column_of_windows"))
                    .heldOut(
                            random -> draw(random::randn, new Window(1, 5, 8, 3, 3, 1), mode),
                            trait,
                            Trait.of("one_example"))
                    .heldOut(
                            random -> draw(random::randn, new Window(3, 8, 5, 1, 2, 1), mode),
                            trait,
                            Trait.of("one_channel"))
                    .heldOut(
                            random -> draw(
                                    shape -> distinctIntegers(random, shape).asType(DType.FLOAT32),
                                    new Window(2, 7, 5, 2, 2, 2),
                                    mode),
                            trait,
                            Trait.of("single_precision"));
        }
        return cases.heldOut(
                        random -> draw(shape -> distinctIntegers(random, shape), new Window(2, 5, 6, 3, 2, 1), "max"),
                        Trait.of("mode_max"),
                        Trait.of("integers"))
                .shown(inOrder(new Window(2, 5, 7, 2, 3, 2)), Trait.of("mode_max"), Trait.of("in_order"))
                .shown(inOrder(new Window(2, 6, 9, 2, 3, 3)), Trait.of("mode_max"), Trait.of("in_order"))
                .shown(
                        PoolForward.withoutMode(draw(new LegacyRandom(4)::randn, new Window(2, 4, 6, 2, 2, 2), "max")),
                        Trait.of("mode_left_out"),
                        Trait.of("window", 2),
                        Trait.of("stride", 2))
                .heldOut(
                        random -> PoolForward.withoutMode(draw(random::randn, new Window(2, 6, 5, 3, 3, 1), "max")),
                        Trait.of("mode_left_out"))
                .heldOut(
                        random -> draw(random::randn, new Window(2, 11, 14, 9, 5, 4), "max"),
                        Trait.of("mode_max"),
                        Trait.of("window", 5),
                        Trait.of("stride", 4),
                        Trait.COLUMNS_FIRST)
                .heldOut(
                        random -> draw(random::randn, new Window(2, 7, 9, 3, 2, 3), "average"),
                        Trait.of("mode_average"),
                        Trait.EVERY_SECOND)
                .advisory(tied(), Trait.of("mode_max"), Trait.TIES)
                .advisory(
                        draw(new LegacyRandom(6)::randn, new Window(2, 5, 4, 2, 2, 1), "max"),
                        Trait.of("mode_max"),
                        Trait.READ_ONLY)
                .toList();
    }

    /** The published draw: the input, then a gradient that does not depend on the pooled values. */
    private static Arguments published(String mode) {
        return draw(new LegacyRandom(1)::randn, new Window(5, 5, 3, 2, 2, 1), mode);
    }

    /** A window in which the maximum stands twice. */
    private static Arguments tied() {
        NdArray aPrev = NdArray.matrix(new double[] {3, 1}, new double[] {0, 3}).reshape(1, 2, 2, 1);
        NdArray dA = NdArray.matrix(new double[] {2.5}).reshape(1, 1, 1, 1);
        return arguments(dA, aPrev, 2, 1, "max");
    }

    /** The sizes of one pooling layer. */
    private record Window(int m, int nHPrev, int nWPrev, int nC, int f, int stride) {}

    private static Arguments draw(Function<int[], NdArray> draw, Window window, String mode) {
        NdArray aPrev = draw.apply(new int[] {window.m(), window.nHPrev(), window.nWPrev(), window.nC()});
        int nH = Convolution.outputLength(window.nHPrev(), window.f(), window.stride(), 0);
        int nW = Convolution.outputLength(window.nWPrev(), window.f(), window.stride(), 0);
        NdArray dA = draw.apply(new int[] {window.m(), nH, nW, window.nC()});
        return arguments(dA, aPrev, window.f(), window.stride(), mode);
    }

    private static Arguments arguments(NdArray dA, NdArray aPrev, int f, int stride, String mode) {
        return Arguments.none()
                .with("dA", dA)
                .with("cache", Value.Tuple.of(aPrev, PoolForward.hparameters(f, stride)))
                .with("mode", new Value.Text(mode));
    }

    /**
     * Numbers that grow from cell to cell, so that the middle of a window is also its mean. In the first window it is 0, which
     * makes it the sum too, and the smallest number the greatest with a minus. The gradient of a window is its first number.
     */
    private static Arguments inOrder(Window window) {
        Arguments drawn = draw(NdArray::zeros, window, "max");
        Value.Tuple cache = (Value.Tuple) drawn.value("cache");
        NdArray aPrev = ((NdArray) cache.parts().getFirst()).copy();
        int middle = (aPrev.length(2) + 1) * aPrev.length(3);
        for (int place = 0; place < aPrev.size(); place++) {
            aPrev.setFlat(place - middle, place);
        }
        NdArray dA = drawn.array("dA").copy();
        for (int place = 0; place < dA.size(); place++) {
            int[] index = dA.shape().index(place);
            dA.setFlat(aPrev.get(index[0], index[1] * window.stride(), index[2] * window.stride(), index[3]), place);
        }
        return drawn.with("dA", dA)
                .with("cache", Value.Tuple.of(aPrev, cache.parts().getLast()));
    }

    @Override
    public Working working(Arguments a, String part, int[] index) {
        NdArray dA = a.array("dA");
        Arguments c = a.unpack("cache", "A_prev", "hparameters");
        NdArray aPrev = c.array("A_prev");
        int f = c.entry("hparameters", "f");
        int stride = c.entry("hparameters", "stride");
        boolean max = mode(a) == Pooling.Mode.MAX;
        List<Working.Term> terms = Cells.terms();
        for (int row = 0; row < dA.length(1); row++) {
            for (int column = 0; column < dA.length(2); column++) {
                int top = row * stride;
                int left = column * stride;
                if (index[1] < top || index[1] >= top + f || index[2] < left || index[2] >= left + f) {
                    continue;
                }
                Working.Quantity gradient = Cells.quantity("dA", dA, index[0], row, column, index[3]);
                Working.Quantity share = max
                        ? new Working.Quantity("mask", isMaximum(aPrev, index, top, left, f) ? 1 : 0)
                        : new Working.Quantity("1/" + f * f, 1.0 / (f * f));
                terms.add(Cells.term(share, gradient));
            }
        }
        double result = terms.stream().mapToDouble(Working.Term::value).sum();
        Working.Rule rule = terms.isEmpty() ? Working.Rule.UNTOUCHED : Working.Rule.SUM_OF_PRODUCTS;
        return new Working(Cells.name(part, index), rule, terms, result);
    }

    private static boolean isMaximum(NdArray aPrev, int[] index, int top, int left, int f) {
        double value = aPrev.get(index);
        for (int row = top; row < top + f; row++) {
            for (int column = left; column < left + f; column++) {
                if (aPrev.get(index[0], row, column, index[3]) > value) {
                    return false;
                }
            }
        }
        return true;
    }
}
