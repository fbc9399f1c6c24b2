package org.stride.grading.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.array.Value.Dictionary;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Text;
import org.stride.python.Submission;

/**
 * A small input on which a gradient is nudged out: windows overlap, some rows are left over, all lengths differ.
 *
 * @param forward the function that is nudged
 * @param nudged the places of those arguments whose gradients are looked at
 * @param parts the names of those gradients, in the order in which the backward function returns them
 * @param mode what pooling does; empty for a convolution
 */
record GradientCase(String forward, List<Value> arguments, List<Integer> nudged, List<String> parts, String mode) {
    /** Small against the distance of any two numbers of a window, so that no maximum changes hands. */
    private static final double NUDGE = 1e-4;

    private static final long SEED = 5;

    GradientCase {
        arguments = List.copyOf(arguments);
        nudged = List.copyOf(nudged);
        parts = List.copyOf(parts);
    }

    static Optional<List<GradientCase>> of(String backward) {
        return switch (backward) {
            case "conv_backward" -> Optional.of(List.of(convolution()));
            case "pool_backward" -> Optional.of(List.of(pooling("max"), pooling("average")));
            default -> Optional.empty();
        };
    }

    private static GradientCase convolution() {
        LegacyRandom random = new LegacyRandom(SEED);
        List<Value> arguments = List.of(
                random.randn(2, 6, 7, 2),
                random.randn(3, 3, 2, 3),
                random.randn(1, 1, 1, 3),
                Dictionary.of("stride", Scalar.of(2)).with("pad", Scalar.of(1)));
        return new GradientCase("conv_forward", arguments, List.of(0, 1, 2), List.of("dA_prev", "dW", "db"), "");
    }

    /** No two numbers are nearer to each other than a tenth. */
    private static GradientCase pooling(String mode) {
        NdArray apart = NdArray.zeros(2, 6, 7, 2);
        int size = apart.size();
        LegacyRandom random = new LegacyRandom(SEED);
        List<Integer> ranks = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            ranks.add((int) (random.nextDouble() * (ranks.size() + 1)), rank);
        }
        for (int cell = 0; cell < size; cell++) {
            apart.setFlat(0.1 * ranks.get(cell) - 5, cell);
        }
        Dictionary lengths = Dictionary.of("f", Scalar.of(3)).with("stride", Scalar.of(2));
        return new GradientCase(
                "pool_forward", List.of(apart, lengths, new Text(mode)), List.of(0), List.of("dA_prev"), mode);
    }

    /** One run of the forward function, then the nudging of one argument after the other. */
    Submission submission(String source, String before, String program) {
        List<List<Value>> calls = Stream.concat(Stream.of(-1), nudged.stream())
                .map(position -> Stream.<Value>concat(
                                Stream.of(new Text(forward), Scalar.of(position), Scalar.of(NUDGE)), arguments.stream())
                        .toList())
                .toList();
        return Submission.of(source).between(before, program).calling("stride_nudge", calls);
    }

    /** @param weights how much each number of the result counts, which is its gradient */
    List<Value> backwardArguments(Value weights, Value cache) {
        return mode.isEmpty() ? List.of(weights, cache) : List.of(weights, cache, new Text(mode));
    }
}
