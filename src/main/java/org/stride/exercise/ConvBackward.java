package org.stride.exercise;

import static org.stride.exercise.CaseList.integers;
import static org.stride.exercise.CaseList.quarters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.kernel.Convolution;
import org.stride.kernel.flaw.ConvBackwardFlaws;
import org.stride.kernel.slip.ConvBackwardSlips;
import org.stride.kernel.strategy.BackwardStrategies;
import org.stride.kernel.strategy.Multiplications;

/** {@code conv_backward(dZ, cache)}: the gradients of input, filters and bias. */
final class ConvBackward implements Definition {
    @Override
    public String name() {
        return "conv_backward";
    }

    /** The gradients by any right way. */
    private interface Backward {
        Convolution.Gradients apply(NdArray dZ, NdArray aPrev, NdArray filters, int stride, int pad);
    }

    /** Takes apart what the forward step kept. */
    private static Arguments unpack(Arguments a) {
        return a.unpack("cache", "A_prev", "W", "b", "hparameters").with("dZ", a.value("dZ"));
    }

    private static Value tuple(Arguments a, Backward backward) {
        Arguments c = unpack(a);
        Convolution.Gradients gradients = backward.apply(
                c.array("dZ"),
                c.array("A_prev"),
                c.array("W"),
                c.entry("hparameters", "stride"),
                c.entry("hparameters", "pad"));
        return Value.Tuple.of(gradients.dAPrev(), gradients.dFilters(), gradients.dBias());
    }

    @Override
    public Value reference(Arguments a) {
        return tuple(a, Convolution::backward);
    }

    @Override
    public SequencedMap<String, Right> strategies() {
        SequencedMap<String, Right> strategies = new LinkedHashMap<>();
        ToLongFunction<Arguments> everyWindow = c -> Multiplications.convBackward(c.array("dZ"), c.array("W"));
        ToLongFunction<Arguments> everyPixel = c -> Multiplications.convBackwardStridedWindows(
                c.array("dZ"), c.array("A_prev"), c.array("W"), c.entry("hparameters", "pad"));
        strategies.put("four_loops", right(BackwardStrategies::fourLoops, everyWindow));
        strategies.put("windows_at_once", right(BackwardStrategies::windowsAtOnce, everyWindow));
        strategies.put("im2col", right(BackwardStrategies::im2col, everyWindow));
        strategies.put("strided_windows", right(BackwardStrategies::stridedWindows, everyPixel));
        return strategies;
    }

    private static Right right(Backward backward, ToLongFunction<Arguments> multiplications) {
        return new Right(a -> tuple(a, backward), a -> multiplications.applyAsLong(unpack(a)));
    }

    /** On arguments by their names. */
    private static Kernel onArguments(ConvBackwardFlaws.Kernel kernel) {
        return a -> {
            Arguments c = unpack(a);
            return kernel.apply(
                    c.array("dZ"),
                    c.array("A_prev"),
                    c.array("W"),
                    c.array("b"),
                    c.entry("hparameters", "stride"),
                    c.entry("hparameters", "pad"));
        };
    }

    @Override
    public Map<String, Kernel> flaws() {
        Map<String, Kernel> flaws = new LinkedHashMap<>();
        ConvBackwardFlaws.all().forEach((id, flaw) -> flaws.put(id, onArguments(flaw)));
        return flaws;
    }

    @Override
    public List<Slip> slips() {
        return ConvBackwardSlips.all().stream()
                .map(slip -> new Slip(slip.right(), slip.written(), onArguments(slip.kernel())))
                .toList();
    }

    @Override
    public Set<String> advisoryFlaws() {
        return ConvBackwardFlaws.advisory();
    }

