package org.stride.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Outcome;
import org.stride.exercise.Parameter;
import org.stride.grading.Difference.WrongCells;
import org.stride.grading.Difference.WrongShape;
import org.stride.grading.Difference.WrongValues;

/** Looks for a {@link Relation} that holds in every failing case; the most telling one first. */
final class Relations {
    private Relations() {}

    /** @param failures the failing cases, none of them empty */
    static Optional<Relation> find(List<Parameter> parts, List<CaseResult> failures) {
        List<Function<CaseResult, @Nullable Relation>> detectors = List.of(
                result -> partsSwapped(parts, result),
                Relations::transposed,
                result -> onShape(result, shape -> otherLength(shape, axes(parts, shape.part()))),
                result -> onShape(result, Relations::broadcast),
                result -> onCells(result, Relations::allZero),
                result -> onCells(result, Relations::scaled),
                Relations::offByBias,
                result -> onCells(result, Relations::shifted),
                result -> onCells(result, cells -> oneLine(cells, axes(parts, cells.part()))),
                result -> onCells(result, cells -> border(cells, axes(parts, cells.part()))),
                result -> onCells(result, cells -> oneChannelRight(cells, axes(parts, cells.part()))),
                result -> onCells(result, cells -> oneExampleRight(cells, axes(parts, cells.part()))));
        for (Function<CaseResult, @Nullable Relation> detector : detectors) {
            List<Relation> found = new ArrayList<>();
            for (CaseResult failure : failures) {
                Relation relation = detector.apply(failure);
                if (relation != null) {
                    found.add(relation);
                }
            }
            Optional<Relation> common = found.size() == failures.size() ? common(found) : Optional.empty();
            if (common.isPresent()) {
                return common;
            }
        }
        return Optional.empty();
    }

    /**
     * Which axes of a part count examples, rows, columns and channels; -1 where none does. The gradient of the filters, say, has
     * neither examples nor rows of an image.
     */
    private record ImageAxes(int example, int row, int column, int channel) {
        boolean image() {
            return row >= 0 && column >= 0;
        }
    }

    private static ImageAxes axes(List<Parameter> parts, String part) {
        List<String> names = Parameter.find(parts, part).map(Parameter::axes).orElse(List.of());
        return new ImageAxes(
                names.indexOf("m"),
                first(names, "n_H"),
                first(names, "n_W"),
                names.size() == 4 ? first(names, "n_C") : -1);
    }

    private static int first(List<String> names, String beginning) {
        return IntStream.range(0, names.size())
                .filter(axis -> names.get(axis).startsWith(beginning) && names.contains("m"))
                .findFirst()
                .orElse(-1);
    }

    /** One relation for all cases: the same in each, or the same but for its size. */
    private static Optional<Relation> common(List<Relation> found) {
        Relation first = found.getFirst();
        if (found.stream().allMatch(first::equals)) {
            return Optional.of(first);
        }
        if (first instanceof Relation.Scaled scaled
                && found.stream()
                        .allMatch(
                                r -> r instanceof Relation.Scaled s && s.part().equals(scaled.part()))) {
            return Optional.of(
                    found.stream().allMatch(r -> Comparison.close(scaled.factor(), ((Relation.Scaled) r).factor()))
                            ? scaled
                            : new Relation.ScaledByCase(scaled.part(), scaled.factor()));
        }
        if (first instanceof Relation.Shifted shifted
                && found.stream()
                        .allMatch(r -> r instanceof Relation.Shifted s
                                && s.part().equals(shifted.part())
                                && Comparison.close(shifted.amount(), s.amount()))) {
            return Optional.of(shifted);
        }
        return Optional.empty();
    }

    private static @Nullable Relation onShape(CaseResult result, Function<WrongShape, @Nullable Relation> detector) {
        return result.difference() instanceof WrongShape shape ? detector.apply(shape) : null;
    }

    private static @Nullable Relation onCells(CaseResult result, Function<WrongCells, @Nullable Relation> detector) {
        return result.difference() instanceof WrongValues values ? detector.apply(values.cells()) : null;
    }

