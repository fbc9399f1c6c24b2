package org.stride.exercise;

import static org.stride.exercise.CaseList.integers;
import static org.stride.exercise.CaseList.quarters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.kernel.Convolution;
import org.stride.kernel.flaw.ZeroPadFlaws;
import org.stride.kernel.slip.ZeroPadSlips;
import org.stride.kernel.strategy.PaddingStrategies;

/** {@code zero_pad(X, pad)}: zeros around height and width. */
final class ZeroPad implements Definition {
    @Override
    public String name() {
        return "zero_pad";
    }

    @Override
    public Value reference(Arguments a) {
        return Convolution.zeroPad(a.array("X"), a.integer("pad"));
    }

    @Override
    public SequencedMap<String, Right> strategies() {
        SequencedMap<String, Right> strategies = new LinkedHashMap<>();
        strategies.put("np_pad", right(PaddingStrategies::npPad));
        strategies.put("zeros_and_slice", right(PaddingStrategies::zerosAndSlice));
        strategies.put("concatenate", right(PaddingStrategies::concatenate));
        return strategies;
    }

    private static Right right(ZeroPadFlaws.Kernel kernel) {
        return new Right(a -> kernel.apply(a.array("X"), a.integer("pad")), a -> 0);
    }

    /** On arguments by their names. */
    private static Kernel onArguments(ZeroPadFlaws.Kernel kernel) {
        return a -> kernel.apply(a.array("X"), a.integer("pad"));
    }

    @Override
    public Map<String, Kernel> flaws() {
        Map<String, Kernel> flaws = new LinkedHashMap<>();
        ZeroPadFlaws.all().forEach((id, flaw) -> flaws.put(id, onArguments(flaw)));
        return flaws;
    }

    @Override
    public List<Slip> slips() {
        return ZeroPadSlips.all().stream()
                .map(slip -> new Slip(slip.right(), slip.written(), onArguments(slip.kernel())))
                .toList();
    }

    @Override
    public List<Case> cases(Seeds seeds) {
        return new CaseList(name(), seeds)
                .published(arguments(new LegacyRandom(1).randn(4, 3, 3, 2), 3), Trait.of("pad", 3))
                .published(arguments(new LegacyRandom(1).randn(5, 4, 4, 3), 2), Trait.of("pad", 2))
                .shown(arguments(new LegacyRandom(2).randn(2, 3, 5, 4), 1), Trait.of("size", 3, 5), Trait.of("pad", 1))
                .shown(arguments(new LegacyRandom(3).randn(2, 4, 3, 1), 0), Trait.of("pad", 0))
                .heldOut(random -> arguments(random.randn(2, 7, 10, 3), 2), Trait.of("size", 7, 10), Trait.of("pad", 2))
                .heldOut(random -> arguments(random.randn(3, 5, 2, 4), 1), Trait.of("size", 5, 2), Trait.of("pad", 1))
                .heldOut(random -> arguments(random.randn(2, 6, 3, 5), 0), Trait.of("pad", 0))
                .heldOut(random -> arguments(random.randn(3, 2, 5, 4), 2), Trait.of("size", 2, 5), Trait.of("pad", 2))
                .heldOut(random -> arguments(random.randn(3, 5, 2, 4), 2), Trait.of("size", 5, 2), Trait.of("pad", 2))
                .heldOut(random -> arguments(random.randn(2, 1, 4, 3), 0), Trait.of("size", 1, 4), Trait.of("pad", 0))
                .heldOut(random -> arguments(random.randn(2, 4, 1, 3), 0), Trait.of("size", 4, 1), Trait.of("pad", 0))
                .heldOut(random -> arguments(random.randn(1, 3, 4, 2), 2), Trait.of("one_example"), Trait.of("pad", 2))
                .heldOut(random -> arguments(random.randn(3, 4, 6, 1), 1), Trait.of("one_channel"), Trait.of("pad", 1))
                .heldOut(random -> arguments(random.randn(2, 2, 3, 2), 5), Trait.of("size", 2, 3), Trait.of("pad", 5))
                .heldOut(random -> arguments(integers(random, 2, 3, 5, 4), 1), Trait.of("integers"), Trait.of("pad", 1))
                .heldOut(
                        random -> arguments(quarters(random, 2, 5, 4, 3), 2),
                        Trait.of("single_precision"),
                        Trait.of("pad", 2))
                .heldOut(random -> arguments(random.randn(2, 7, 10, 3), 2), Trait.COLUMNS_FIRST)
                .heldOut(random -> arguments(random.randn(3, 4, 2, 3), 1), Trait.EVERY_SECOND)
                .advisory(arguments(new LegacyRandom(6).randn(2, 3, 4, 2), 1), Trait.READ_ONLY)
                .toList();
    }

    private static Arguments arguments(NdArray x, int pad) {
        return Arguments.none().with("X", x).with("pad", Value.Scalar.of(pad));
    }

    @Override
    public Working working(Arguments a, String part, int[] index) {
        NdArray x = a.array("X");
        int pad = a.integer("pad");
        int row = index[1] - pad;
        int column = index[2] - pad;
        String cell = Cells.name(part, index);
        if (row < 0 || row >= x.length(1) || column < 0 || column >= x.length(2)) {
            return new Working(cell, Working.Rule.BORDER, List.of(), 0);
        }
        Working.Quantity source = Cells.quantity("X", x, index[0], row, column, index[3]);
        return new Working(cell, Working.Rule.COPY, List.of(Cells.term(source)), source.value());
    }
}
