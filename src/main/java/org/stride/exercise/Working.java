package org.stride.exercise;

import java.util.List;

/**
 * How one cell of the right result comes about, term by term, from the case's own numbers.
 *
 * @param cell what is computed, such as {@code Z[0, 2, 1, 3]}
 * @param rule how the terms combine
 * @param terms what goes in, in the order of the loops
 * @param result the cell's value
 */
public record Working(String cell, Rule rule, List<Term> terms, double result) {
    /** How terms make a result. The text {@code working.rule.<name>} says it in words. */
    public enum Rule {
        /** The single term, as it is. */
        COPY,
        /** No term: the cell is part of the border of zeros. */
        BORDER,
        /** No term: no window reaches the cell. */
        UNTOUCHED,
        /** Products of two factors, added up; a last term of one factor is added as it is. */
        SUM_OF_PRODUCTS,
        /** Single values, added up. */
        SUM,
        /** The greatest of the values. */
        MAXIMUM,
        /** The values added up, divided by their number. */
        MEAN,
        /** The first value divided by the product of the others. */
        SHARE,
        /** Whether the first value equals the greatest of the others. */
        EQUALS_MAXIMUM
    }

    /** One number with the name under which the learner knows it. */
    public record Quantity(String name, double value) {}

    /** One addend: its factors, one or two. */
    public record Term(List<Quantity> factors) {
        public Term {
            factors = List.copyOf(factors);
        }

        /** The factors multiplied. */
        public double value() {
            return factors.stream().mapToDouble(Quantity::value).reduce(1, (a, b) -> a * b);
        }
    }

    public Working {
        terms = List.copyOf(terms);
    }
}
