package org.stride.exercise;

import static org.stride.exercise.CaseList.distinctIntegers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stride.array.DType;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.kernel.Pooling;
import org.stride.kernel.flaw.MaskFlaws;
import org.stride.kernel.slip.MaskSlips;
import org.stride.kernel.strategy.MaskStrategies;

/** {@code create_mask_from_window(x)}: where the maximum is. */
final class CreateMaskFromWindow implements Definition {
    @Override
    public String name() {
        return "create_mask_from_window";
    }

    @Override
    public Value reference(Arguments a) {
        return Pooling.mask(a.array("x"));
    }

    @Override
    public SequencedMap<String, Right> strategies() {
        SequencedMap<String, Right> strategies = new LinkedHashMap<>();
        strategies.put("compare_with_max", right(MaskStrategies::compareWithMax));
        strategies.put("argmax", right(MaskStrategies::argmax));
        strategies.put("where", right(MaskStrategies::where));
        return strategies;
    }

    private static Right right(UnaryOperator<NdArray> mask) {
        return new Right(a -> mask.apply(a.array("x")), a -> 0);
    }

    /** On arguments by their names. */
    private static Kernel onArguments(MaskFlaws.Kernel kernel) {
        return a -> kernel.apply(a.array("x"));
    }

    @Override
    public Map<String, Kernel> flaws() {
        Map<String, Kernel> flaws = new LinkedHashMap<>();
        MaskFlaws.all().forEach((id, flaw) -> flaws.put(id, onArguments(flaw)));
        return flaws;
    }

    @Override
    public List<Slip> slips() {
        return MaskSlips.all().stream()
                .map(slip -> new Slip(slip.right(), slip.written(), onArguments(slip.kernel())))
                .toList();
    }

    @Override
    public Set<String> advisoryFlaws() {
        return MaskFlaws.advisory();
    }

    @Override
    public List<Case> cases(Seeds seeds) {
        return new CaseList(name(), seeds)
                .published(arguments(new LegacyRandom(1).randn(2, 3)), Trait.of("size", 2, 3))
                .published(
                        arguments(NdArray.matrix(
                                new double[] {-1, 2, 3}, new double[] {2, -3, 2}, new double[] {1, 5, -2})),
                        Trait.of("size", 3, 3))
                .shown(
                        arguments(NdArray.matrix(new double[] {-4, -2.5, -3}, new double[] {-1.5, -6, -2})),
                        Trait.of("negative"),
                        Trait.of("size", 2, 3))
                .shown(
                        arguments(NdArray.matrix(new double[] {1, 3}, new double[] {4, 2})
                                .asType(DType.INT64)),
                        Trait.of("integers"))
                .advisory(arguments(NdArray.matrix(new double[] {3, 1, 3}, new double[] {0, 3, 2})), Trait.TIES)
                .heldOut(random -> arguments(random.randn(3, 3)), Trait.of("size", 3, 3))
                .heldOut(random -> arguments(random.randn(4, 2)), Trait.of("size", 4, 2))
                .heldOut(random -> arguments(random.randn(1, 5)), Trait.of("size", 1, 5))
                .heldOut(random -> arguments(random.randn(5, 1)), Trait.of("size", 5, 1))
                .heldOut(random -> arguments(random.randn(1, 1)), Trait.of("size", 1, 1))
                .heldOut(random -> arguments(random.randn(3, 4).map(x -> -Math.abs(x) - 0.1)), Trait.of("negative"))
                .heldOut(random -> arguments(random.randn(4, 3).map(x -> Math.abs(x) + 0.1)), Trait.of("positive"))
                .heldOut(
                        random -> {
                            NdArray x = random.randn(3, 4);
                            double max = x.max();
                            return arguments(x.map(value -> value - max));
                        },
                        Trait.of("maximum_zero"))
                .heldOut(random -> arguments(distinctIntegers(random, 3, 5)), Trait.of("integers"))
                .heldOut(
                        random -> arguments(distinctIntegers(random, 2, 4).asType(DType.FLOAT32)),
                        Trait.of("single_precision"))
                .heldOut(random -> arguments(random.randn(4, 3)), Trait.COLUMNS_FIRST)
                .heldOut(random -> arguments(random.randn(2, 5)), Trait.EVERY_SECOND)
                .advisory(arguments(new LegacyRandom(6).randn(3, 2)), Trait.READ_ONLY)
                .toList();
    }

    private static Arguments arguments(NdArray x) {
        return Arguments.none().with("x", x);
    }

    @Override
    public Working working(Arguments a, String part, int[] index) {
        NdArray x = a.array("x");
        List<Working.Term> terms = Cells.terms();
        terms.add(Cells.term(Cells.quantity("x", x, index)));
        for (int offset = 0; offset < x.size(); offset++) {
            terms.add(Cells.term(Cells.quantity("x", x, x.shape().index(offset))));
        }
        return new Working(
                Cells.name(part, index), Working.Rule.EQUALS_MAXIMUM, terms, x.get(index) == x.max() ? 1 : 0);
    }
}
