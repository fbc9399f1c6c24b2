package org.stride.grading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stride.array.DType.Kind;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Parameter;

/**
 * Compares what came back with what is wanted, in this order: returned at all, type, number of parts, shape, kind of numbers,
 * NaN and infinity, values.
 *
 * @param difference the first difference; {@code null} if there is none
 */
public record Comparison(@Nullable Difference difference, List<Note> notes) {
    /** The greatest difference that counts as none, for a wanted 0. */
    public static final double ABSOLUTE_TOLERANCE = 1e-8;

    /** What is added to it, as a part of the wanted value. */
    public static final double RELATIVE_TOLERANCE = 1e-5;

    /** The name under which a message speaks of the whole result, where it has several parts. */
    public static final String RESULT = "";

    public Comparison {
        notes = List.copyOf(notes);
    }

    /** Whether nothing differs. */
    public boolean equal() {
        return difference == null;
    }

    /** NumPy's own {@code allclose} for one number: {@code |got - wanted| <= 1e-8 + 1e-5·|wanted|}. */
    public static boolean close(double wanted, double got) {
        return wanted == got
                || (Double.isFinite(wanted)
                        && Math.abs(got - wanted) <= ABSOLUTE_TOLERANCE + RELATIVE_TOLERANCE * Math.abs(wanted));
    }

    /**
     * Compares a whole result.
     *
     * @param parts what the function returns: one part, or the parts of a tuple
     */
    public static Comparison of(List<Parameter> parts, Value wanted, Value got) {
        if (got instanceof Value.None) {
            return new Comparison(new Difference.NothingReturned(), List.of());
        }
        List<Note> notes = new ArrayList<>();
        Difference difference = parts.size() == 1
                ? compare(parts.getFirst().name(), parts.getFirst().parts(), wanted, got, notes)
                : compareTuple(RESULT, parts, (Value.Tuple) wanted, got, notes);
        return new Comparison(difference, notes);
    }