    @Override
    public List<Case> cases(Seeds seeds) {
        return new CaseList(name(), seeds)
                .published(
                        outputAsGradient(ConvForward.firstEdition(2, 2)),
                        Trait.of("first_edition"),
                        Trait.of("stride", 2),
                        Trait.of("pad", 2))
                .shown(
                        randn(new LegacyRandom(2), new ConvForward.Layer(2, 7, 10, 3, 3, 5, 2, 1)),
                        Trait.of("size", 7, 10),
                        Trait.of("window", 3),
                        Trait.of("stride", 2),
                        Trait.of("pad", 1))
                .shown(
                        randn(new LegacyRandom(4), new ConvForward.Layer(1, 4, 5, 2, 2, 3, 1, 1)),
                        Trait.of("one_example"),
                        Trait.of("size", 4, 5),
                        Trait.of("stride", 1),
                        Trait.of("pad", 1))
                .advisory(
                        randn(new LegacyRandom(3), new ConvForward.Layer(2, 5, 7, 3, 3, 4, 2, 0)),
                        Trait.of("stride", 2),
                        Trait.of("pad", 0))
                .heldOut(layer(2, 7, 10, 3, 4, 5, 3, 1), Trait.of("stride", 3), Trait.of("pad", 1))
                .heldOut(layer(3, 10, 7, 2, 3, 4, 2, 2), Trait.of("stride", 2), Trait.of("pad", 2))
                .heldOut(layer(2, 6, 9, 4, 3, 2, 1, 1), Trait.of("stride", 1), Trait.of("pad", 1))
                .heldOut(layer(2, 8, 7, 2, 4, 3, 2, 1), Trait.of("window", 4), Trait.of("stride", 2))
                .heldOut(layer(2, 4, 6, 3, 1, 5, 2, 1), Trait.of("window", 1), Trait.of("stride", 2))
                .heldOut(layer(2, 5, 3, 3, 1, 4, 2, 1), Trait.of("window", 1), Trait.of("pad", 1))
                .heldOut(layer(2, 5, 4, 3, 2, 6, 2, 3), Trait.of("window", 2), Trait.of("pad", 3))
                .heldOut(layer(2, 2, 8, 3, 4, 2, 2, 1), Trait.of("one_row_of_windows"))
                .heldOut(layer(2, 7, 2, 2, 4, 3, 3, 1), Trait.of("one_column_of_windows"))
                .heldOut(layer(1, 6, 8, 3, 3, 4, 2, 1), Trait.of("one_example"))
                .heldOut(layer(3, 8, 6, 1, 3, 4, 1, 1), Trait.of("one_channel"))
                .heldOut(layer(2, 5, 8, 3, 4, 1, 2, 2), Trait.of("one_filter"), Trait.of("pad", 2))
                .heldOut(
                        random -> draw(shape -> integers(random, shape), new ConvForward.Layer(2, 6, 5, 3, 2, 4, 2, 1)),
                        Trait.of("integers"))
                .heldOut(
                        random -> draw(shape -> quarters(random, shape), new ConvForward.Layer(2, 5, 6, 2, 3, 3, 1, 1)),
                        Trait.of("single_precision"))
                .heldOut(
                        layer(2, 9, 13, 3, 5, 9, 4, 4),
                        Trait.of("window", 5),
                        Trait.of("stride", 4),
                        Trait.of("pad", 4),
                        Trait.COLUMNS_FIRST)
                .heldOut(layer(2, 5, 6, 2, 3, 3, 1, 1), Trait.EVERY_SECOND)
                .advisory(randn(new LegacyRandom(6), new ConvForward.Layer(2, 4, 5, 2, 3, 3, 1, 1)), Trait.READ_ONLY)
                .toList();
    }

    private static Function<LegacyRandom, Arguments> layer(
            int m, int nHPrev, int nWPrev, int nCPrev, int f, int nC, int stride, int pad) {
        return random -> randn(random, new ConvForward.Layer(m, nHPrev, nWPrev, nCPrev, f, nC, stride, pad));
    }

    /** As the published notebook does it: the forward step's own output serves as its gradient. */
    private static Arguments outputAsGradient(Arguments forward) {
        NdArray z = Convolution.forward(
                forward.array("A_prev"),
                forward.array("W"),
                forward.array("b"),
                forward.entry("hparameters", "stride"),
                forward.entry("hparameters", "pad"));
        return arguments(z, forward);
    }

