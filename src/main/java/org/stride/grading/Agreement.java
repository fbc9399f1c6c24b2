package org.stride.grading;

import java.util.List;
import java.util.stream.IntStream;
import org.stride.exercise.Case;
import org.stride.python.Outcome;

/**
 * How far two implementations of one exercise give the same results.
 *
 * @param total the number of cases
 * @param differing the cases on which they differ
 */
public record Agreement(int total, List<Case> differing) {
    public Agreement {
        differing = List.copyOf(differing);
    }

    /** Compares two verdicts on the same cases. */
    public static Agreement of(Verdict one, Verdict other) {
        List<Case> differing = IntStream.range(0, one.results().size())
                .filter(place -> !same(
                        one.results().get(place).outcome(),
                        other.results().get(place).outcome()))
                .mapToObj(place -> one.results().get(place).testCase())
                .toList();
        return new Agreement(one.results().size(), differing);
    }

    public int agreeing() {
        return total - differing.size();
    }

    /** Whether two runs ended alike: the same value but for rounding, or the same error but for its numbers. */
    static boolean same(Outcome one, Outcome other) {
        return switch (one) {
            case Outcome.Returned returned ->
                other instanceof Outcome.Returned second && SameResult.of(returned.value(), second.value());
            case Outcome.Raised raised ->
                other instanceof Outcome.Raised second
                        && raised.type().equals(second.type())
                        && withoutNumbers(raised.message()).equals(withoutNumbers(second.message()));
            // What ends typed code from outside says nothing of what it would have given
            default -> false;
        };
    }

    /** Shapes and indices in a message follow from the inputs; the rest of it tells one error from another. */
    private static String withoutNumbers(String message) {
        return message.replaceAll("\\d+", "0");
    }
}
