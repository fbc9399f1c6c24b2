package org.stride.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stride.exercise.Working;
import org.stride.exercise.Working.Rule;

/** Says how one cell comes about, line by line. Code stands in backticks where it is among words. */
public final class WorkingWording {
    /** More terms than this are not told one by one. */
    public static final int MOST = 12;

    private final Translator texts;

    public WorkingWording(Translator texts) {
        this.texts = texts;
    }

    public String title(Working working) {
        return texts.text("working.title", working.cell());
    }

    /** How the terms combine. */
    public String rule(Working working) {
        String rule = working.rule().name().toLowerCase(Locale.ROOT);
        return texts.text("working.rule." + rule, working.terms().size());
    }

    /** Terms that add nothing are left out of long sums, lest they hide those that do. */
    public static List<Working.Term> telling(Working working) {
        boolean shortened =
                working.rule() == Rule.SUM_OF_PRODUCTS && working.terms().size() > MOST;
        return working.terms().stream()
                .filter(term -> !shortened || term.value() != 0)
                .toList();
    }

    /** One term with its numbers. */
    public static String line(Working working, Working.Term term) {
        String names = term.factors().stream().map(Working.Quantity::name).collect(Collectors.joining(" × "));
        String values = term.factors().stream()
                .map(quantity -> shortNumber(quantity.value()))
                .collect(Collectors.joining(" × "));
        boolean product =
                working.rule() == Rule.SUM_OF_PRODUCTS && term.factors().size() > 1;
        return names + " = " + values + (product ? " = " + shortNumber(term.value()) : "");
    }

    /** The cell and its value. */
    public static String result(Working working) {
        String value = working.rule() == Rule.EQUALS_MAXIMUM
                ? (working.result() == 1 ? "True" : "False")
                : Wording.number(working.result());
        return working.cell() + " = " + value;
    }

    /** All of it in lines, for where nothing can be unfolded. */
    public List<String> lines(Working working) {
        List<Working.Term> telling = telling(working);
        int told = telling.size() <= MOST ? telling.size() : MOST - 2;
        int zeros = working.terms().size() - telling.size();
        return Stream.of(
                        Stream.of(title(working), rule(working)),
                        telling.stream().limit(told).map(term -> "  " + line(working, term)),
                        told < telling.size()
                                ? Stream.of("  " + texts.text("working.more", telling.size() - told))
                                : Stream.<String>empty(),
                        zeros > 0 ? Stream.of("  " + texts.text("working.zeros", zeros)) : Stream.<String>empty(),
                        Stream.of("  " + result(working)))
                .flatMap(lines -> lines)
                .toList();
    }

    /** Few enough digits to follow the sum by eye; whole numbers as they are. */
    private static String shortNumber(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
