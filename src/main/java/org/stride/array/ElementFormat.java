package org.stride.array;

import java.math.BigDecimal;
import java.util.Arrays;

/** How the elements of one array are written, all equally wide. */
@FunctionalInterface
interface ElementFormat {
    String text(double value);

    /** The format that suits {@code values}, the elements to be shown of an array of the given rank. */
    static ElementFormat of(DType dtype, int rank, double... values) {
        return switch (dtype.kind()) {
            case BOOLEAN -> value -> value != 0 ? (rank == 0 ? "True" : " True") : "False";
            case INTEGER -> {
                int width = Arrays.stream(values)
                        .mapToInt(value -> integer(value).length())
                        .max()
                        .orElse(0);
                yield value -> padded(integer(value), width);
            }
            case FLOATING -> FloatingFormat.of(dtype, values);
        };
    }

    /** One number by itself, with as many digits as it takes to read the same number back. */
    static String scalar(DType dtype, double value) {
        return switch (dtype.kind()) {
            case BOOLEAN -> value != 0 ? "True" : "False";
            case INTEGER -> integer(value);
            case FLOATING -> floating(dtype, value);
        };
    }

    private static String floating(DType dtype, double value) {
        if (!Double.isFinite(value)) {
            return nonFinite(value);
        }
        BigDecimal decimal = Decimals.shortest(dtype, value);
        double magnitude = Math.abs(value);
        double tooLarge = dtype == DType.FLOAT32 ? 1e6 : 1e16;
        String text = magnitude == 0 || (magnitude >= 1e-4 && magnitude < tooLarge)
                ? Decimals.positional(decimal, 1)
                : Decimals.scientific(decimal, 0, 2).replace(".e", "e");
        return Decimals.sign(value) + text;
    }

    private static String integer(double value) {
        return Long.toString((long) value);
    }

    static String nonFinite(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
