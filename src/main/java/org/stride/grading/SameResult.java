package org.stride.grading;

import java.util.Map;
import java.util.stream.IntStream;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Value;

/** Whether two results are the same but for rounding and for the width of their numbers. */
final class SameResult {
    private SameResult() {}

    static boolean of(Value one, Value other) {
        if (one instanceof NdArray array && array.rank() == 0) {
            return of(scalar(array), other);
        }
        if (other instanceof NdArray array && array.rank() == 0) {
            return of(one, scalar(array));
        }
        return switch (one) {
            case NdArray array -> other instanceof NdArray second && sameArrays(array, second);
            case Value.Scalar scalar ->
                other instanceof Value.Scalar second
                        && sameKind(scalar.type().kind(), second.type().kind())
                        && sameNumber(scalar.value(), second.value());
            case Value.Tuple tuple ->
                other instanceof Value.Tuple second
                        && tuple.parts().size() == second.parts().size()
                        && IntStream.range(0, tuple.parts().size())
                                .allMatch(part -> of(
                                        tuple.parts().get(part), second.parts().get(part)));
            case Value.Dictionary dictionary ->
                other instanceof Value.Dictionary second
                        && dictionary.entries().entrySet().stream().allMatch(entry -> sameEntry(entry, second));
            case Value.None none -> none.equals(other);
            case Value.Text text -> text.equals(other);
            case Value.Other unknown -> unknown.equals(other);
        };
    }

    /** An array without axes is the number that it holds. */
    private static Value.Scalar scalar(NdArray array) {
        Value.Scalar.Type type = switch (array.dtype().kind()) {
            case BOOLEAN -> Value.Scalar.Type.NUMPY_BOOL;
            case INTEGER -> Value.Scalar.Type.NUMPY_INT;
            case FLOATING -> Value.Scalar.Type.NUMPY_FLOAT;
        };
        return new Value.Scalar(array.flat(0), type);
    }

    private static boolean sameEntry(Map.Entry<String, Value> entry, Value.Dictionary other) {
        Value value = other.entries().get(entry.getKey());
        return value != null && of(entry.getValue(), value);
    }

    private static boolean sameArrays(NdArray one, NdArray other) {
        return one.shape().equals(other.shape())
                && sameKind(one.dtype().kind(), other.dtype().kind())
                && IntStream.range(0, one.size()).allMatch(place -> sameNumber(one.flat(place), other.flat(place)));
    }

    /** Whole numbers and fractions count as one kind: which of them comes back depends on how the result was set up. */
    private static boolean sameKind(DType.Kind one, DType.Kind other) {
        return (one == DType.Kind.BOOLEAN) == (other == DType.Kind.BOOLEAN);
    }

    private static boolean sameNumber(double one, double other) {
        return Comparison.close(one, other) || (Double.isNaN(one) && Double.isNaN(other));
    }
}
