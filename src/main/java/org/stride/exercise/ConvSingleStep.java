package org.stride.exercise;

import static org.stride.exercise.CaseList.integers;
import static org.stride.exercise.CaseList.quarters;

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
import org.stride.kernel.flaw.SingleStepFlaws;
import org.stride.kernel.slip.SingleStepSlips;
import org.stride.kernel.strategy.Multiplications;
import org.stride.kernel.strategy.SingleStepStrategies;

/** {@code conv_single_step(a_slice_prev, W, b)}: one window, one filter, one number. */
final class ConvSingleStep implements Definition {
    @Override
    public String name() {
        return "conv_single_step";
    }

    @Override
    public Value reference(Arguments a) {
        return scalar(a, Convolution.singleStep(a.array("a_slice_prev"), a.array("W"), a.array("b")));
    }

    /** As NumPy's sum: an integer from integers, else a floating-point number. */
    private static Value scalar(Arguments a, double value) {
        boolean integers = a.array("a_slice_prev").dtype() == DType.INT64
                && a.array("W").dtype() == DType.INT64
                && a.array("b").dtype() == DType.INT64;
        return new Value.Scalar(value, integers ? Value.Scalar.Type.NUMPY_INT : Value.Scalar.Type.NUMPY_FLOAT);
    }

    @Override
    public SequencedMap<String, Right> strategies() {
        SequencedMap<String, Right> strategies = new LinkedHashMap<>();
        strategies.put("multiply_and_sum", right(SingleStepStrategies::multiplyAndSum));
        strategies.put("flatten_dot", right(SingleStepStrategies::flattenDot));
        strategies.put("einsum", right(SingleStepStrategies::einsum));
        return strategies;
    }

    /** One window, one filter, one bias: a number. */
    private interface Step {
        double apply(NdArray aSlicePrev, NdArray filter, NdArray bias);
    }

    private static Right right(Step step) {
        return new Right(
                a -> scalar(a, step.apply(a.array("a_slice_prev"), a.array("W"), a.array("b"))),
                a -> Multiplications.singleStep(a.array("W")));
    }

    /** On arguments by their names. */
    private static Kernel onArguments(SingleStepFlaws.Kernel kernel) {
        return a -> kernel.apply(a.array("a_slice_prev"), a.array("W"), a.array("b"));
    }

    @Override
    public Map<String, Kernel> flaws() {
        Map<String, Kernel> flaws = new LinkedHashMap<>();
        SingleStepFlaws.all().forEach((id, flaw) -> flaws.put(id, onArguments(flaw)));
        return flaws;
    }

    @Override
    public List<Slip> slips() {
        return SingleStepSlips.all().stream()
                .map(slip -> new Slip(slip.right(), slip.written(), onArguments(slip.kernel())))
                .toList();
    }

    @Override
    public List<Case> cases(Seeds seeds) {
        return new CaseList(name(), seeds)
                .published(randn(new LegacyRandom(1), 4, 4, 3), Trait.of("size", 4, 4))
                .published(randn(new LegacyRandom(3), 5, 5, 3), Trait.of("size", 5, 5))
                .shown(randn(new LegacyRandom(2), 2, 2, 1), Trait.of("size", 2, 2), Trait.of("one_channel"))
                .shown(randn(new LegacyRandom(5), 3, 3, 3), Trait.of("size", 3, 3))
                .heldOut(random -> randn(random, 3, 3, 5), Trait.of("size", 3, 3))
                .heldOut(random -> randn(random, 1, 1, 4), Trait.of("size", 1, 1))
                .heldOut(random -> randn(random, 2, 2, 2), Trait.of("size", 2, 2))
                .heldOut(random -> randn(random, 5, 5, 1), Trait.of("one_channel"))
                .heldOut(random -> draw(shape -> integers(random, shape), 3, 3, 2), Trait.of("integers"))
                .heldOut(random -> draw(shape -> quarters(random, shape), 2, 2, 3), Trait.of("single_precision"))
                .heldOut(random -> randn(random, 3, 3, 5), Trait.COLUMNS_FIRST)
                .heldOut(random -> randn(random, 4, 4, 2), Trait.EVERY_SECOND)
                .advisory(randn(new LegacyRandom(6), 3, 3, 2), Trait.READ_ONLY)
                .toList();
    }

    private static Arguments randn(LegacyRandom random, int... shape) {
        return draw(random::randn, shape);
    }

    private static Arguments draw(Function<int[], NdArray> draw, int... shape) {
        return Arguments.none()
                .with("a_slice_prev", draw.apply(shape))
                .with("W", draw.apply(shape))
                .with("b", draw.apply(new int[] {1, 1, 1}));
    }

    @Override
    public Working working(Arguments a, String part, int[] index) {
        NdArray slice = a.array("a_slice_prev");
        List<Working.Term> terms = Cells.terms();
        for (int offset = 0; offset < slice.size(); offset++) {
            int[] place = slice.shape().index(offset);
            terms.add(
                    Cells.term(Cells.quantity("a_slice_prev", slice, place), Cells.quantity("W", a.array("W"), place)));
        }
        terms.add(Cells.term(Cells.quantity("b", a.array("b"), 0, 0, 0)));
        double result = Convolution.singleStep(slice, a.array("W"), a.array("b"));
        return new Working(part, Working.Rule.SUM_OF_PRODUCTS, terms, result);
    }
}
