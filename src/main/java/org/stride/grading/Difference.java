package org.stride.grading;

import java.util.List;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.python.Outcome;

/** The first way in which a result differs from what is wanted, in the order in which a comparison looks. */
public sealed interface Difference {
    /** The function raised. */
    record Raised(Outcome.Raised raised) implements Difference {
        /** Somewhere in code that has no lines. */
        public Raised(String type, String message) {
            this(new Outcome.Raised(type, message));
        }
    }

    /** The run was ended, and not by the function: for its time, its memory, something that it may not have. */
    record Ended(Outcome how) implements Difference {}

    /** The function returned nothing. */
    record NothingReturned() implements Difference {}

    /** A part is of another type, such as a tuple where an array belongs. */
    record WrongType(String part, String wanted, String got) implements Difference {}

    /** A tuple has too few or too many parts. */
    record WrongPartCount(String part, int wanted, int got) implements Difference {}

    /** A dictionary does not hold what it should under a key. */
    record WrongEntry(String part, String key) implements Difference {}

    /** A text is another one. */
    record WrongText(String part, String wanted, String got) implements Difference {}

    /** An array has another shape; both arrays are kept, since their overlap may tell why. */
    record WrongShape(String part, NdArray wanted, NdArray got) implements Difference {}

    /** Numbers of another kind: integers where fractions belong, numbers where truth values belong. */
    record WrongKind(String part, DType.Kind wanted, DType.Kind got) implements Difference {}

    /** NaN or infinity where a number belongs, or the other way round. */
    record NotFinite(String part, List<Integer> index, double wanted, double got) implements Difference {}

    /** Numbers that are too far off. */
    record WrongValues(WrongCells cells) implements Difference {}

    /**
     * Where an array is wrong.
     *
     * @param wrong for each place in row-major order, whether it is wrong
     */
    record WrongCells(String part, NdArray wanted, NdArray got, List<Boolean> wrong) {
        public WrongCells {
            wrong = List.copyOf(wrong);
        }

        public int count() {
            return (int) wrong.stream().filter(w -> w).count();
        }

        /** The index of the first wrong cell in row-major order; empty for a scalar. */
        public int[] first() {
            return wanted.shape().index(wrong.indexOf(true));
        }

        public double firstWanted() {
            return wanted.get(first());
        }

        public double firstGot() {
            return got.get(first());
        }

        public Shape shape() {
            return wanted.shape();
        }
    }
}