    private static @Nullable Relation partsSwapped(List<Parameter> parts, CaseResult result) {
        if (!(result.wanted() instanceof Value.Tuple wanted)
                || !(result.outcome() instanceof Outcome.Returned returned)
                || !(returned.value() instanceof Value.Tuple got)
                || got.parts().size() != wanted.parts().size()) {
            return null;
        }
        List<String> order = new ArrayList<>();
        for (Value part : got.parts()) {
            IntStream.range(0, parts.size())
                    .filter(place -> Comparison.of(
                                    List.of(parts.get(place)), wanted.parts().get(place), part)
                            .equal())
                    .mapToObj(place -> parts.get(place).name())
                    .findFirst()
                    .ifPresent(order::add);
        }
        return order.stream().distinct().count() == parts.size() ? new Relation.PartsSwapped(order) : null;
    }

    /** Swapped axes show in the shape where their lengths differ, and in the values where they do not. */
    private static @Nullable Relation transposed(CaseResult result) {
        return switch (result.difference()) {
            case WrongShape shape -> transposed(shape.part(), shape.wanted(), shape.got());
            case WrongValues(WrongCells cells) -> transposed(cells.part(), cells.wanted(), cells.got());
            case null, default -> null;
        };
    }

    /** The first pair of axes whose swap makes the arrays agree. */
    private static @Nullable Relation transposed(String part, NdArray wanted, NdArray got) {
        int rank = wanted.rank();
        if (got.rank() != rank) {
            return null;
        }
        for (int first = 0; first < rank; first++) {
            for (int second = first + 1; second < rank; second++) {
                int[] axes = IntStream.range(0, rank).toArray();
                axes[first] = second;
                axes[second] = first;
                NdArray swapped = got.transpose(axes);
                if (swapped.shape().equals(wanted.shape()) && agree(wanted, swapped)) {
                    return new Relation.Transposed(part, List.of(first, second));
                }
            }
        }
        return null;
    }

    private static boolean agree(NdArray wanted, NdArray got) {
        return IntStream.range(0, wanted.size())
                .allMatch(place -> Comparison.close(wanted.flat(place), got.flat(place)));
    }

    private static @Nullable Relation broadcast(WrongShape difference) {
        NdArray wanted = difference.wanted();
        NdArray got = difference.got();
        if (got.rank() != wanted.rank()) {
            return null;
        }
        List<Integer> axes = IntStream.range(0, got.rank())
                .filter(axis -> got.length(axis) != wanted.length(axis))
                .boxed()
                .toList();
        return axes.stream().allMatch(axis -> got.length(axis) == 1) && agreesBroadcast(wanted, got)
                ? new Relation.Broadcast(difference.part(), axes)
                : null;
    }

    private static boolean agreesBroadcast(NdArray wanted, NdArray got) {
        return IntStream.range(0, wanted.size()).allMatch(place -> {
            int[] index = wanted.shape().index(place);
            for (int axis = 0; axis < index.length; axis++) {
                index[axis] = got.length(axis) == 1 ? 0 : index[axis];
            }
            return Comparison.close(wanted.flat(place), got.get(index));
        });
    }

    private static @Nullable Relation otherLength(WrongShape difference, ImageAxes axes) {
        NdArray wanted = difference.wanted();
        NdArray got = difference.got();
        if (!axes.image()
                || got.rank() != wanted.rank()
                || wanted.length(0) != got.length(0)
                || wanted.length(3) != got.length(3)) {
            return null;
        }
        int rows = Math.min(wanted.length(axes.row()), got.length(axes.row()));
        int columns = Math.min(wanted.length(axes.column()), got.length(axes.column()));
        for (int place = 0; place < wanted.size(); place++) {
            int[] index = wanted.shape().index(place);
            if (index[axes.row()] < rows
                    && index[axes.column()] < columns
                    && !Comparison.close(wanted.flat(place), got.get(index))) {
                return null;
            }
        }
        return new Relation.OtherLength(
                difference.part(),
                got.length(axes.row()) - wanted.length(axes.row()),
                got.length(axes.column()) - wanted.length(axes.column()));
    }

    private static @Nullable Relation allZero(WrongCells cells) {
        return IntStream.range(0, cells.got().size())
                        .allMatch(place -> cells.got().flat(place) == 0)
                ? new Relation.AllZero(cells.part(), cells.got().dtype() == DType.BOOL)
                : null;
    }

