package org.stride.kernel.slip;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stride.kernel.flaw.NumpyError;

/**
 * Arithmetic as Python writes it, with every small slip of the pen that it allows.
 *
 * <pre>{@code
 * Expression.parse("h * stride").slips()   // h, stride, h + stride, w * stride, h * f, h * (stride + 1), 0 * stride, …
 * }</pre>
 */
sealed interface Expression {
    /** A variable. */
    record Name(int place) implements Expression {}

    /** A whole number. */
    record Whole(int number) implements Expression {}

    /** One of {@code + - * / //}. */
    record Operation(String operator, Expression left, Expression right) implements Expression {}

    /** What else may be written for an operator. */
    Map<String, List<String>> OPERATORS = Map.of(
            "+",
            List.of("-", "*"),
            "-",
            List.of("+"),
            "*",
            List.of("+", "/"),
            "/",
            List.of("*", "//"),
            "//",
            List.of("*"));

    static Expression parse(String text) {
        return new ExpressionParser(text).whole();
    }

    /** The value, as Python has it: {@code //} rounds down. */
    default double value(double[] variables) {
        return switch (this) {
            case Name name -> variables[name.place()];
            case Whole number -> number.number();
            case Operation o -> {
                double left = o.left().value(variables), right = o.right().value(variables);
                yield switch (o.operator()) {
                    case "+" -> left + right;
                    case "-" -> left - right;
                    case "*" -> left * right;
                    case "//" -> Math.floor(left / divisor(right));
                    default -> left / divisor(right);
                };
            }
        };
    }

    private static double divisor(double value) {
        if (value == 0) {
            throw new NumpyError("ZeroDivisionError", "division by zero");
        }
        return value;
    }

    /** The value where a whole number is needed. */
    default int integer(double[] variables) {
        if (fractional()) {
            throw NumpyError.floatAsInteger();
        }
        return (int) value(variables);
    }

    /** Whether Python makes a float of it, even where the division comes out even. */
    private boolean fractional() {
        return this instanceof Operation o
                && (o.operator().equals("/")
                        || o.left().fractional()
                        || o.right().fractional());
    }

    /** Everything that differs from this in one place. */
    default List<Expression> slips() {
        Set<Expression> slips = new LinkedHashSet<>();
        switch (this) {
            case Name name -> {
                Names.alike(Names.name(name.place())).forEach(other -> slips.add(new Name(Names.place(other))));
                slips.add(new Operation("+", this, new Whole(1)));
                slips.add(new Operation("-", this, new Whole(1)));
                slips.add(new Whole(0));
                slips.add(new Whole(1));
            }
            case Whole(int number) -> {
                for (int other : new int[] {number + 1, number - 1, 0, 1, -number}) {
                    slips.add(new Whole(other));
                }
            }
            case Operation o -> {
                slips.add(o.left());
                slips.add(o.right());
                for (String other : OPERATORS.getOrDefault(o.operator(), List.of())) {
                    slips.add(new Operation(other, o.left(), o.right()));
                }
                otherParentheses(o, slips);
                within(o.left(), left -> new Operation(o.operator(), left, o.right()), slips);
                within(o.right(), right -> new Operation(o.operator(), o.left(), right), slips);
            }
        }
        slips.remove(this);
        return new ArrayList<>(slips);
    }

    private static void within(Expression part, UnaryOperator<Expression> whole, Set<Expression> slips) {
        part.slips().forEach(slip -> slips.add(whole.apply(slip)));
    }

    private static void otherParentheses(Operation o, Set<Expression> slips) {
        if (o.left() instanceof Operation left) {
            slips.add(
                    new Operation(left.operator(), left.left(), new Operation(o.operator(), left.right(), o.right())));
        }
        if (o.right() instanceof Operation right) {
            slips.add(new Operation(
                    right.operator(), new Operation(o.operator(), o.left(), right.left()), right.right()));
        }
    }

    /** As Python writes it, with the parentheses that it needs. */
    default String text() {
        return switch (this) {
            case Name name -> Names.name(name.place());
            case Whole number -> Integer.toString(number.number());
            case Operation o -> {
                boolean product = !o.operator().equals("+") && !o.operator().equals("-");
                String left = product && sum(o.left())
                        ? "(" + o.left().text() + ")"
                        : o.left().text();
                boolean around = o.right() instanceof Operation right
                        && (product || sum(right))
                        && !(o.operator().equals("+") && !sum(right));
                String right = around ? "(" + o.right().text() + ")" : o.right().text();
                yield left + " " + o.operator() + " " + right;
            }
        };
    }

    private static boolean sum(Expression expression) {
        return expression instanceof Operation o
                && (o.operator().equals("+") || o.operator().equals("-"));
    }
}
