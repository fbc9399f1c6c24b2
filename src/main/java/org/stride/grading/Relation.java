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

    /** Along an axis, only some of the wanted numbers are there; everything else is 0. */
    record RestZero(String part, int axis, Rest zero) implements Relation {}

    /** Which positions along an axis. */
    enum Rest {
        FIRST,
        LAST,
        ALL_BUT_FIRST,
        ALL_BUT_LAST,
        EVERY_SECOND
    }

    /** Along an axis, the numbers of one position stand at every position. */
    record Repeated(String part, int axis, boolean first) implements Relation {}

    /** Along an axis, every number stands some positions too far on. */
    record Moved(String part, int axis, int by) implements Relation {}

    /** Along an axis, the numbers stand in reverse. */
    record Reversed(String part, int axis) implements Relation {}

    /** Every number is right within a small part of the largest one, as in single precision. */
    record Rounded(String part) implements Relation {}

    /** The same number stands everywhere. */
    record Uniform(String part, double number, boolean truthValues) implements Relation {}

    /** The fractions of the right numbers are cut off. */
    record CutOff(String part) implements Relation {}

    /** An argument came back in place of a result. */
    record IsArgument(String part, String argument) implements Relation {}

    /** Nothing came back. */
    record NothingCameBack() implements Relation {}

    /** Of a tuple, only some parts came back. */
    record OnlyParts(String part, List<String> there, List<String> missing) implements Relation {}

    /** In a tuple, another of its values stands in a place. */
    record OtherPart(String part, String instead) implements Relation {}

    /** Some lengths are off by the same number in every failing case; what stands there is not told. */
    record LengthsOff(String part, List<Integer> axes, List<Integer> by) implements Relation {}

    /** There are too many or too few axes. */
    record OtherRank(String part, int wanted, int got) implements Relation {}

    /** All parts but one are right. */
    record OnePartWrong(String part, List<String> right) implements Relation {}

    /** Whether the sentence says a number that comes from the case's own values. */
    default boolean tellsNumbers() {
        return this instanceof Scaled
                || this instanceof ScaledByCase
                || this instanceof Shifted
                || this instanceof OtherLength
                || this instanceof LengthsOff
                || this instanceof Uniform;
    }

    /** Whether the sentence says only where something is wrong. */
    default boolean locating() {
        return this instanceof WrongAtTheBorder
                || this instanceof WrongInOneLine
                || this instanceof OneChannelRight
                || this instanceof OneExampleRight
                || this instanceof OnePartWrong;
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
