package org.stride.array;

/**
 * The natural logarithm with the very bits that NumPy gets from the C library glibc, 2.28 or later.
 *
 * <p>{@link Math#log} may differ from one JVM to another and {@link StrictMath#log} differs from C’s in one argument of
 * fourteen, which would change random numbers in their last digit. So this is the table-driven algorithm of glibc: the
 * {@code log} of <a href="https://github.com/ARM-software/optimized-routines">Arm Optimized Routines</a>
 * ({@code math/log.c} and {@code math/log_data.c}, © 2018 Arm Limited, licensed
 * {@code MIT OR Apache-2.0 WITH LLVM-exception}), written anew with the coefficients and the order of operations of that
 * source. The error is below 0.52 units in the last place.
 *
 * <p>The bits also depend on which operations are fused. Here it is those that glibc fuses on processors which can: most
 * x86-64 since 2013, and every aarch64. On others glibc, and so NumPy, has another last bit for about one argument in ten
 * thousand.
 */
final class Logarithm {
    private static final double NEAR_ONE_FROM = 1 - 0x1p-4;
    private static final double NEAR_ONE_TO = 1 + 0x1.09p-4;

    /** The table begins here, and ends at twice as much. */
    private static final double TABLE_FROM = 0.6875;

    private static final int SIGNIFICAND_BITS = 52;
    private static final int ROW_BITS = 7;

    // log(2) in two parts: the first ends in zeros, so that its multiples by an exponent are exact.
    private static final double LN_2_HIGH = 0x1.62e42fefa3800p-1;
    private static final double LN_2_LOW = 0x1.ef35793c76730p-45;

    // Near 1: log(1 + r) = r - r^2/2 + A3 r^3 + ... + A12 r^12.
    private static final double A3 = 0x1.5555555555577p-2;
    private static final double A4 = -0x1.ffffffffffdcbp-3;
    private static final double A5 = 0x1.999999995dd0cp-3;
    private static final double A6 = -0x1.55555556745a7p-3;
    private static final double A7 = 0x1.24924a344de30p-3;
    private static final double A8 = -0x1.fffffa4423d65p-4;
    private static final double A9 = 0x1.c7184282ad6cap-4;
    private static final double A10 = -0x1.999eb43b068ffp-4;
    private static final double A11 = 0x1.78182f7afd085p-4;
    private static final double A12 = -0x1.5521375d145cdp-4;

    // Within a row of the table, where |r| < 1/256: log(1 + r) = r + B2 r^2 + ... + B6 r^6.
    private static final double B2 = -0x1.0000000000001p-1;
    private static final double B3 = 0x1.555555551305bp-2;
    private static final double B4 = -0x1.fffffffeb4590p-3;
    private static final double B5 = 0x1.999b324f10111p-3;
    private static final double B6 = -0x1.55575e506c89fp-3;

    private Logarithm() {}

    /** The logarithm of any double; of zero, infinities, NaN and negative numbers what {@link Math#log} says. */
    static double of(double x) {
        if (x >= NEAR_ONE_FROM && x < NEAR_ONE_TO) {
            return nearOne(x - 1);
        }
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
            return fromTable(x, 0);
        }
        if (x > 0 && x < Double.MIN_NORMAL) {
            return fromTable(x * 0x1p52, -52);
        }
        return Math.log(x);
    }

    /** The logarithm of {@code 1 + r}: it is small, so r^2/2 is needed with more digits than a double has. */
    private static double nearOne(double r) {
        double r2 = r * r;
        double r3 = r * r2;
        double first = quadratic(A3, A4, A5, r, r2);
        double second = quadratic(A6, A7, A8, r, r2);
        double third = Math.fma(r3, A12, quadratic(A9, A10, A11, r, r2));
        double cubicAndMore = Math.fma(r3, Math.fma(r3, third, second), first);

        // r^2 = front^2 + back (front + r), where the front has 26 bits of r and so an exact square.
        double shifted = r * 0x1p27;
        double front = r + shifted - shifted;
        double back = r - front;
        double minusHalf = -0.5 * front * front;

        double high = r + minusHalf;
        double low = Math.fma(-0.5 * back, front + r, r - high + minusHalf);
        return Math.fma(r3, cubicAndMore, low) + high;
    }

    /** The logarithm of {@code x * 2^scale} for a normal number x. */
    private static double fromTable(double x, int scale) {
        // x = 2^exponent z with z in the table. Counted from where it begins, the bits are exponent, row, and the rest.
        long distance = Double.doubleToRawLongBits(x) - Double.doubleToRawLongBits(TABLE_FROM);
        int exponent = (int) (distance >> SIGNIFICAND_BITS);
        int row = (int) (distance >> (SIGNIFICAND_BITS - ROW_BITS)) & ((1 << ROW_BITS) - 1);
        double z = Math.scalb(x, -exponent);

        // With z = c (1 + r) of the row: log(x) = exponent log(2) + log(c) + log(1 + r).
        double r = Math.fma(z, LogarithmTable.inverse(row), -1);
        double r2 = r * r;
        double cubicAndMore = Math.fma(r2, Math.fma(r, B6, B5), Math.fma(r, B4, B3));

        double power = exponent + scale;
        double head = power * LN_2_HIGH + LogarithmTable.logarithm(row);
        double high = head + r;
        double low = Math.fma(power, LN_2_LOW, head - high + r);
        return Math.fma(r * r2, cubicAndMore, Math.fma(r2, B2, low)) + high;
    }

    private static double quadratic(double a, double b, double c, double r, double r2) {
        return Math.fma(r2, c, Math.fma(r, b, a));
    }
}
