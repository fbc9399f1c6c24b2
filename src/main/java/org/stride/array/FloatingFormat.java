package org.stride.array;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Floating-point numbers in columns: their points below one another, or all with an exponent.
 *
 * @param withExponents whether numbers are written as {@code 1.5e-05}
 * @param before the characters before the point, sign included
 * @param places the digits after the point
 * @param exponentDigits the digits of the longest exponent; 0 without exponents
 */
record FloatingFormat(DType dtype, boolean withExponents, int before, int places, int exponentDigits)
        implements ElementFormat {
    private static final int PRECISION = 8;

    static FloatingFormat of(DType dtype, double... values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        boolean withExponents = needsExponents(dtype, finite);
        List<BigDecimal> decimals = Arrays.stream(finite)
                .mapToObj(value -> decimal(dtype, withExponents, value))
                .toList();
        int exponentDigits = withExponents ? most(decimals, Decimals::exponentDigits) : 0;
        int places = most(decimals, withExponents ? decimal -> decimal.precision() - 1 : Decimals::places);
        int before = 0;
        for (int i = 0; i < finite.length; i++) {
            int digits = withExponents ? 1 : Math.max(1, Decimals.exponent(decimals.get(i)) + 1);
            before = Math.max(before, Decimals.sign(finite[i]).length() + digits);
        }
        var format = new FloatingFormat(dtype, withExponents, before, places, exponentDigits);
        return finite.length == values.length ? format : format.widenedForNonFinite(values);
    }

    /** NumPy’s rule: if the greatest is large, the least is tiny, or the two are more than a factor of 1000 apart. */
    private static boolean needsExponents(DType dtype, double... finite) {
        double[] magnitudes =
                Arrays.stream(finite).filter(value -> value != 0).map(Math::abs).toArray();
        double greatest = Arrays.stream(magnitudes).max().orElse(1);
        double least = Arrays.stream(magnitudes).min().orElse(1);
        // Single precision is sure of six digits only, and compares with the nearest number that it has to 0.0001.
        double tooLarge = dtype == DType.FLOAT32 ? 1e6 : 1e8;
        return greatest >= tooLarge || least < dtype.store(0.0001) || dtype.store(greatest / least) > 1000;
    }

    /** NumPy makes room for {@code nan} and {@code inf} as soon as there is one of the two. */
    private FloatingFormat widenedForNonFinite(double... values) {
        boolean negative = Arrays.stream(values).anyMatch(value -> value == Double.NEGATIVE_INFINITY);
        int least = (negative ? "-inf" : "inf").length() - after() - 1;
        return new FloatingFormat(dtype, withExponents, Math.max(before, least), places, exponentDigits);
    }

    @Override
    public String text(double value) {
        int width = before + 1 + after();
        if (!Double.isFinite(value)) {
            return ElementFormat.padded(ElementFormat.nonFinite(value), width);
        }
        return ElementFormat.padded(
                Decimals.sign(value) + (withExponents ? scientific(value) : positional(value)), width);
    }

    private String scientific(double value) {
        return Decimals.scientific(Decimals.toDigits(dtype, value, places + 1), places, exponentDigits);
    }

    private String positional(double value) {
        BigDecimal decimal = Decimals.shortestToPlaces(dtype, value, PRECISION);
        return Decimals.positional(decimal, 0) + " ".repeat(places - Decimals.places(decimal));
    }

    /** The characters after the point; an exponent has {@code e} and its sign too. */
    private int after() {
        return withExponents ? places + 2 + exponentDigits : places;
    }

    private static BigDecimal decimal(DType dtype, boolean withExponents, double value) {
        return withExponents
                ? Decimals.shortestToDigits(dtype, value, PRECISION + 1)
                : Decimals.shortestToPlaces(dtype, value, PRECISION);
    }

    private static int most(List<BigDecimal> decimals, ToIntFunction<BigDecimal> length) {
        return decimals.stream().mapToInt(length).max().orElse(0);
    }
}
