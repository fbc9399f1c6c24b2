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
import org.stride.kernel.Pooling;
import org.stride.kernel.flaw.PoolForwardFlaws;
import org.stride.kernel.slip.PoolForwardSlips;
import org.stride.kernel.strategy.PoolForwardStrategies;

/** {@code pool_forward(A_prev, hparameters, mode="max")}: each window's maximum or mean, channel by channel. */
final class PoolForward implements Definition {
    @Override
    public String name() {
        return "pool_forward";
    }

    @Override
    public Value reference(Arguments a) {
        return withCache(a, Pooling::forward);
    }

    /** The output alone; the cache is the same for every right way. */
    private interface Forward {
        NdArray apply(NdArray aPrev, int f, int stride, Pooling.Mode mode);
    }

    private static Value withCache(Arguments a, Forward forward) {
        NdArray pooled = forward.apply(
                a.array("A_prev"), a.entry("hparameters", "f"), a.entry("hparameters", "stride"), mode(a));
        return Value.Tuple.of(pooled, Value.Tuple.of(a.array("A_prev"), a.value("hparameters")));
    }

    /** The signature's own mode where the call leaves it out. */
    private static Pooling.Mode mode(Arguments a) {
        return Pooling.Mode.of(a.text("mode", "max"));
    }

    @Override
    public SequencedMap<String, Right> strategies() {
        SequencedMap<String, Right> strategies = new LinkedHashMap<>();
        strategies.put("four_loops", right(PoolForwardStrategies::fourLoops));
        strategies.put("windows_at_once", right(PoolForwardStrategies::windowsAtOnce));
        strategies.put("strided_windows", right(PoolForwardStrategies::stridedWindows));
        strategies.put("reshape", right(PoolForwardStrategies::reshape));
        return strategies;
    }

    private static Right right(Forward forward) {
        return new Right(a -> withCache(a, forward), a -> 0);
    }

    /** On arguments by their names. */
    private static Kernel onArguments(PoolForwardFlaws.Kernel kernel) {
        return a ->
                kernel.apply(a.array("A_prev"), a.entry("hparameters", "f"), a.entry("hparameters", "stride"), mode(a));
    }

    @Override
    public Map<String, Kernel> flaws() {
        Map<String, Kernel> flaws = new LinkedHashMap<>();
        PoolForwardFlaws.all().forEach((id, flaw) -> flaws.put(id, onArguments(flaw)));
        return flaws;
    }

    @Override
    public List<Slip> slips() {
        return PoolForwardSlips.all().stream()
                .map(slip -> new Slip(slip.right(), slip.written(), onArguments(slip.kernel())))
                .toList();
    }