    private static @Nullable Difference compareTuple(
            String name, List<Parameter> parts, Value.Tuple wanted, Value got, List<Note> notes) {
        if (!(got instanceof Value.Tuple tuple)) {
            return new Difference.WrongType(name, wanted.typeName(), got.typeName());
        }
        if (tuple.parts().size() != wanted.parts().size()) {
            return new Difference.WrongPartCount(
                    name, wanted.parts().size(), tuple.parts().size());
        }
        for (int part = 0; part < parts.size(); part++) {
            Parameter inner = parts.get(part);
            // Within a tuple that has a name, a part goes by Python's own path, such as cache[0].
            String path = name.equals(RESULT) ? inner.name() : name + "[" + part + "]";
            Difference difference = compare(
                    path, inner.parts(), wanted.parts().get(part), tuple.parts().get(part), notes);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable Difference compare(
            String name, List<Parameter> parts, Value wanted, Value got, List<Note> notes) {
        return switch (wanted) {
            case NdArray array -> compareArray(name, array, got, notes);
            case Value.Scalar scalar -> compareScalar(name, scalar, got);
            case Value.Tuple tuple -> compareTuple(name, parts, tuple, got, notes);
            case Value.Dictionary dictionary -> compareDictionary(name, dictionary, got);
            case Value.Text text -> compareText(name, text, got);
            case Value.None none -> typeDifference(name, none, got);
            case Value.Other other -> typeDifference(name, other, got);
        };
    }

    private static @Nullable Difference compareArray(String name, NdArray wanted, Value got, List<Note> notes) {
        if (!(got instanceof NdArray array)) {
            return new Difference.WrongType(name, wanted.typeName(), got.typeName());
        }
        if (!wanted.shape().equals(array.shape())) {
            return new Difference.WrongShape(name, wanted, array);
        }
        Kind wantedKind = wanted.dtype().kind();
        Kind gotKind = array.dtype().kind();
        boolean numbersForBooleans = wantedKind == Kind.BOOLEAN && gotKind != Kind.BOOLEAN;
        if (!numbersForBooleans && !acceptable(wantedKind, gotKind)) {
            return new Difference.WrongKind(name, wantedKind, gotKind);
        }
        Difference difference = compareNumbers(name, wanted, array);
        if (difference == null && numbersForBooleans) {
            notes.add(new Note.NumbersForBooleans(name));
        }
        return difference;
    }

    /** Whole numbers may come back as fractions, since {@code np.zeros} makes those; never the other way round. */
    private static boolean acceptable(Kind wanted, Kind got) {
        return wanted == got || (wanted == Kind.INTEGER && got == Kind.FLOATING);
    }

    private static @Nullable Difference compareNumbers(String name, NdArray wanted, NdArray got) {
        List<Boolean> wrong = new ArrayList<>(wanted.size());
        int notFinite = -1;
        for (int place = 0; place < wanted.size(); place++) {
            double want = wanted.flat(place);
            double have = got.flat(place);
            boolean finite = Double.isFinite(want) == Double.isFinite(have) && Double.isNaN(want) == Double.isNaN(have);
            if (!finite && notFinite < 0) {
                notFinite = place;
            }
            wrong.add(!finite || !(close(want, have) || (Double.isNaN(want) && Double.isNaN(have))));
        }
        if (notFinite >= 0) {
            List<Integer> index =
                    Arrays.stream(wanted.shape().index(notFinite)).boxed().toList();
            return new Difference.NotFinite(name, index, wanted.flat(notFinite), got.flat(notFinite));
        }
        return wrong.contains(true)
                ? new Difference.WrongValues(new Difference.WrongCells(name, wanted, got, wrong))
                : null;
    }

    /** A zero-dimensional array counts as the number that it holds; an array of shape (1, 1, 1) does not. */
    private static @Nullable Difference compareScalar(String name, Value.Scalar wanted, Value got) {
        Kind gotKind;
        double value;
        switch (got) {
            case Value.Scalar scalar -> {
                gotKind = scalar.type().kind();
                value = scalar.value();
            }
            case NdArray array
            when array.rank() == 0 -> {
                gotKind = array.dtype().kind();
                value = array.flat(0);
            }
            case NdArray array -> {
                return new Difference.WrongShape(name, NdArray.of(Shape.SCALAR, wanted.value()), array);
            }
            case Value other -> {
                return new Difference.WrongType(name, wanted.typeName(), other.typeName());
            }
        }
        if (!acceptable(wanted.type().kind(), gotKind)) {
            return new Difference.WrongKind(name, wanted.type().kind(), gotKind);
        }
        return compareNumbers(name, NdArray.of(Shape.SCALAR, wanted.value()), NdArray.of(Shape.SCALAR, value));
    }

    private static @Nullable Difference compareDictionary(String name, Value.Dictionary wanted, Value got) {
        if (!(got instanceof Value.Dictionary dictionary)) {
            return new Difference.WrongType(name, wanted.typeName(), got.typeName());
        }
        for (Map.Entry<String, Value> entry : wanted.entries().entrySet()) {
            if (!sameEntry(entry.getValue(), dictionary.entries().get(entry.getKey()))) {
                return new Difference.WrongEntry(name, entry.getKey());
            }
        }
        return null;
    }

    /** Numbers count by their value: whether a stride is Python's or NumPy's makes no difference to anybody. */
    private static boolean sameEntry(Value wanted, @Nullable Value got) {
        if (wanted instanceof Value.Scalar number && got instanceof Value.Scalar other) {
            return number.value() == other.value();
        }
        return wanted.equals(got);
    }

    private static @Nullable Difference compareText(String name, Value.Text wanted, Value got) {
        if (!(got instanceof Value.Text text)) {
            return new Difference.WrongType(name, wanted.typeName(), got.typeName());
        }
        return wanted.equals(text) ? null : new Difference.WrongText(name, wanted.value(), text.value());
    }

    private static @Nullable Difference typeDifference(String name, Value wanted, Value got) {
        return wanted.equals(got) ? null : new Difference.WrongType(name, wanted.typeName(), got.typeName());
    }
}
