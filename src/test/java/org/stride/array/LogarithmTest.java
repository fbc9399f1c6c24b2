package org.stride.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.Golden;

class LogarithmTest {
    private static final double[] NUMBERS =
            Golden.array("golden/array/logarithm.npz", "x").toArray();
    private static final double[] LOGARITHMS =
            Golden.array("golden/array/logarithm.npz", "log").toArray();

    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal LN_2 = seriesOfLogarithm(BigDecimal.TWO);

    @Test
    void theLogarithmOfOneIsZero() {
        assertThat(Logarithm.of(1)).isEqualTo(0.0);
    }

    @Test
    void theLogarithmOfTwoIsTheNearestDouble() {
        assertThat(Logarithm.of(2)).isEqualTo(0.6931471805599453);
        assertThat(Logarithm.of(0.5)).isEqualTo(-0.6931471805599453);
    }

    @ParameterizedTest(name = "log({0})")
    @ValueSource(doubles = {0.0, -0.0, -1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN})
    void whatIsNoPositiveNumberHasTheLogarithmThatJavaSays(double x) {
        assertThat(Logarithm.of(x)).isEqualTo(Double.valueOf(Math.log(x)));
    }

    /** Among them are numbers near 1, tiny and subnormal ones, and both sides of every edge of the table. */
    @Test
    void logarithmsAreThoseOfTheCLibraryBitForBit() {
        assertThat(NUMBERS).hasSizeGreaterThan(5000);
        for (int i = 0; i < NUMBERS.length; i++) {
            assertThat(Logarithm.of(NUMBERS[i])).as("log(%s)", NUMBERS[i]).isEqualTo(LOGARITHMS[i]);
        }
    }

    @Test
    void logarithmsAreWithin52HundredthsOfAUnitInTheLastPlace() {
        for (double x : NUMBERS) {
            double logarithm = Logarithm.of(x);
            BigDecimal error = new BigDecimal(logarithm).subtract(logarithm(x));
            assertThat(error.doubleValue()).as("error of log(%s)", x).isCloseTo(0, within(0.52 * Math.ulp(logarithm)));
        }
    }

    @Test
    void everyRowOfTheTableIsOfANumberInItsInterval() {
        for (int row = 0; row < 128; row++) {
            double from = row < 80 ? 0.6875 + row / 256.0 : 1 + (row - 80) / 128.0;
            double width = row < 80 ? 1 / 256.0 : 1 / 128.0;
            assertThat(1 / LogarithmTable.inverse(row)).as("row %d", row).isBetween(from, from + width);
        }
    }

    @Test
    void everyLogarithmOfTheTableIsShortAndRightTo66BinaryPlaces() {
        for (int row = 0; row < 128; row++) {
            double logarithm = LogarithmTable.logarithm(row);
            BigDecimal error = new BigDecimal(logarithm).add(logarithm(LogarithmTable.inverse(row)));
            assertThat(logarithm * 0x1p43).as("row %d", row).isEqualTo(Math.rint(logarithm * 0x1p43));
            assertThat(error.doubleValue()).as("row %d", row).isCloseTo(0, within(0x1p-66));
        }
    }

    /** To forty digits. */
    private static BigDecimal logarithm(double x) {
        if (x < Double.MIN_NORMAL) {
            return logarithm(x * 0x1p52).subtract(LN_2.multiply(BigDecimal.valueOf(52)));
        }
        int exponent = Math.getExponent(x);
        BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(exponent)));
        BigDecimal number = new BigDecimal(x);
        BigDecimal fraction = exponent < 0 ? number.multiply(power) : number.divide(power);
        return LN_2.multiply(BigDecimal.valueOf(exponent)).add(seriesOfLogarithm(fraction));
    }

    /** log(x) = 2 (t + t^3/3 + t^5/5 + ...) with t = (x - 1) / (x + 1), which is fast for x around 1. */
    private static BigDecimal seriesOfLogarithm(BigDecimal x) {
        BigDecimal t = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), DIGITS);
        BigDecimal square = t.multiply(t, DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = t;
        for (int n = 1; n < 90; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS));
            power = power.multiply(square, DIGITS);
        }
        return sum.multiply(BigDecimal.TWO);
    }
}
