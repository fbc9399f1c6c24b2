package org.stride.kernel.slip;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads sums and products of variables and whole numbers. */
final class ExpressionParser {
    private static final Pattern TOKEN = Pattern.compile("\\w+|//|[-+*/()]");

    private final List<String> tokens;
    private int next;

    ExpressionParser(String text) {
        tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    Expression whole() {
        Expression sum = sum();
        if (next < tokens.size()) {
            throw new IllegalArgumentException("expression: " + tokens.get(next) + " comes unexpected in " + tokens);
        }
        return sum;
    }

    private Expression sum() {
        Expression left = product();
        while (at("+") || at("-")) {
            String operator = tokens.get(next++);
            left = new Expression.Operation(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = atom();
        while (at("*") || at("/") || at("//")) {
            String operator = tokens.get(next++);
            left = new Expression.Operation(operator, left, atom());
        }
        return left;
    }

    private Expression atom() {
        String token = tokens.get(next++);
        if (token.equals("(")) {
            Expression inner = sum();
            next++;
            return inner;
        }
        return Character.isDigit(token.charAt(0))
                ? new Expression.Whole(Integer.parseInt(token))
                : new Expression.Name(Names.place(token));
    }

    private boolean at(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }
}
