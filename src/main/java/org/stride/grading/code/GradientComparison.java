package org.stride.grading.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.python.Outcome;

/**
 * A backward function beside the differences of a forward function.
 *
 * @param ownForward whether that was the learner's; otherwise it was ours
 * @param parts none if it ended before
 * @param ended how the backward function ended instead, {@link Outcome.Returned} if it returned something else than its gradients
 */
public record GradientComparison(
        boolean ownForward, List<Part> parts, @Nullable Outcome ended) {
    public GradientComparison {
        parts = List.copyOf(parts);
    }

    static GradientComparison ended(boolean ownForward, Outcome outcome) {
        return new GradientComparison(ownForward, List.of(), outcome);
    }

    public boolean agrees() {
        return ended == null && parts.stream().allMatch(Part::agrees);
    }

    /**
     * One gradient.
     *
     * @param name as the function returns it
     * @param mode that of pooling; empty for a convolution
     * @param got {@code null} if it is no array of the right shape
     * @param wanted the central differences
     * @param worst the largest disagreement, measured by the greatest number of both; infinite without an array, and where one is no number
     * @param wrong which cells disagree, in row-major order
     */
    public record Part(
            String name, String mode, @Nullable NdArray got, NdArray wanted, double worst, List<Boolean> wrong) {
        /** What rounding leaves of a right gradient is far below it, what a mistake leaves far above. */
        public static final double TOLERANCE = 1e-6;

        public Part {
            wrong = List.copyOf(wrong);
        }

        static Part of(String name, String mode, Value got, NdArray wanted) {
            if (!(got instanceof NdArray array) || !array.shape().equals(wanted.shape())) {
                return new Part(name, mode, null, wanted, Double.POSITIVE_INFINITY, List.of());
            }
            double greatest = 0;
            for (int cell = 0; cell < wanted.size(); cell++) {
                greatest = Math.max(greatest, Math.max(finite(array.flat(cell)), finite(wanted.flat(cell))));
            }
            double worst = 0;
            List<Boolean> wrong = new ArrayList<>();
            for (int cell = 0; cell < wanted.size(); cell++) {
                double apart = Math.abs(array.flat(cell) - wanted.flat(cell));
                double relative = apart == 0 ? 0 : apart / greatest;
                // Written so that NaN counts as wrong
                wrong.add(!(relative <= TOLERANCE));
                worst = Double.isNaN(relative) ? Double.POSITIVE_INFINITY : Math.max(worst, relative);
            }
            return new Part(name, mode, array, wanted, worst, wrong);
        }

        /** How great it is; {@code nan} and {@code inf} say nothing of how great the others are. */
        private static double finite(double value) {
            return Double.isFinite(value) ? Math.abs(value) : 0;
        }

        public boolean agrees() {
            return got != null && !wrong.contains(true);
        }

        /** Whether the central differences are numbers: else the forward function gives none. */
        public boolean wantedIsFinite() {
            return IntStream.range(0, wanted.size()).allMatch(cell -> Double.isFinite(wanted.flat(cell)));
        }

        public int wrongCount() {
            return (int) wrong.stream().filter(cell -> cell).count();
        }

        /** Where reading begins; {@code null} if every cell agrees. */
        public int @Nullable [] firstWrong() {
            int place = wrong.indexOf(true);
            return place < 0 ? null : wanted.shape().index(place);
        }
    }
}
