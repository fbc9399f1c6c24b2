package org.stride.exercise;

import static org.stride.exercise.CaseList.integers;
import static org.stride.exercise.CaseList.quarters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.kernel.Convolution;
import org.stride.kernel.flaw.ConvForwardFlaws;
import org.stride.kernel.slip.ConvForwardSlips;
import org.stride.kernel.strategy.ForwardStrategies;
import org.stride.kernel.strategy.Multiplications;

/** {@code conv_forward(A_prev, W, b, hparameters)}: every window with every filter. */
final class ConvForward implements Definition {
    @Override
    public String name() {
        return "conv_forward";
    }

    @Override
    public Value reference(Arguments a) {
        return withCache(a, Convolution::forward);
    }

    /** The output alone; the cache is the same for every right way. */
    private interface Forward {
        NdArray apply(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad);
    }

    private static Value withCache(Arguments a, Forward forward) {
        NdArray z = forward.apply(
                a.array("A_prev"),
                a.array("W"),
                a.array("b"),
                a.entry("hparameters", "stride"),
                a.entry("hparameters", "pad"));
        return Value.Tuple.of(z, Value.Tuple.of(a.array("A_prev"), a.array("W"), a.array("b"), a.value("hparameters")));
    }

    @Override
    public SequencedMap<String, Right> strategies() {
        SequencedMap<String, Right> strategies = new LinkedHashMap<>();
        strategies.put("four_loops", right(ForwardStrategies::fourLoops));
        strategies.put("windows_at_once", right(ForwardStrategies::windowsAtOnce));
        strategies.put("im2col", right(ForwardStrategies::im2col));
        strategies.put("strided_windows", right(ForwardStrategies::stridedWindows));
        return strategies;
    }

    private static Right right(Forward forward) {
        return new Right(
                a -> withCache(a, forward),
                a -> Multiplications.convForward(
                        a.array("A_prev"),
                        a.array("W"),
                        a.entry("hparameters", "stride"),
                        a.entry("hparameters", "pad")));
    }

    /** On arguments by their names. */
    private static Kernel onArguments(ConvForwardFlaws.Kernel kernel) {
        return a -> kernel.apply(
                a.array("A_prev"),
                a.array("W"),
                a.array("b"),
                a.entry("hparameters", "stride"),
                a.entry("hparameters", "pad"));
    }

    @Override
    public Map<String, Kernel> flaws() {
        Map<String, Kernel> flaws = new LinkedHashMap<>();
        ConvForwardFlaws.all().forEach((id, flaw) -> flaws.put(id, onArguments(flaw)));
        return flaws;
    }

    @Override
    public List<Slip> slips() {
        return ConvForwardSlips.all().stream()
                .map(slip -> new Slip(slip.right(), slip.written(), onArguments(slip.kernel())))
                .toList();
    }

    @Override
    public List<Case> cases(Seeds seeds) {
        return new CaseList(name(), seeds)
                .published(
                        new Layer(2, 5, 7, 4, 3, 8, 2, 1).randn(new LegacyRandom(1)),
                        Trait.of("size", 5, 7),
                        Trait.of("window", 3),
                        Trait.of("stride", 2),
                        Trait.of("pad", 1))
                .published(firstEdition(2, 2), Trait.of("first_edition"), Trait.of("stride", 2), Trait.of("pad", 2))
                .shown(edges(), Trait.of("vertical_edges"), Trait.of("stride", 1), Trait.of("pad", 0))
                .shown(
                        new Layer(2, 7, 10, 3, 2, 5, 3, 0).randn(new LegacyRandom(2)),
                        Trait.of("size", 7, 10),
                        Trait.of("stride", 3),
                        Trait.of("pad", 0))
                .heldOut(new Layer(2, 7, 10, 3, 4, 5, 2, 1)::randn, Trait.of("stride", 2), Trait.of("pad", 1))
                .heldOut(new Layer(3, 10, 8, 2, 3, 4, 3, 1)::randn, Trait.of("stride", 3), Trait.of("pad", 1))
                .heldOut(new Layer(2, 6, 9, 4, 3, 2, 1, 0)::randn, Trait.of("stride", 1), Trait.of("pad", 0))
                .heldOut(new Layer(2, 8, 6, 3, 2, 4, 3, 0)::randn, Trait.of("stride", 3), Trait.of("pad", 0))
                .heldOut(new Layer(2, 8, 11, 2, 4, 3, 3, 0)::randn, Trait.of("stride", 3), Trait.of("pad", 0))
                .heldOut(new Layer(2, 5, 7, 2, 3, 4, 1, 2)::randn, Trait.of("stride", 1), Trait.of("pad", 2))
                .heldOut(new Layer(2, 4, 6, 3, 1, 5, 2, 1)::randn, Trait.of("window", 1), Trait.of("pad", 1))
                .heldOut(new Layer(2, 5, 4, 3, 2, 6, 2, 3)::randn, Trait.of("window", 2), Trait.of("pad", 3))
                .heldOut(new Layer(2, 4, 9, 3, 4, 2, 2, 0)::randn, Trait.of("one_row_of_windows"), Trait.of("pad", 0))
                .heldOut(
                        new Layer(2, 7, 2, 2, 4, 3, 3, 1)::randn, Trait.of("one_column_of_windows"), Trait.of("pad", 1))
                .heldOut(new Layer(1, 6, 8, 3, 3, 4, 2, 1)::randn, Trait.of("one_example"))
                .heldOut(new Layer(3, 8, 6, 1, 3, 4, 1, 1)::randn, Trait.of("one_channel"))
                .heldOut(new Layer(2, 5, 8, 3, 4, 1, 2, 2)::randn, Trait.of("one_filter"), Trait.of("pad", 2))
                .heldOut(
                        random -> new Layer(2, 6, 5, 3, 2, 4, 2, 1).draw(shape -> integers(random, shape)),
                        Trait.of("integers"))
                .heldOut(
                        random -> new Layer(2, 5, 6, 2, 3, 3, 1, 1).draw(shape -> quarters(random, shape)),
                        Trait.of("single_precision"))
                .heldOut(
                        new Layer(2, 9, 13, 3, 5, 9, 4, 4)::randn,
                        Trait.of("window", 5),
                        Trait.of("stride", 4),
                        Trait.of("pad", 4),
                        Trait.COLUMNS_FIRST)
                .heldOut(new Layer(2, 5, 6, 2, 3, 3, 1, 1)::randn, Trait.EVERY_SECOND)
                .advisory(new Layer(2, 4, 5, 2, 3, 3, 1, 1).randn(new LegacyRandom(6)), Trait.READ_ONLY)
                .toList();
    }

