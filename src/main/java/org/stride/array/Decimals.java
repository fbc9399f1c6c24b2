package org.stride.array;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The decimal digits of floating-point numbers, chosen as NumPy and Python choose them; signs are written apart. */
final class Decimals {
    private Decimals() {}

    /** The magnitude of a finite number with the fewest digits that read back as it; of several such, the nearest. */
    static BigDecimal shortest(DType dtype, double value) {
        double magnitude = Math.abs(value);
        // Java always gives two digits, as in 4.9E-324, where one might do.
        BigDecimal oneDigit = new BigDecimal(magnitude).round(new MathContext(1, RoundingMode.HALF_EVEN));
        if (read(dtype, oneDigit) == magnitude) {
            return stripped(oneDigit);
        }
        return stripped(new BigDecimal(
                dtype == DType.FLOAT32 ? Float.toString((float) magnitude) : Double.toString(magnitude)));
    }

    /** The shortest digits, but at most so many after the point; what is cut is rounded from the exact value. */
    static BigDecimal shortestToPlaces(DType dtype, double value, int places) {
        BigDecimal shortest = shortest(dtype, value);
        return shortest.scale() <= places
                ? shortest
                : stripped(new BigDecimal(Math.abs(value)).setScale(places, RoundingMode.HALF_EVEN));
    }

    /** The shortest digits, but at most so many of them; what is cut is rounded from the exact value. */
    static BigDecimal shortestToDigits(DType dtype, double value, int digits) {
        BigDecimal shortest = shortest(dtype, value);
        return shortest.precision() <= digits
                ? shortest
                : stripped(new BigDecimal(Math.abs(value)).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /** So many digits, even beyond the shortest, where they are those of the exact value; fewer if it has no more. */
    static BigDecimal toDigits(DType dtype, double value, int digits) {
        BigDecimal shortest = shortest(dtype, value);
        return shortest.precision() == digits
                ? shortest
                : new BigDecimal(Math.abs(value)).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** Such as {@code 0.25} or {@code 3.}, with zeros up to the least number of places. */
    static String positional(BigDecimal magnitude, int leastPlaces) {
        String text =
                magnitude.setScale(Math.max(leastPlaces, places(magnitude))).toPlainString();
        return text.contains(".") ? text : text + ".";
    }

    /**
     * Such as {@code 2.5e-05} or {@code 3.e+20}, with zeros up to the least number of places and of exponent digits.
     */
    static String scientific(BigDecimal magnitude, int leastPlaces, int leastExponentDigits) {
        String digits = magnitude.unscaledValue().toString();
        String fraction = digits.substring(1) + "0".repeat(Math.max(0, leastPlaces + 1 - digits.length()));
        int exponent = exponent(magnitude);
        String power = Integer.toString(Math.abs(exponent));
        String zeros = "0".repeat(Math.max(0, leastExponentDigits - power.length()));
        return digits.charAt(0) + "." + fraction + (exponent < 0 ? "e-" : "e+") + zeros + power;
    }

    /** A minus for negative numbers, and for negative zero. */
    static String sign(double value) {
        return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    }

    /** The number of digits after the point. */
    static int places(BigDecimal magnitude) {
        return Math.max(0, magnitude.scale());
    }

    /** The power of ten of the first digit. */
    static int exponent(BigDecimal magnitude) {
        return magnitude.precision() - magnitude.scale() - 1;
    }

    /** How many digits the exponent is written with: two, or three if it takes them. */
    static int exponentDigits(BigDecimal magnitude) {
        return Math.abs(exponent(magnitude)) < 100 ? 2 : 3;
    }

    private static double read(DType dtype, BigDecimal decimal) {
        return dtype == DType.FLOAT32 ? decimal.floatValue() : decimal.doubleValue();
    }

    private static BigDecimal stripped(BigDecimal decimal) {
        return decimal.stripTrailingZeros();
    }
}
