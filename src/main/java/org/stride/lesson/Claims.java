package org.stride.lesson;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stride.array.NdArray;

/**
 * Holds the numbers that a lesson shows against what they must equal. An expression has numbers, {@code + - * / ( )},
 * {@code floor(x)}, {@code size(n,f,pad,stride)}, {@code sum(a)}, {@code max(a)}, {@code min(a)}, {@code mean(a)},
 * {@code count(a,x)}, and cells of figures such as {@code edge.Z[0,0]}, with one index for each axis that the figure writes.
 */
public final class Claims {
    /** A number as people write it: thousands may be grouped, a minus may be a real one. */
    private static final Pattern NUMBER = Pattern.compile("[-−+]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");

    /** What the arithmetic of doubles may be off by. */
    private static final double ROUNDING = 1e-9;

    private Claims() {}

    /** What the expression gives, computed from the figures of the lesson. */
    public static double value(Lesson lesson, String expression) {
        NdArray value = new Expression(lesson, expression).value();
        if (value.rank() > 0) {
            throw new IllegalArgumentException(
                    expression + " is an array of shape " + value.shape() + ": one index per axis picks a cell");
        }
        return value.sum();
    }

    /** Every number of the lesson that is not what its expression gives, by file and line. */
    public static List<String> faults(Lesson lesson) {
        List<String> faults = new ArrayList<>();
        for (Inline.Claim claim : lesson.claims()) {
            String place =
                    lesson.file() + ":" + claim.line() + ": [" + claim.shown() + "](=" + claim.expression() + ")";
            try {
                String fault = fault(claim.shown(), value(lesson, claim.expression()));
                if (!fault.isEmpty()) {
                    faults.add(place + " " + fault);
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                faults.add(place + " cannot be computed: " + e.getMessage());
            }
        }
        return faults;
    }

    private static String fault(String shown, double value) {
        if (!NUMBER.matcher(shown).matches()) {
            return "must show one number, such as -2.5";
        }
        BigDecimal number = new BigDecimal(shown.replace('−', '-').replace(",", ""));
        double half = 0.5 * Math.pow(10, -number.scale());
        boolean equal = Math.abs(number.doubleValue() - value) <= half + ROUNDING;
        // An integer is not rounded: 3 for 2.5 would be another number.
        if (equal && number.scale() == 0) {
            equal = Math.abs(number.doubleValue() - value) <= ROUNDING * Math.max(1, Math.abs(value));
        }
        return equal ? "" : "must show " + plain(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
