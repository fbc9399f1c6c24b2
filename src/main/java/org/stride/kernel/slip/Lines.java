package org.stride.kernel.slip;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a solution. In each the expressions that may be mistaken stand in braces; they are known by the line's name and
 * a number, as in {@code cell 0}. A line may also be replaced as a whole.
 *
 * <pre>{@code
 * new Lines().expression("top", "vert_start = {h * stride}").line("update", "dW += da", sum).line("update", "dW = da", last)
 * }</pre>
 */
final class Lines {
    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");

    private final SequencedMap<String, String> templates = new LinkedHashMap<>();
    private final SequencedMap<String, Set<String>> others = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedMap<String, Object>> choices = new LinkedHashMap<>();

    /** A line with expressions; {@code more} are further things that may be written for its first one. */
    Lines expression(String name, String template, String... more) {
        templates.put(name, template);
        others.put(name, new LinkedHashSet<>(List.of(more)));
        return this;
    }

    /** A line as a whole, and what it does. The first one of a name is right, what follows may be written for it. */
    Lines line(String name, String text, Object meaning) {
        choices.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(text, meaning);
        return this;
    }

    /** The right solution. */
    Solution right() {
        Map<String, Expression> expressions = new HashMap<>();
        templates.forEach((name, template) -> {
            Matcher matcher = BRACES.matcher(template);
            for (int number = 0; matcher.find(); number++) {
                expressions.put(name + " " + number, Expression.parse(matcher.group(1)));
            }
        });
        Map<String, Object> chosen = new HashMap<>();
        choices.forEach((name, all) -> chosen.put(name, all.firstEntry().getValue()));
        return new Solution(expressions, chosen);
    }

    /** Every slip in every line. */
    <K> List<Slip<K>> slips(Function<Solution, K> kernel) {
        List<Slip<K>> slips = new ArrayList<>();
        Solution right = right();
        templates.forEach((name, template) -> {
            int count = (int) BRACES.matcher(template).results().count();
            for (int number = 0; number < count; number++) {
                String key = name + " " + number;
                List<Expression> written = new ArrayList<>(right.expression(key).slips());
                if (number == 0) {
                    others.getOrDefault(name, Set.of()).forEach(text -> written.add(Expression.parse(text)));
                }
                for (Expression expression : written) {
                    slips.add(new Slip<>(
                            line(template, -1, ""),
                            line(template, number, expression.text()),
                            kernel.apply(right.with(key, expression))));
                }
            }
        });
        choices.forEach((name, all) -> all.entrySet().stream()
                .skip(1)
                .forEach(other -> slips.add(new Slip<>(
                        all.firstEntry().getKey(),
                        other.getKey(),
                        kernel.apply(right.choosing(name, other.getValue()))))));
        return slips;
    }

    /** The line without braces, one of its expressions replaced. */
    private static String line(String template, int replaced, String text) {
        Matcher matcher = BRACES.matcher(template);
        StringBuilder line = new StringBuilder();
        for (int number = 0; matcher.find(); number++) {
            matcher.appendReplacement(line, number == replaced ? text : matcher.group(1));
        }
        return matcher.appendTail(line)
                .toString()
                .replaceAll("range\\(0, (.*), 1\\)", "range($1)")
                .replaceAll("range\\((.*), 1\\)", "range($1)");
    }

    /** What stands in each line. */
    record Solution(Map<String, Expression> expressions, Map<String, Object> chosen) {
        Expression expression(String key) {
            Expression expression = expressions.get(key);
            if (expression == null) {
                throw new IllegalArgumentException("solution: no expression " + key);
            }
            return expression;
        }

        /** What a line does. */
        <T> T meaning(String name, Class<T> type) {
            return requireNonNull(type.cast(chosen.get(name)));
        }

        /** The value of an expression. */
        int integer(String key, double[] variables) {
            return expression(key).integer(variables);
        }

        Solution with(String key, Expression expression) {
            Map<String, Expression> others = new HashMap<>(expressions);
            others.put(key, expression);
            return new Solution(others, chosen);
        }

        Solution choosing(String name, Object meaning) {
            Map<String, Object> others = new HashMap<>(chosen);
            others.put(name, meaning);
            return new Solution(expressions, others);
        }
    }
}
