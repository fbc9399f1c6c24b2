package org.stride.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stride.grading.Difference.WrongCells;

/**
 * Relations along one axis: which of its positions are wrong, and what stands there. An axis of one position, or an image
 * without an inside, fits most of them, and tells nothing.
 */
final class LineRelations {
    private LineRelations() {}

    /** The wanted numbers at some positions, and zeros at the others, of which one is wanted to be something else. */
    static List<Relation> restZero(WrongCells cells, ImageAxes unused) {
        List<Relation> found = new ArrayList<>();
        for (int axis = 0; axis < cells.shape().rank(); axis++) {
            int last = last(cells, axis);
            for (Relation.Rest rest : Relation.Rest.values()) {
                IntPredicate zero = switch (rest) {
                    case FIRST -> position -> position == 0;
                    case LAST -> position -> position == last;
                    case ALL_BUT_FIRST -> position -> position > 0;
                    case ALL_BUT_LAST -> position -> position < last;
                    case EVERY_SECOND -> position -> position % 2 == 1;
                };
                int along = axis;
                if (wrongAll(cells, index -> zero.test(index[along])) && zeroAll(cells, along, zero)) {
                    found.add(new Relation.RestZero(cells.part(), axis, rest));
                }
            }
        }
        return found;
    }

    private static boolean zeroAll(WrongCells cells, int axis, IntPredicate positions) {
        return IntStream.range(0, cells.wanted().size())
                .filter(place -> positions.test(cells.shape().index(place)[axis]))
                .allMatch(place -> cells.got().flat(place) == 0);
    }

    static List<Relation> repeated(WrongCells cells, ImageAxes unused) {
        List<Relation> found = new ArrayList<>();
        for (int axis = 0; axis < cells.shape().rank(); axis++) {
            int last = last(cells, axis);
            if (comesFrom(cells, axis, position -> 0, 0, last)) {
                found.add(new Relation.Repeated(cells.part(), axis, true));
            }
            if (comesFrom(cells, axis, position -> last, 0, last)) {
                found.add(new Relation.Repeated(cells.part(), axis, false));
            }
        }
        return found;
    }

    /** By one position; what comes in at the end may be anything. */
    static List<Relation> moved(WrongCells cells, ImageAxes unused) {
        List<Relation> found = new ArrayList<>();
        for (int axis = 0; axis < cells.shape().rank(); axis++) {
            int last = last(cells, axis);
            if (comesFrom(cells, axis, position -> position - 1, 1, last)) {
                found.add(new Relation.Moved(cells.part(), axis, 1));
            }
            if (comesFrom(cells, axis, position -> position + 1, 0, last - 1)) {
                found.add(new Relation.Moved(cells.part(), axis, -1));
            }
        }
        return found;
    }

    static List<Relation> reversed(WrongCells cells, ImageAxes unused) {
        List<Relation> found = new ArrayList<>();
        for (int axis = 0; axis < cells.shape().rank(); axis++) {
            int last = last(cells, axis);
            if (comesFrom(cells, axis, position -> last - position, 0, last)) {
                found.add(new Relation.Reversed(cells.part(), axis));
            }
        }
        return found;
    }

    /** Whether, at the positions from one to another, what came back is what is wanted at other positions. */
    private static boolean comesFrom(WrongCells cells, int axis, IntUnaryOperator source, int from, int to) {
        return IntStream.range(0, cells.wanted().size()).allMatch(place -> {
            int[] index = cells.shape().index(place);
            if (index[axis] < from || index[axis] > to) {
                return true;
            }
            index[axis] = source.applyAsInt(index[axis]);
            return Comparison.close(cells.wanted().get(index), cells.got().flat(place));
        });
    }

    static List<Relation> oneLine(WrongCells cells, ImageAxes axes) {
        if (!axes.image()) {
            return List.of();
        }
        List<Relation> found = new ArrayList<>();
        for (Relation.Line line : Relation.Line.values()) {
            boolean all = wrongAll(cells, index -> switch (line) {
                case FIRST_ROW -> index[axes.row()] == 0;
                case LAST_ROW -> index[axes.row()] == last(cells, axes.row());
                case FIRST_COLUMN -> index[axes.column()] == 0;
                case LAST_COLUMN -> index[axes.column()] == last(cells, axes.column());
            });
            if (all) {
                found.add(new Relation.WrongInOneLine(cells.part(), line));
            }
        }
        return found;
    }

    static List<Relation> border(WrongCells cells, ImageAxes axes) {
        return axes.image()
                        && wrongAll(
                                cells, index -> atEnd(cells, index, axes.row()) || atEnd(cells, index, axes.column()))
                ? List.of(new Relation.WrongAtTheBorder(cells.part()))
                : List.of();
    }

    private static boolean atEnd(WrongCells cells, int[] index, int axis) {
        return index[axis] == 0 || index[axis] == last(cells, axis);
    }

    private static int last(WrongCells cells, int axis) {
        return cells.shape().length(axis) - 1;
    }

    private static boolean wrongAll(WrongCells cells, Predicate<int[]> where) {
        return wrongPlaces(cells).allMatch(place -> where.test(cells.shape().index(place)));
    }

    private static IntStream wrongPlaces(WrongCells cells) {
        return IntStream.range(0, cells.wrong().size()).filter(cells.wrong()::get);
    }

    static List<Relation> oneChannelRight(WrongCells cells, ImageAxes axes) {
        return oneRight(cells, axes.channel())
                .mapToObj(channel -> (Relation) new Relation.OneChannelRight(cells.part(), channel))
                .toList();
    }

    static List<Relation> oneExampleRight(WrongCells cells, ImageAxes axes) {
        return oneRight(cells, axes.example())
                .mapToObj(example -> (Relation) new Relation.OneExampleRight(cells.part(), example))
                .toList();
    }

    /** The one position along an axis at which no cell is wrong; empty if there are none or several. */
    private static IntStream oneRight(WrongCells cells, int axis) {
        if (axis < 0 || cells.shape().length(axis) < 2) {
            return IntStream.empty();
        }
        int[] rights = IntStream.range(0, cells.shape().length(axis))
                .filter(position ->
                        wrongPlaces(cells).noneMatch(place -> cells.shape().index(place)[axis] == position))
                .toArray();
        return rights.length == 1 ? IntStream.of(rights) : IntStream.empty();
    }
}
