package org.stride.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.grading.Difference.WrongCells;
import org.stride.grading.Difference.WrongShape;
import org.stride.grading.Difference.WrongValues;

/** Relations that show in the shape where lengths differ, and in the values where they do not. */
final class ArrayRelations {
    private ArrayRelations() {}

    static List<Relation> transposed(Exercise exercise, CaseResult result) {
        return switch (result.difference()) {
            case WrongShape shape -> transposed(shape.part(), shape.wanted(), shape.got());
            case WrongValues(WrongCells cells) -> transposed(cells.part(), cells.wanted(), cells.got());
            case null, default -> List.of();
        };
    }

    /** Every pair of axes whose swap makes the arrays agree. */
    private static List<Relation> transposed(String part, NdArray wanted, NdArray got) {
        int rank = wanted.rank();
        List<Relation> found = new ArrayList<>();
        for (int first = 0; got.rank() == rank && first < rank; first++) {
            for (int second = first + 1; second < rank; second++) {
                int[] axes = IntStream.range(0, rank).toArray();
                axes[first] = second;
                axes[second] = first;
                NdArray swapped = got.transpose(axes);
                if (swapped.shape().equals(wanted.shape()) && agree(wanted, swapped)) {
                    found.add(new Relation.Transposed(part, List.of(first, second)));
                }
            }
        }
        return found;
    }

    /** An argument, or a part of one, came back as it is. */
    static List<Relation> isArgument(Exercise exercise, CaseResult result) {
        return switch (result.difference()) {
            case WrongShape shape -> isArgument(exercise, result, shape.part(), shape.got());
            case WrongValues(WrongCells cells) -> isArgument(exercise, result, cells.part(), cells.got());
            case null, default -> List.of();
        };
    }

    private static List<Relation> isArgument(Exercise exercise, CaseResult result, String part, NdArray got) {
        List<Relation> found = new ArrayList<>();
        for (Parameter parameter : exercise.parameters()) {
            Value value = result.testCase().arguments().values().get(parameter.name());
            if (value instanceof Value.Tuple tuple
                    && tuple.parts().size() == parameter.parts().size()) {
                for (int place = 0; place < tuple.parts().size(); place++) {
                    is(
                            part,
                            got,
                            parameter.parts().get(place).name(),
                            tuple.parts().get(place),
                            found);
                }
            } else if (value != null) {
                is(part, got, parameter.name(), value, found);
            }
        }
        return found;
    }

    private static void is(String part, NdArray got, String name, Value value, List<Relation> found) {
        if (value instanceof NdArray array && array.shape().equals(got.shape()) && agree(array, got)) {
            found.add(new Relation.IsArgument(part, name));
        }
    }

    static boolean agree(NdArray wanted, NdArray got) {
        return IntStream.range(0, wanted.size())
                .allMatch(place -> Comparison.close(wanted.flat(place), got.flat(place)));
    }
}
