package org.stride.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.exercise.Exercise;
import org.stride.grading.Difference.WrongCells;
import org.stride.grading.Difference.WrongValues;

/** Relations of every number to the wanted one. */
final class CellRelations {
    private CellRelations() {}

    static List<Relation> rounded(WrongCells cells, ImageAxes unused) {
        NdArray wanted = cells.wanted();
        double largest = IntStream.range(0, wanted.size())
                .mapToDouble(place -> Math.abs(wanted.flat(place)))
                .max()
                .orElse(0);
        boolean all = everywhere(
                cells,
                place -> Math.abs(cells.got().flat(place) - wanted.flat(place))
                        <= Comparison.RELATIVE_TOLERANCE * largest);
        return all && wanted.size() > 1 ? List.of(new Relation.Rounded(cells.part())) : List.of();
    }

    static List<Relation> allZero(WrongCells cells, ImageAxes unused) {
        return everywhere(cells, place -> cells.got().flat(place) == 0)
                ? List.of(new Relation.AllZero(cells.part(), truthValues(cells)))
                : List.of();
    }

    static List<Relation> uniform(WrongCells cells, ImageAxes unused) {
        double number = cells.got().flat(0);
        boolean all = cells.got().size() >= 3
                && everywhere(cells, place -> cells.got().flat(place) == number)
                && !everywhere(
                        cells,
                        place -> cells.wanted().flat(place) == cells.wanted().flat(0));
        return all ? List.of(new Relation.Uniform(cells.part(), number, truthValues(cells))) : List.of();
    }

    private static boolean truthValues(WrongCells cells) {
        return cells.got().dtype() == DType.BOOL;
    }

    static List<Relation> scaled(WrongCells cells, ImageAxes unused) {
        NdArray wanted = cells.wanted();
        int largest = IntStream.range(0, wanted.size())
                .reduce(0, (a, b) -> Math.abs(wanted.flat(b)) > Math.abs(wanted.flat(a)) ? b : a);
        double factor = rounded(cells.got().flat(largest) / wanted.flat(largest));
        boolean all = Double.isFinite(factor)
                && everywhere(
                        cells,
                        place -> Comparison.close(
                                factor * wanted.flat(place), cells.got().flat(place)));
        return all ? List.of(new Relation.Scaled(cells.part(), factor)) : List.of();
    }

    /** A quotient of two sums carries their rounding in its last digits; no learner wrote those. */
    private static double rounded(double quotient) {
        return Double.isFinite(quotient)
                ? new BigDecimal(quotient).round(new MathContext(10)).doubleValue()
                : quotient;
    }

    static List<Relation> shifted(WrongCells cells, ImageAxes unused) {
        double amount = rounded(cells.got().flat(0) - cells.wanted().flat(0));
        return everywhere(
                        cells,
                        place -> Comparison.close(
                                cells.wanted().flat(place) + amount, cells.got().flat(place)))
                ? List.of(new Relation.Shifted(cells.part(), amount))
                : List.of();
    }

    /** Only for a case that has a bias b of shape (1, …, 1, n_C) and a result whose last axis is as long. */
    static List<Relation> offByBias(Exercise exercise, CaseResult result) {
        if (!(result.difference() instanceof WrongValues(WrongCells cells))
                || !(result.testCase().arguments().values().get("b") instanceof NdArray bias)) {
            return List.of();
        }
        int rank = cells.shape().rank();
        int channels = rank == 0 ? 1 : cells.shape().length(rank - 1);
        if (bias.size() != channels) {
            return List.of();
        }
        for (boolean added : List.of(true, false)) {
            double sign = added ? 1 : -1;
            if (everywhere(
                    cells,
                    place -> Comparison.close(
                            cells.wanted().flat(place) + sign * bias.flat(place % channels),
                            cells.got().flat(place)))) {
                return List.of(new Relation.OffByBias(cells.part(), added));
            }
        }
        return List.of();
    }

    private static boolean everywhere(WrongCells cells, IntPredicate holds) {
        return IntStream.range(0, cells.wanted().size()).allMatch(holds);
    }
}
