package org.stride.array;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a function of the exercises takes or returns: an array, a number, a text, a tuple, a dictionary, nothing at all,
 * or something that only its Python type’s name is known of.
 */
public sealed interface Value
        permits NdArray, Value.None, Value.Scalar, Value.Text, Value.Tuple, Value.Dictionary, Value.Other {
    /** The one {@code None}. */
    @SuppressWarnings("ClassInitializationDeadlock") // None is made nowhere else, so no thread can begin with it.
    Value NONE = new None();

    /** Python’s {@code None}, taken from {@link #NONE}: also what a function without {@code return} gives. */
    record None() implements Value {}

    /** One number. NumPy’s scalars and Python’s differ in name only: {@code type} keeps which it was. */
    record Scalar(double value, Type type) implements Value {
        /** The Python type of a number, with the kind that a comparison asks for. */
        public enum Type {
            PYTHON_FLOAT("float", DType.Kind.FLOATING),
            PYTHON_INT("int", DType.Kind.INTEGER),
            PYTHON_BOOL("bool", DType.Kind.BOOLEAN),
            NUMPY_FLOAT("numpy.float64", DType.Kind.FLOATING),
            NUMPY_INT("numpy.int64", DType.Kind.INTEGER),
            NUMPY_BOOL("numpy.bool", DType.Kind.BOOLEAN);

            private final String pythonName;
            private final DType.Kind kind;

            Type(String pythonName, DType.Kind kind) {
                this.pythonName = pythonName;
                this.kind = kind;
            }

            /** The name of the type, with {@code numpy.} before NumPy’s own. */
            public String pythonName() {
                return pythonName;
            }

            /** What the number is, whoever made it. */
            public DType.Kind kind() {
                return kind;
            }
        }

        /** A Python {@code int}. */
        public static Scalar of(int value) {
            return new Scalar(value, Type.PYTHON_INT);
        }

        /** A {@code numpy.float64}, as NumPy’s own functions return it. */
        public static Scalar of(double value) {
            return new Scalar(value, Type.NUMPY_FLOAT);
        }
    }

    /** A Python string. */
    record Text(String value) implements Value {}

    /** A tuple or a list, in order. */
    record Tuple(List<Value> parts, boolean list) implements Value {
        public Tuple {
            parts = List.copyOf(parts);
        }

        /** A tuple, not a list. */
        public static Tuple of(Value... parts) {
            return new Tuple(List.of(parts), false);
        }
    }

    /** A dictionary with text keys, in the order of insertion; it cannot be changed. */
    record Dictionary(SequencedMap<String, Value> entries) implements Value {
        public Dictionary {
            // A copy that keeps the order, which Map.copyOf would lose.
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        /** A dictionary of one entry; {@link #with} adds more. */
        public static Dictionary of(String key, Value value) {
            return new Dictionary(new LinkedHashMap<>(Map.of(key, value)));
        }

        /** This dictionary and one entry more, or with another value for a key that it has. */
        public Dictionary with(String key, Value value) {
            SequencedMap<String, Value> more = new LinkedHashMap<>(entries);
            more.put(key, value);
            return new Dictionary(more);
        }
    }

    /** Anything else: only the name of its type crosses, such as {@code set} or {@code numpy.matrix}. */
    record Other(String typeName) implements Value {}

    /** The name of the Python type, as {@code type(x).__name__} with {@code numpy.} before NumPy’s own. */
    default String typeName() {
        return switch (this) {
            case NdArray array -> "numpy.ndarray";
            case None none -> "NoneType";
            case Scalar scalar -> scalar.type().pythonName();
            case Text text -> "str";
            case Tuple tuple -> tuple.list() ? "list" : "tuple";
            case Dictionary dictionary -> "dict";
            case Other other -> other.typeName();
        };
    }

    /** The same value with arrays of its own, so that neither holder sees the other’s changes. */
    default Value deepCopy() {
        return switch (this) {
            case NdArray array -> array.copy();
            case Tuple tuple ->
                new Tuple(tuple.parts().stream().map(Value::deepCopy).toList(), tuple.list());
            case Dictionary dictionary -> {
                SequencedMap<String, Value> copies = new LinkedHashMap<>();
                dictionary.entries().forEach((key, value) -> copies.put(key, value.deepCopy()));
                yield new Dictionary(copies);
            }
            case None none -> none;
            case Scalar scalar -> scalar;
            case Text text -> text;
            case Other other -> other;
        };
    }
}
