package org.stride.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.grading.Difference.WrongCells;
import org.stride.grading.Difference.WrongShape;
import org.stride.grading.Difference.WrongValues;

/** Looks for a {@link Relation} that holds in every failing case; the most telling one first. */
final class Relations {
    /** Looks at one failing case, and names every relation that holds there. */
    private interface Detector extends BiFunction<Exercise, CaseResult, List<Relation>> {}

    /** Relations that say what went wrong. */
    private static final List<Detector> TELLING = List.of(
            PartRelations::nothing,
            PartRelations::swapped,
            PartRelations::onlyParts,
            PartRelations::otherPart,
            PartRelations::cutOff,
            ArrayRelations::transposed,
            (exercise, result) -> onShape(exercise, result, ShapeRelations::otherLength),
            (exercise, result) -> onShape(exercise, result, ShapeRelations::broadcast),
            (exercise, result) -> onCells(exercise, result, CellRelations::rounded),
            (exercise, result) -> onCells(exercise, result, CellRelations::allZero),
            (exercise, result) -> onCells(exercise, result, CellRelations::scaled),
            CellRelations::offByBias,
            (exercise, result) -> onCells(exercise, result, CellRelations::shifted),
            ArrayRelations::isArgument,
            (exercise, result) -> onCells(exercise, result, CellRelations::uniform),
            (exercise, result) -> onCells(exercise, result, LineRelations::restZero),
            (exercise, result) -> onCells(exercise, result, LineRelations::repeated),
            (exercise, result) -> onCells(exercise, result, LineRelations::moved),
            (exercise, result) -> onCells(exercise, result, LineRelations::reversed));

    /** Relations that only say where. */
    private static final List<Detector> LOCATING = List.of(
            (exercise, result) -> onCells(exercise, result, LineRelations::oneLine),
            (exercise, result) -> onCells(exercise, result, LineRelations::border),
            (exercise, result) -> onCells(exercise, result, LineRelations::oneChannelRight),
            (exercise, result) -> onCells(exercise, result, LineRelations::oneExampleRight),
            (exercise, result) -> onShape(exercise, result, ShapeRelations::otherRank),
            (exercise, result) -> onShape(exercise, result, ShapeRelations::lengthsOff));

    private Relations() {}

    /**
     * The most telling relation that says what went wrong.
     *
     * @param failures the failing cases, none of them empty
     */
    static Optional<Relation> telling(Exercise exercise, List<CaseResult> failures) {
        return all(TELLING, exercise, failures).findFirst();
    }

    /** The first relation that says where. */
    static Optional<Relation> locating(Exercise exercise, List<CaseResult> failures) {
        return all(LOCATING, exercise, failures).findFirst();
    }

    /** That all parts but one are right, if they are. */
    static Optional<Relation> onePartWrong(Exercise exercise, List<CaseResult> failures) {
        return all(List.of(PartRelations::onePartWrong), exercise, failures).findFirst();
    }

    /** Whether a relation, but for a factor that differs from case to case, holds in a failing case too. */
    static boolean holds(Relation relation, Exercise exercise, CaseResult failure) {
        return Stream.concat(TELLING.stream(), LOCATING.stream())
                .flatMap(detector -> detector.apply(exercise, failure).stream())
                .anyMatch(other -> alike(relation, other)
                        || (relation instanceof Relation.ScaledByCase byCase
                                && other instanceof Relation.Scaled scaled
                                && byCase.part().equals(scaled.part())));
    }

    private static Stream<Relation> all(List<Detector> detectors, Exercise exercise, List<CaseResult> failures) {
        return detectors.stream().flatMap(detector -> {
            List<List<Relation>> found = new ArrayList<>();
            for (CaseResult failure : failures) {
                List<Relation> here = detector.apply(exercise, failure);
                if (here.isEmpty()) {
                    return Stream.empty();
                }
                found.add(here);
            }
            return found.getFirst().stream()
                    .map(relation -> common(relation, found, failures))
                    .flatMap(Optional::stream);
        });
    }

