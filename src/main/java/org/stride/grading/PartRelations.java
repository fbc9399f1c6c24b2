package org.stride.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.python.Outcome;

/** Relations of what came back as a whole: which parts, in which order, of which kind. */
final class PartRelations {
    private PartRelations() {}

    static List<Relation> nothing(Exercise exercise, CaseResult result) {
        return result.difference() instanceof Difference.NothingReturned
                ? List.of(new Relation.NothingCameBack())
                : List.of();
    }

    static List<Relation> swapped(Exercise exercise, CaseResult result) {
        List<Parameter> parts = exercise.returns();
        Value.Tuple got = tuple(returned(result));
        if (!(result.wanted() instanceof Value.Tuple wanted)
                || got == null
                || got.parts().size() != wanted.parts().size()) {
            return List.of();
        }
        List<String> order = names(parts, wanted, got.parts());
        return order.stream().distinct().count() == parts.size() && !order.equals(names(parts))
                ? List.of(new Relation.PartsSwapped(order))
                : List.of();
    }

    /** Fewer parts than wanted, each of them right, in the result or in one of its parts. */
    static List<Relation> onlyParts(Exercise exercise, CaseResult result) {
        Value got = returned(result);
        if (got == null || !(result.wanted() instanceof Value.Tuple wanted)) {
            return List.of();
        }
        List<Relation> found = new ArrayList<>();
        fewer(Comparison.RESULT, exercise.returns(), wanted, got, found);
        Value.Tuple outer = tuple(got);
        for (int place = 0; outer != null && place < exercise.returns().size(); place++) {
            Parameter part = exercise.returns().get(place);
            if (place < outer.parts().size() && wanted.parts().get(place) instanceof Value.Tuple inner) {
                fewer(part.name(), part.parts(), inner, outer.parts().get(place), found);
            }
        }
        return found;
    }

    private static void fewer(String name, List<Parameter> parts, Value.Tuple wanted, Value got, List<Relation> found) {
        List<Value> came = got instanceof Value.Tuple tuple ? tuple.parts() : List.of(got);
        if (came.size() >= parts.size()) {
            return;
        }
        List<String> there = names(parts, wanted, came);
        if (there.size() == came.size() && !there.isEmpty()) {
            List<String> missing =
                    names(parts).stream().filter(part -> !there.contains(part)).toList();
            found.add(new Relation.OnlyParts(name, there, missing));
        }
    }

    /** One part of a tuple is another part of it, or of the whole result. */
    static List<Relation> otherPart(Exercise exercise, CaseResult result) {
        Value.Tuple got = tuple(returned(result));
        if (got == null
                || !(result.wanted() instanceof Value.Tuple wanted)
                || got.parts().size() != wanted.parts().size()) {
            return List.of();
        }
        List<Relation> found = new ArrayList<>();
        mistaken("", exercise.returns(), wanted, got, found);
        for (int place = 0; place < wanted.parts().size(); place++) {
            Parameter part = exercise.returns().get(place);
            if (wanted.parts().get(place) instanceof Value.Tuple inner
                    && got.parts().get(place) instanceof Value.Tuple other
                    && inner.parts().size() == other.parts().size()) {
                mistaken(part.name(), part.parts(), inner, other, found);
            }
        }
        return found.size() == 1 || found.size() == 2 ? found : List.of();
    }

    private static void mistaken(
            String name, List<Parameter> parts, Value.Tuple wanted, Value.Tuple got, List<Relation> found) {
        for (int place = 0; place < parts.size(); place++) {
            Value value = got.parts().get(place);
            if (!is(parts.get(place), wanted.parts().get(place), value)) {
                String path = name.isEmpty() ? parts.get(place).name() : name + "[" + place + "]";
                names(parts, wanted, List.of(value)).stream()
                        .map(other -> new Relation.OtherPart(path, other))
                        .forEach(found::add);
            }
        }
    }

    /** All parts of the result but one are right. */
    static List<Relation> onePartWrong(Exercise exercise, CaseResult result) {
        Value.Tuple got = tuple(returned(result));
        if (got == null
                || !(result.wanted() instanceof Value.Tuple wanted)
                || got.parts().size() != wanted.parts().size()) {
            return List.of();
        }
        List<String> right = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int place = 0; place < wanted.parts().size(); place++) {
            Parameter part = exercise.returns().get(place);
            boolean is = is(part, wanted.parts().get(place), got.parts().get(place));
            (is ? right : wrong).add(part.name());
        }
        return wrong.size() == 1 ? List.of(new Relation.OnePartWrong(wrong.getFirst(), right)) : List.of();
    }

    /** Whole numbers where fractions belong, which are those fractions cut off. */
    static List<Relation> cutOff(Exercise exercise, CaseResult result) {
        return switch (result.difference()) {
            case Difference.WrongKind kind
            when kind.got() == DType.Kind.INTEGER -> {
                NdArray wanted = array(part(exercise, result.wanted(), kind.part()));
                NdArray got = array(part(exercise, returned(result), kind.part()));
                yield wanted != null && got != null && truncated(wanted, got)
                        ? List.of(new Relation.CutOff(kind.part()))
                        : List.of();
            }
            case Difference.WrongValues(Difference.WrongCells cells) ->
                truncated(cells.wanted(), cells.got()) ? List.of(new Relation.CutOff(cells.part())) : List.of();
            case null, default -> List.of();
        };
    }

    private static boolean truncated(NdArray wanted, NdArray got) {
        return wanted.shape().equals(got.shape())
                && IntStream.range(0, wanted.size()).allMatch(place -> {
                    double value = wanted.flat(place);
                    return got.flat(place) == (value < 0 ? Math.ceil(value) : Math.floor(value))
                            // A right number that came out a little below the whole one
                            || Comparison.close(value, got.flat(place));
                });
    }

    private static @Nullable Value part(Exercise exercise, @Nullable Value value, String name) {
        List<String> names = names(exercise.returns());
        if (names.size() == 1) {
            return value;
        }
        int place = names.indexOf(name);
        return value instanceof Value.Tuple tuple
                        && place >= 0
                        && place < tuple.parts().size()
                ? tuple.parts().get(place)
                : null;
    }

    private static @Nullable NdArray array(@Nullable Value value) {
        return switch (value) {
            case NdArray array -> array;
            case Value.Scalar scalar -> NdArray.of(Shape.SCALAR, scalar.value());
            case null, default -> null;
        };
    }

    static @Nullable Value returned(CaseResult result) {
        return result.outcome() instanceof Outcome.Returned returned ? returned.value() : null;
    }

    private static Value.@Nullable Tuple tuple(@Nullable Value value) {
        return value instanceof Value.Tuple tuple ? tuple : null;
    }

    /** The names of the wanted parts that some values are, in their order; what is none of them has no name. */
    private static List<String> names(List<Parameter> parts, Value.Tuple wanted, List<Value> values) {
        List<String> names = new ArrayList<>();
        for (Value value : values) {
            IntStream.range(0, parts.size())
                    .filter(place -> is(parts.get(place), wanted.parts().get(place), value))
                    .mapToObj(place -> parts.get(place).name())
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names;
    }

    private static List<String> names(List<Parameter> parts) {
        return parts.stream().map(Parameter::name).toList();
    }

    private static boolean is(Parameter part, Value wanted, Value got) {
        return Comparison.of(List.of(part), wanted, got).equal();
    }
}
