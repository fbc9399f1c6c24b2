package org.stride.grading;

import java.util.List;

/** A plain relation between what came back and what is wanted, true of every failing case. */
public sealed interface Relation {
    /** Two axes of an array are swapped. */
    record Transposed(String part, List<Integer> axes) implements Relation {}

    /** Every number is the same multiple of the wanted one. */
    record Scaled(String part, double factor) implements Relation {}

    /** Every number is a multiple of the wanted one, though not by the same factor from case to case. */
    record ScaledByCase(String part, double factorOfFirst) implements Relation {}

    /** Every number is off by the same amount. */
    record Shifted(String part, double amount) implements Relation {}

    /** Every number is off by the bias of its channel. */
    record OffByBias(String part, boolean added) implements Relation {}

    /** Nothing but zeros came back, or nothing but {@code False}. */
    record AllZero(String part, boolean truthValues) implements Relation {}

    /** All wrong cells lie on the border; everything inside is right. */
    record WrongAtTheBorder(String part) implements Relation {}

    /** All wrong cells lie in the last or first row or column of an image. */
    record WrongInOneLine(String part, Line line) implements Relation {}

    /** Whether the sentence says a number that comes from the case's own values. */
    default boolean tellsNumbers() {
        return switch (this) {
            case Scaled r -> true;
            case ScaledByCase r -> true;
            case Shifted r -> true;
            case OtherLength r -> true;
            case Transposed r -> false;
            case OffByBias r -> false;
            case AllZero r -> false;
            case WrongAtTheBorder r -> false;
            case WrongInOneLine r -> false;
            case OneChannelRight r -> false;
            case OneExampleRight r -> false;
            case Broadcast r -> false;
            case PartsSwapped r -> false;
        };
    }

    /** Which row or column. */
    enum Line {
        FIRST_ROW,
        LAST_ROW,
        FIRST_COLUMN,
        LAST_COLUMN
    }

    /** One channel is right, every other has wrong cells. */
    record OneChannelRight(String part, int channel) implements Relation {}

    /** One example is right, every other has wrong cells. */
    record OneExampleRight(String part, int example) implements Relation {}

    /** The array is too short or too long by some rows or columns; where both have cells, they agree. */
    record OtherLength(String part, int rows, int columns) implements Relation {}

    /** Some axes have length 1 where more is wanted; broadcast along them, the numbers would be right. */
    record Broadcast(String part, List<Integer> axes) implements Relation {}

    /** The parts are right but stand in another order. */
    record PartsSwapped(List<String> order) implements Relation {}
}