    @Override
    public List<Case> cases(Seeds seeds) {
        CaseList cases = new CaseList(name(), seeds);
        for (String mode : List.of("max", "average")) {
            for (int stride : List.of(1, 2)) {
                cases.published(
                        arguments(new LegacyRandom(1).randn(2, 5, 5, 3), 3, stride, mode),
                        Trait.of("mode_" + mode),
                        Trait.of("window", 3),
                        Trait.of("stride", stride));
            }
        }
        for (String mode : List.of("max", "average")) {
            Trait trait = Trait.of("mode_" + mode);
            cases.shown(
                            arguments(new LegacyRandom(2).randn(2, 7, 10, 3), 2, 3, mode),
                            trait,
                            Trait.of("size", 7, 10),
                            Trait.of("window", 2),
                            Trait.of("stride", 3))
                    .heldOut(
                            random -> arguments(random.randn(2, 8, 6, 3), 2, 2, mode),
                            trait,
                            Trait.of("window", 2),
                            Trait.of("stride", 2))
                    .heldOut(
                            random -> arguments(random.randn(3, 7, 9, 2), 4, 2, mode),
                            trait,
                            Trait.of("window", 4),
                            Trait.of("stride", 2))
                    .heldOut(
                            random -> arguments(random.randn(2, 10, 7, 4), 3, 3, mode),
                            trait,
                            Trait.of("window", 3),
                            Trait.of("stride", 3))
                    .heldOut(
                            random -> arguments(random.randn(2, 4, 5, 3), 1, 2, mode),
                            trait,
                            Trait.of("window", 1),
                            Trait.of("stride", 2))
                    .heldOut(
                            random -> arguments(random.randn(2, 6, 7, 3).map(x -> -Math.abs(x) - 0.1), 3, 2, mode),
                            trait,
                            Trait.of("negative"))
                    .heldOut(
                            random -> arguments(random.randn(2, 4, 9, 3), 4, 4, mode),
                            trait,
                            Trait.of("one_row_of_windows"))
                    .heldOut(
                            random -> arguments(random.randn(2, 9, 4, 2), 4, 4, mode),
                            trait,
                            Trait.of("one_column_of_windows"))
                    .heldOut(
                            random -> arguments(random.randn(2, 4, 7, 2), 4, 2, mode),
                            trait,
                            Trait.of("one_row_of_windows"))
                    .heldOut(
                            random -> arguments(random.randn(2, 7, 4, 3), 4, 2, mode),
                            trait,
                            Trait.of("one_column_of_windows"))
                    .heldOut(random -> arguments(random.randn(1, 5, 8, 3), 3, 1, mode), trait, Trait.of("one_example"))
                    .heldOut(random -> arguments(random.randn(3, 8, 5, 1), 2, 3, mode), trait, Trait.of("one_channel"))
                    .heldOut(random -> arguments(integers(random, 2, 5, 6, 3), 2, 1, mode), trait, Trait.of("integers"))
                    .heldOut(
                            random -> arguments(quarters(random, 2, 6, 5, 2), 2, 2, mode),
                            trait,
                            Trait.of("single_precision"));
        }
        return cases.shown(
                        withoutMode(arguments(new LegacyRandom(4).randn(2, 4, 6, 2), 2, 2, "max")),
                        Trait.of("mode_left_out"),
                        Trait.of("window", 2),
                        Trait.of("stride", 2))
                .heldOut(
                        random -> withoutMode(arguments(random.randn(2, 6, 5, 3), 3, 1, "max")),
                        Trait.of("mode_left_out"))
                .heldOut(
                        random -> arguments(random.randn(2, 11, 14, 9), 5, 4, "max"),
                        Trait.of("mode_max"),
                        Trait.of("window", 5),
                        Trait.of("stride", 4),
                        Trait.COLUMNS_FIRST)
                .heldOut(
                        random -> arguments(random.randn(2, 8, 6, 3), 2, 2, "average"),
                        Trait.of("mode_average"),
                        Trait.EVERY_SECOND)
                .advisory(arguments(new LegacyRandom(6).randn(2, 5, 4, 2), 2, 1, "max"), Trait.READ_ONLY)
                .toList();
    }

    /** The same call without its last argument. */
    static Arguments withoutMode(Arguments a) {
        SequencedMap<String, Value> rest = new LinkedHashMap<>(a.values());
        rest.remove("mode");
        return new Arguments(rest);
    }

    private static Arguments arguments(NdArray aPrev, int f, int stride, String mode) {
        return Arguments.none()
                .with("A_prev", aPrev)
                .with("hparameters", hparameters(f, stride))
                .with("mode", new Value.Text(mode));
    }

    static Value.Dictionary hparameters(int f, int stride) {
        return Value.Dictionary.of("f", Value.Scalar.of(f)).with("stride", Value.Scalar.of(stride));
    }

    @Override
    public Working working(Arguments a, String part, int[] index) {
        NdArray aPrev = a.array("A_prev");
        int f = a.entry("hparameters", "f");
        int stride = a.entry("hparameters", "stride");
        List<Working.Term> terms = Cells.terms();
        for (int row = index[1] * stride; row < index[1] * stride + f; row++) {
            for (int column = index[2] * stride; column < index[2] * stride + f; column++) {
                terms.add(Cells.term(Cells.quantity("A_prev", aPrev, index[0], row, column, index[3])));
            }
        }
        Pooling.Mode mode = mode(a);
        Working.Rule rule = mode == Pooling.Mode.MAX ? Working.Rule.MAXIMUM : Working.Rule.MEAN;
        double result = Pooling.forward(aPrev, f, stride, mode).get(index);
        return new Working(Cells.name(part, index), rule, terms, result);
    }
}
