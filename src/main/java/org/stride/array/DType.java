package org.stride.array;

/** The element types that the exercises use, under NumPy’s names. */
public enum DType {
    BOOL("bool", Kind.BOOLEAN),
    INT64("int64", Kind.INTEGER),
    FLOAT32("float32", Kind.FLOATING),
    FLOAT64("float64", Kind.FLOATING);

    /** What a number is, whatever its width. A comparison asks for the kind, never for the width. */
    public enum Kind {
        BOOLEAN,
        INTEGER,
        FLOATING
    }

    private final String numpyName;
    private final Kind kind;

    DType(String numpyName, Kind kind) {
        this.numpyName = numpyName;
        this.kind = kind;
    }

    /** NumPy’s own name, such as {@code float64}. */
    public String numpyName() {
        return numpyName;
    }

    /** What its numbers are, whatever their width. */
    public Kind kind() {
        return kind;
    }

    /** The value as this type stores it: rounded to single precision, cut to an integer, or 0 and 1. */
    double store(double value) {
        return switch (this) {
            case BOOL -> value != 0 ? 1 : 0;
            case INT64 -> (long) value;
            case FLOAT32 -> (float) value;
            case FLOAT64 -> value;
        };
    }
}