    /** The input of the first edition's notebook, which the backward exercise uses too. */
    static Arguments firstEdition(int stride, int pad) {
        return new Layer(10, 4, 4, 3, 2, 8, stride, pad).randn(new LegacyRandom(1));
    }

    /** The 6×6 image of the lesson under the filter that finds vertical edges. */
    private static Arguments edges() {
        double[] image = {
            3, 0, 1, 2, 7, 4,
            1, 5, 8, 9, 3, 1,
            2, 7, 2, 5, 1, 3,
            0, 1, 3, 1, 7, 8,
            4, 2, 1, 6, 2, 8,
            2, 4, 5, 2, 3, 9
        };
        double[] edge = {1, 0, -1, 1, 0, -1, 1, 0, -1};
        return Arguments.none()
                .with("A_prev", NdArray.of(Shape.of(1, 6, 6, 1), image))
                .with("W", NdArray.of(Shape.of(3, 3, 1, 1), edge))
                .with("b", NdArray.zeros(1, 1, 1, 1))
                .with("hparameters", hparameters(1, 0));
    }

    private static Value.Dictionary hparameters(int stride, int pad) {
        return Value.Dictionary.of("stride", Value.Scalar.of(stride)).with("pad", Value.Scalar.of(pad));
    }

    /** The sizes of one convolution layer. */
    record Layer(int m, int nHPrev, int nWPrev, int nCPrev, int f, int nC, int stride, int pad) {
        /** Inputs drawn in the notebook's order: A_prev, W, b. */
        Arguments randn(LegacyRandom random) {
            return draw(random::randn);
        }

        Arguments draw(Function<int[], NdArray> draw) {
            return Arguments.none()
                    .with("A_prev", draw.apply(new int[] {m, nHPrev, nWPrev, nCPrev}))
                    .with("W", draw.apply(new int[] {f, f, nCPrev, nC}))
                    .with("b", draw.apply(new int[] {1, 1, 1, nC}))
                    .with("hparameters", hparameters(stride, pad));
        }
    }

    @Override
    public Working working(Arguments a, String part, int[] index) {
        int stride = a.entry("hparameters", "stride");
        NdArray padded = Convolution.zeroPad(a.array("A_prev"), a.entry("hparameters", "pad"));
        NdArray filters = a.array("W");
        int image = index[0];
        int filter = index[3];
        List<Working.Term> terms = Cells.terms();
        double result = a.array("b").get(0, 0, 0, filter);
        for (int row = 0; row < filters.length(0); row++) {
            for (int column = 0; column < filters.length(1); column++) {
                for (int channel = 0; channel < filters.length(2); channel++) {
                    Working.Term term = Cells.term(
                            Cells.quantity(
                                    "A_prev_pad",
                                    padded,
                                    image,
                                    index[1] * stride + row,
                                    index[2] * stride + column,
                                    channel),
                            Cells.quantity("W", filters, row, column, channel, filter));
                    terms.add(term);
                    result += term.value();
                }
            }
        }
        terms.add(Cells.term(Cells.quantity("b", a.array("b"), 0, 0, 0, filter)));
        return new Working(Cells.name(part, index), Working.Rule.SUM_OF_PRODUCTS, terms, result);
    }
}
