package org.stride.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToLongBiFunction;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.kernel.Pooling;
import org.stride.kernel.flaw.DistributeFlaws;
import org.stride.kernel.slip.DistributeSlips;
import org.stride.kernel.strategy.DistributeStrategies;
import org.stride.kernel.strategy.Multiplications;

/** {@code distribute_value(dz, shape)}: an equal share for everyone. */
final class DistributeValue implements Definition {
    @Override
    public String name() {
        return "distribute_value";
    }

    /** A share for each cell of an nH by nW window. */
    private interface Distribute {
        NdArray apply(double dz, int nH, int nW);
    }

    private static int nH(Arguments a) {
        return a.unpack("shape", "n_H", "n_W").integer("n_H");
    }

    private static int nW(Arguments a) {
        return a.unpack("shape", "n_H", "n_W").integer("n_W");
    }

    @Override
    public Value reference(Arguments a) {
        return Pooling.distribute(a.number("dz"), nH(a), nW(a));
    }

    @Override
    public SequencedMap<String, Right> strategies() {
        SequencedMap<String, Right> strategies = new LinkedHashMap<>();
        strategies.put("full", right(DistributeStrategies::full, (nH, nW) -> 0));
        strategies.put(
                "ones_times_average", right(DistributeStrategies::onesTimesAverage, Multiplications::onesTimesAverage));
        strategies.put("broadcast", right(DistributeStrategies::broadcast, (nH, nW) -> 0));
        return strategies;
    }

    private static Right right(Distribute distribute, ToLongBiFunction<Integer, Integer> multiplications) {
        return new Right(
                a -> distribute.apply(a.number("dz"), nH(a), nW(a)), a -> multiplications.applyAsLong(nH(a), nW(a)));
    }

    /** On arguments by their names. */
    private static Kernel onArguments(DistributeFlaws.Kernel kernel) {
        return a -> kernel.apply(a.number("dz"), nH(a), nW(a));
    }

    @Override
    public Map<String, Kernel> flaws() {
        Map<String, Kernel> flaws = new LinkedHashMap<>();
        DistributeFlaws.all().forEach((id, flaw) -> flaws.put(id, onArguments(flaw)));
        return flaws;
    }

    @Override
    public List<Slip> slips() {
        return DistributeSlips.all().stream()
                .map(slip -> new Slip(slip.right(), slip.written(), onArguments(slip.kernel())))
                .toList();
    }

    @Override
    public List<Case> cases(Seeds seeds) {
        return new CaseList(name(), seeds)
                .published(arguments(Value.Scalar.of(2), 2, 2), Trait.of("size", 2, 2))
                .published(arguments(Value.Scalar.of(100), 10, 10), Trait.of("size", 10, 10))
                .shown(arguments(Value.Scalar.of(3.5), 2, 3), Trait.of("size", 2, 3))
                .shown(arguments(Value.Scalar.of(-7), 4, 3), Trait.of("size", 4, 3), Trait.of("negative"))
                .heldOut(random -> arguments(Value.Scalar.of(random.nextGaussian()), 3, 5), Trait.of("size", 3, 5))
                .heldOut(random -> arguments(Value.Scalar.of(random.nextGaussian()), 5, 2), Trait.of("size", 5, 2))
                .heldOut(random -> arguments(Value.Scalar.of(random.nextGaussian()), 1, 4), Trait.of("size", 1, 4))
                .heldOut(random -> arguments(Value.Scalar.of(random.nextGaussian()), 6, 1), Trait.of("size", 6, 1))
                .heldOut(random -> arguments(Value.Scalar.of(random.nextGaussian()), 1, 1), Trait.of("size", 1, 1))
                .heldOut(
                        random -> arguments(Value.Scalar.of((int) (random.nextDouble() * 50) + 1), 5, 2),
                        Trait.of("integers"),
                        Trait.of("size", 7, 3))
                .toList();
    }

    private static Arguments arguments(Value dz, int nH, int nW) {
        return Arguments.none().with("dz", dz).with("shape", Value.Tuple.of(Value.Scalar.of(nH), Value.Scalar.of(nW)));
    }

    @Override
    public Working working(Arguments a, String part, int[] index) {
        return new Working(
                Cells.name(part, index),
                Working.Rule.SHARE,
                List.of(
                        Cells.term(new Working.Quantity("dz", a.number("dz"))),
                        Cells.term(new Working.Quantity("n_H", nH(a))),
                        Cells.term(new Working.Quantity("n_W", nW(a)))),
                a.number("dz") / (nH(a) * nW(a)));
    }
}