    /** One relation for all cases: the same in each, or the same but for its size. */
    private static Optional<Relation> common(Relation first, List<List<Relation>> found, List<CaseResult> failures) {
        if (first instanceof Relation.Scaled scaled) {
            return scaled(scaled, found, failures);
        }
        boolean everywhere = found.stream().allMatch(here -> here.stream().anyMatch(other -> alike(first, other)));
        return everywhere && enough(first, failures) ? Optional.of(first) : Optional.empty();
    }

    /** Whether the cases show the relation at all: an axis of one position, say, fits everything. */
    private static boolean enough(Relation relation, List<CaseResult> failures) {
        return switch (relation) {
            case Relation.Shifted r -> cells(failures) >= 3;
            case Relation.RestZero r -> longest(failures, r.axis()) >= 2;
            case Relation.Repeated r -> longest(failures, r.axis()) >= 2;
            case Relation.Moved r -> longest(failures, r.axis()) >= 3;
            case Relation.WrongInOneLine r -> longest(failures, 1) >= 2 && longest(failures, 2) >= 2;
            case Relation.WrongAtTheBorder r ->
                failures.stream()
                        .anyMatch(failure -> failure.difference() instanceof WrongValues(WrongCells cells)
                                && cells.shape().length(1) >= 3
                                && cells.shape().length(2) >= 3);
            case Relation.OtherLength r ->
                failures.stream()
                        .anyMatch(failure -> failure.difference() instanceof WrongShape shape
                                && shape.got().size() > 0);
            default -> true;
        };
    }

    private static int longest(List<CaseResult> failures, int axis) {
        return failures.stream()
                .mapToInt(failure -> failure.difference() instanceof WrongValues(WrongCells cells)
                        ? cells.shape().length(axis)
                        : 0)
                .max()
                .orElse(0);
    }

    private static boolean alike(Relation one, Relation other) {
        if (one instanceof Relation.Shifted first && other instanceof Relation.Shifted second) {
            return first.part().equals(second.part()) && Comparison.close(first.amount(), second.amount());
        }
        if (one instanceof Relation.Uniform first && other instanceof Relation.Uniform second) {
            return first.part().equals(second.part()) && Comparison.close(first.number(), second.number());
        }
        if (one instanceof Relation.Scaled first && other instanceof Relation.Scaled second) {
            return first.part().equals(second.part()) && Comparison.close(first.factor(), second.factor());
        }
        return one.equals(other);
    }

    /** A factor is told only by three numbers or more: any two numbers stand in some ratio. */
    private static Optional<Relation> scaled(
            Relation.Scaled first, List<List<Relation>> found, List<CaseResult> failures) {
        List<Relation.Scaled> all = found.stream()
                .flatMap(List::stream)
                .map(Relation.Scaled.class::cast)
                .filter(other -> other.part().equals(first.part()))
                .toList();
        if (all.size() < found.size()) {
            return Optional.empty();
        }
        if (all.stream().allMatch(other -> Comparison.close(first.factor(), other.factor()))) {
            return cells(failures) >= 3 ? Optional.of(first) : Optional.empty();
        }
        return failures.stream().allMatch(failure -> cells(List.of(failure)) >= 3)
                ? Optional.of(new Relation.ScaledByCase(first.part(), first.factor()))
                : Optional.empty();
    }

    private static int cells(List<CaseResult> failures) {
        return failures.stream()
                .mapToInt(failure -> failure.difference() instanceof WrongValues(WrongCells cells)
                        ? cells.wanted().size()
                        : 0)
                .sum();
    }

    private interface OnShape {
        @Nullable
        Relation of(WrongShape shape, ImageAxes axes);
    }

    private interface OnCells {
        List<Relation> of(WrongCells cells, ImageAxes axes);
    }

    private static List<Relation> onShape(Exercise exercise, CaseResult result, OnShape detector) {
        Relation relation = result.difference() instanceof WrongShape shape
                ? detector.of(shape, ImageAxes.of(exercise.returns(), shape.part()))
                : null;
        return relation == null ? List.of() : List.of(relation);
    }

    private static List<Relation> onCells(Exercise exercise, CaseResult result, OnCells detector) {
        return result.difference() instanceof WrongValues(WrongCells cells)
                ? detector.of(cells, ImageAxes.of(exercise.returns(), cells.part()))
                : List.of();
    }
}
