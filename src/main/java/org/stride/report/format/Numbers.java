package org.stride.report.format;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are written: no exponent, and no zeros at the end. */
final class Numbers {
    private Numbers() {}

    static BigDecimal exact(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros();
    }

    static BigDecimal rounded(double number, int places) {
        return exact(number).setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    static BigDecimal milliseconds(double seconds) {
        return rounded(seconds, 3);
    }

    /** Points for people, who have no use for thirds in sixteen digits. */
    static String points(double points) {
        return rounded(points, 2).toPlainString();
    }
}