    private static Arguments randn(LegacyRandom random, ConvForward.Layer layer) {
        return draw(random::randn, layer);
    }

    private static Arguments draw(Function<int[], NdArray> draw, ConvForward.Layer layer) {
        Arguments forward = layer.draw(draw);
        int nH = Convolution.outputLength(layer.nHPrev(), layer.f(), layer.stride(), layer.pad());
        int nW = Convolution.outputLength(layer.nWPrev(), layer.f(), layer.stride(), layer.pad());
        return arguments(draw.apply(new int[] {layer.m(), nH, nW, layer.nC()}), forward);
    }

    private static Arguments arguments(NdArray dZ, Arguments forward) {
        return Arguments.none()
                .with("dZ", dZ)
                .with("cache", new Value.Tuple(List.copyOf(forward.values().values()), false));
    }

    @Override
    public Working working(Arguments a, String part, int[] index) {
        Arguments c = unpack(a);
        List<Working.Term> terms = switch (part) {
            case "dA_prev" -> inputTerms(c, index);
            case "dW" -> filterTerms(c, index);
            default -> biasTerms(c, index);
        };
        double result = terms.stream().mapToDouble(Working.Term::value).sum();
        Working.Rule rule = terms.isEmpty()
                ? Working.Rule.UNTOUCHED
                : part.equals("db") ? Working.Rule.SUM : Working.Rule.SUM_OF_PRODUCTS;
        return new Working(Cells.name(part, index), rule, terms, result);
    }

    /** Every window that holds the input cell sends it W · dZ. */
    private static List<Working.Term> inputTerms(Arguments c, int[] index) {
        NdArray dZ = c.array("dZ");
        NdArray filters = c.array("W");
        int stride = c.entry("hparameters", "stride");
        int pad = c.entry("hparameters", "pad");
        List<Working.Term> terms = Cells.terms();
        for (int row = 0; row < dZ.length(1); row++) {
            for (int column = 0; column < dZ.length(2); column++) {
                int filterRow = index[1] + pad - row * stride;
                int filterColumn = index[2] + pad - column * stride;
                if (filterRow < 0
                        || filterRow >= filters.length(0)
                        || filterColumn < 0
                        || filterColumn >= filters.length(1)) {
                    continue;
                }
                for (int filter = 0; filter < dZ.length(3); filter++) {
                    terms.add(Cells.term(
                            Cells.quantity("W", filters, filterRow, filterColumn, index[3], filter),
                            Cells.quantity("dZ", dZ, index[0], row, column, filter)));
                }
            }
        }
        return terms;
    }

    /** Every window of every example adds a_slice · dZ. */
    private static List<Working.Term> filterTerms(Arguments c, int[] index) {
        NdArray dZ = c.array("dZ");
        NdArray padded = Convolution.zeroPad(c.array("A_prev"), c.entry("hparameters", "pad"));
        int stride = c.entry("hparameters", "stride");
        List<Working.Term> terms = Cells.terms();
        for (int image = 0; image < dZ.length(0); image++) {
            for (int row = 0; row < dZ.length(1); row++) {
                for (int column = 0; column < dZ.length(2); column++) {
                    terms.add(Cells.term(
                            Cells.quantity(
                                    "A_prev_pad",
                                    padded,
                                    image,
                                    row * stride + index[0],
                                    column * stride + index[1],
                                    index[2]),
                            Cells.quantity("dZ", dZ, image, row, column, index[3])));
                }
            }
        }
        return terms;
    }

    private static List<Working.Term> biasTerms(Arguments c, int[] index) {
        NdArray dZ = c.array("dZ");
        List<Working.Term> terms = Cells.terms();
        for (int image = 0; image < dZ.length(0); image++) {
            for (int row = 0; row < dZ.length(1); row++) {
                for (int column = 0; column < dZ.length(2); column++) {
                    terms.add(Cells.term(Cells.quantity("dZ", dZ, image, row, column, index[3])));
                }
            }
        }
        return terms;
    }
}
