package org.stride.report.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a report that is read, with the path to it. Whatever is not as it should be is an {@link IllegalArgumentException} that
 * says where, what was expected and what came.
 */
record JsonField(String path, JsonNode node) {
    private static final int LONGEST = 80;

    /** The fields of an object, which must have these keys and no other. */
    JsonField with(String... keys) {
        if (!node.isObject()) {
            throw unexpected("an object");
        }
        Set<String> known = Set.of(keys);
        List<String> missing = Arrays.stream(keys).filter(key -> !node.has(key)).toList();
        List<String> unknown = node.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalArgumentException(named() + " must have the keys " + String.join(", ", keys)
                    + told("; missing: ", missing) + told("; unknown: ", unknown));
        }
        return this;
    }

    private static String told(String what, List<String> keys) {
        return keys.isEmpty() ? "" : what + Visible.line(Wrap.cut(String.join(", ", keys), LONGEST));
    }

    JsonField get(String key) {
        return new JsonField(path.isEmpty() ? key : path + "." + key, node.required(key));
    }

    <T> List<T> each(Function<JsonField, T> read) {
        if (!node.isArray()) {
            throw unexpected("a list");
        }
        List<T> all = new ArrayList<>();
        for (int place = 0; place < node.size(); place++) {
            all.add(read.apply(new JsonField(path + "[" + place + "]", node.required(place))));
        }
        return all;
    }

    <T> @Nullable T orNull(Function<JsonField, T> read) {
        return node.isNull() ? null : read.apply(this);
    }

    @Nullable
    String nothing() {
        if (!node.isNull()) {
            throw unexpected("null");
        }
        return null;
    }

    String text() {
        if (!node.isString()) {
            throw unexpected("a text");
        }
        return node.stringValue();
    }

    boolean truth() {
        if (!node.isBoolean()) {
            throw unexpected("true or false");
        }
        return node.booleanValue();
    }

    double number() {
        if (!node.isNumber() || !(node.doubleValue() >= 0) || Double.isInfinite(node.doubleValue())) {
            throw unexpected("a number of 0 or more");
        }
        return node.doubleValue();
    }

    double number(double most) {
        if (number() > most) {
            throw unexpected("at most " + Numbers.exact(most).toPlainString());
        }
        return number();
    }

    int integer(int least) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least) {
            throw unexpected("a whole number of " + least + " or more");
        }
        return node.intValue();
    }

    /** One of the names of an enum, in lower case. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        E[] values = type.getEnumConstants();
        return Stream.of(values)
                .filter(value -> node.isString() && name(value).equals(node.stringValue()))
                .findFirst()
                .orElseThrow(() -> unexpected(
                        "one of " + Stream.of(values).map(JsonField::name).collect(Collectors.joining(", "))));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    IllegalArgumentException unexpected(String expected) {
        return new IllegalArgumentException(
                named() + " must be " + expected + ", got " + Visible.line(Wrap.cut(node.toString(), LONGEST)));
    }

    private String named() {
        return path.isEmpty() ? "a report" : path;
    }
}
