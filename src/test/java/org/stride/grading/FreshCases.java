package org.stride.grading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.kernel.strategy.RaggedArguments;

/** Cases that no grader judges by: awkward sizes, other seeds, no maximum twice. */
final class FreshCases {
    private static final int FIRST_SEED = 10_000;

    private FreshCases() {}

    /** As many as asked for; the same ones each time. */
    static List<Case> of(Exercise exercise, int count) {
        return IntStream.range(FIRST_SEED, FIRST_SEED + count)
                .mapToObj(seed -> of(exercise, seed, withoutTies(RaggedArguments.of(exercise.name(), seed), seed)))
                .toList();
    }

    /** What the published text leaves open decides nothing, here as in the exercise itself. */
    private static Case of(Exercise exercise, int seed, Arguments arguments) {
        boolean required = !exercise.name().equals("conv_backward")
                || arguments.unpack("cache", "A_prev", "W", "b", "hparameters").entry("hparameters", "pad") > 0;
        return new Case("fresh_" + seed, Case.Visibility.SHOWN, required, List.of(), arguments);
    }

    /** Where masks are made of the input, its numbers are put in a row and shuffled. */
    private static Arguments withoutTies(Arguments arguments, int seed) {
        if (!arguments.names().contains("dA") || !(arguments.value("cache") instanceof Value.Tuple cache)) {
            return arguments;
        }
        NdArray aPrev = (NdArray) cache.parts().getFirst();
        List<Integer> numbers =
                IntStream.range(0, aPrev.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(numbers, new Random(seed));
        NdArray distinct = NdArray.of(
                aPrev.dtype(),
                aPrev.shape(),
                numbers.stream()
                        .mapToInt(number -> number - aPrev.size() / 2)
                        // Squares with a sign: the sum or the mean of a window is hardly ever one of its numbers
                        .mapToDouble(number -> number * Math.abs(number))
                        .toArray());
        return arguments.with("cache", Value.Tuple.of(distinct, cache.parts().getLast()));
    }
}
