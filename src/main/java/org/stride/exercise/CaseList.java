package org.stride.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stride.array.DType;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/** Collects an exercise's cases and numbers them. */
final class CaseList {
    private final String exercise;
    private final Seeds seeds;
    private final List<Case> cases = new ArrayList<>();

    CaseList(String exercise, Seeds seeds) {
        this.exercise = exercise;
        this.seeds = seeds;
    }

    /** A case from the notebooks that learners come from. */
    CaseList published(Arguments arguments, Trait... traits) {
        return add(Case.Visibility.PUBLISHED, true, arguments, traits);
    }

    CaseList shown(Arguments arguments, Trait... traits) {
        return add(Case.Visibility.SHOWN, true, arguments, traits);
    }

    /** A shown case that only teaches, since the published text itself leads there. */
    CaseList advisory(Arguments arguments, Trait... traits) {
        return add(Case.Visibility.SHOWN, false, arguments, traits);
    }

    /** A case whose inputs are drawn from the installation's own stream. */
    CaseList heldOut(Function<LegacyRandom, Arguments> draw, Trait... traits) {
        LegacyRandom random = new LegacyRandom(seeds.seed(exercise, number(Case.Visibility.HELD_OUT)));
        return add(Case.Visibility.HELD_OUT, true, draw.apply(random), traits);
    }

    List<Case> toList() {
        return List.copyOf(cases);
    }

    private CaseList add(Case.Visibility visibility, boolean required, Arguments arguments, Trait... traits) {
        String id = visibility.name().toLowerCase(java.util.Locale.ROOT) + "_" + number(visibility);
        cases.add(new Case(id, visibility, required, List.of(traits), arguments));
        return this;
    }

    private int number(Case.Visibility visibility) {
        return 1
                + (int) cases.stream().filter(c -> c.visibility() == visibility).count();
    }

    /** Whole numbers from -9 to 9 as {@code int64}. */
    static NdArray integers(LegacyRandom random, int... lengths) {
        return random.rand(lengths).map(value -> Math.floor(value * 19) - 9).asType(DType.INT64);
    }

    /**
     * Quarters from -8 to 8 as {@code float32}: so few binary digits that sums and products of them are exact in single
     * precision too, and a right answer cannot fail by its rounding.
     */
    static NdArray quarters(LegacyRandom random, int... lengths) {
        return random.rand(lengths)
                .map(value -> (Math.floor(value * 65) - 32) / 4)
                .asType(DType.FLOAT32);
    }

    /** Different whole numbers as {@code int64}, shuffled, so that no window holds its maximum twice. */
    static NdArray distinctIntegers(LegacyRandom random, int... lengths) {
        Shape shape = Shape.of(lengths);
        double[] values = new double[shape.size()];
        for (int place = 0; place < values.length; place++) {
            int other = (int) (random.nextDouble() * (place + 1));
            values[place] = values[other];
            values[other] = place - values.length / 2;
        }
        return NdArray.of(DType.INT64, shape, values);
    }
}