    /** A factor is told only by three numbers or more: any two numbers stand in some ratio. */
    private static @Nullable Relation scaled(WrongCells cells) {
        NdArray wanted = cells.wanted();
        int largest = IntStream.range(0, wanted.size())
                .reduce(0, (a, b) -> Math.abs(wanted.flat(b)) > Math.abs(wanted.flat(a)) ? b : a);
        double factor = rounded(cells.got().flat(largest) / wanted.flat(largest));
        boolean all = wanted.size() >= 3
                && Double.isFinite(factor)
                && IntStream.range(0, wanted.size())
                        .allMatch(place -> Comparison.close(
                                factor * wanted.flat(place), cells.got().flat(place)));
        return all ? new Relation.Scaled(cells.part(), factor) : null;
    }

    /** A quotient of two sums carries their rounding in its last digits; no learner wrote those. */
    private static double rounded(double quotient) {
        return Double.isFinite(quotient)
                ? new BigDecimal(quotient).round(new MathContext(10)).doubleValue()
                : quotient;
    }

    private static @Nullable Relation shifted(WrongCells cells) {
        double amount = rounded(cells.got().flat(0) - cells.wanted().flat(0));
        boolean all = cells.wanted().size() >= 3
                && IntStream.range(0, cells.wanted().size())
                        .allMatch(place -> Comparison.close(
                                cells.wanted().flat(place) + amount, cells.got().flat(place)));
        return all ? new Relation.Shifted(cells.part(), amount) : null;
    }

    /** Only for a case that has a bias b of shape (1, …, 1, n_C) and a result whose last axis is as long. */
    private static @Nullable Relation offByBias(CaseResult result) {
        if (!(result.difference() instanceof WrongValues values)
                || !(result.testCase().arguments().values().get("b") instanceof NdArray bias)) {
            return null;
        }
        WrongCells cells = values.cells();
        int rank = cells.shape().rank();
        int channels = rank == 0 ? 1 : cells.shape().length(rank - 1);
        if (bias.size() != channels) {
            return null;
        }
        for (boolean added : List.of(true, false)) {
            double sign = added ? 1 : -1;
            if (IntStream.range(0, cells.wanted().size())
                    .allMatch(place -> Comparison.close(
                            cells.wanted().flat(place) + sign * bias.flat(place % channels),
                            cells.got().flat(place)))) {
                return new Relation.OffByBias(cells.part(), added);
            }
        }
        return null;
    }

    private static @Nullable Relation oneLine(WrongCells cells, ImageAxes axes) {
        if (!axes.image() || last(cells, axes.row()) < 1 || last(cells, axes.column()) < 1) {
            return null;
        }
        for (Relation.Line line : Relation.Line.values()) {
            boolean all = wrongAll(cells, index -> switch (line) {
                case FIRST_ROW -> index[axes.row()] == 0;
                case LAST_ROW -> index[axes.row()] == last(cells, axes.row());
                case FIRST_COLUMN -> index[axes.column()] == 0;
                case LAST_COLUMN -> index[axes.column()] == last(cells, axes.column());
            });
            if (all) {
                return new Relation.WrongInOneLine(cells.part(), line);
            }
        }
        return null;
    }

    private static @Nullable Relation border(WrongCells cells, ImageAxes axes) {
        boolean hasInside = axes.image() && last(cells, axes.row()) >= 2 && last(cells, axes.column()) >= 2;
        return hasInside
                        && wrongAll(
                                cells, index -> atEnd(cells, index, axes.row()) || atEnd(cells, index, axes.column()))
                ? new Relation.WrongAtTheBorder(cells.part())
                : null;
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

    private static @Nullable Relation oneChannelRight(WrongCells cells, ImageAxes axes) {
        OptionalInt channel = oneRight(cells, axes.channel());
        return channel.isPresent() ? new Relation.OneChannelRight(cells.part(), channel.getAsInt()) : null;
    }

    private static @Nullable Relation oneExampleRight(WrongCells cells, ImageAxes axes) {
        OptionalInt example = oneRight(cells, axes.example());
        return example.isPresent() ? new Relation.OneExampleRight(cells.part(), example.getAsInt()) : null;
    }

    /** The one position along an axis at which no cell is wrong; empty if there are none or several. */
    private static OptionalInt oneRight(WrongCells cells, int axis) {
        if (axis < 0 || cells.shape().length(axis) < 2) {
            return OptionalInt.empty();
        }
        int[] rights = IntStream.range(0, cells.shape().length(axis))
                .filter(position ->
                        wrongPlaces(cells).noneMatch(place -> cells.shape().index(place)[axis] == position))
                .toArray();
        return rights.length == 1 ? OptionalInt.of(rights[0]) : OptionalInt.empty();
    }
}
