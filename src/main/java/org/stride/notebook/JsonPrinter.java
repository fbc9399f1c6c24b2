package org.stride.notebook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** JSON as Python writes it with {@code indent=1, sort_keys=True, ensure_ascii=False}. */
final class JsonPrinter {
    private static final Comparator<String> BY_CODE_POINTS = (first, second) -> {
        int place = 0;
        int most = Math.min(first.length(), second.length());
        while (place < most && first.charAt(place) == second.charAt(place)) {
            place++;
        }
        return place == most
                ? Integer.compare(first.length(), second.length())
                : Integer.compare(weight(first.charAt(place)), weight(second.charAt(place)));
    };

    private final StringBuilder out = new StringBuilder();

    private JsonPrinter() {}

    static String print(Json value) {
        JsonPrinter printer = new JsonPrinter();
        printer.value(value, 0);
        return printer.out.toString();
    }

    /** Half of a pair stands for something beyond all that one char can be. */
    private static int weight(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }

    private void value(Json value, int depth) {
        switch (value) {
            case Json.Text text -> text(text.value());
            case Json.Numeral numeral -> out.append(numeral.digits());
            case Json.Truth truth -> out.append(truth.value());
            case Json.Nothing nothing -> out.append("null");
            case Json.Items items -> items(items.values(), depth);
            case Json.Fields fields -> fields(fields, depth);
        }
    }

    private void items(List<Json> items, int depth) {
        out.append('[');
        String between = "";
        for (Json item : items) {
            out.append(between);
            newLine(depth + 1);
            value(item, depth + 1);
            between = ",";
        }
        end(']', items.isEmpty(), depth);
    }

    private void fields(Json.Fields fields, int depth) {
        out.append('{');
        List<Map.Entry<String, Json>> sorted = fields.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_CODE_POINTS))
                .toList();
        String between = "";
        for (Map.Entry<String, Json> field : sorted) {
            out.append(between);
            newLine(depth + 1);
            text(field.getKey());
            out.append(": ");
            value(field.getValue(), depth + 1);
            between = ",";
        }
        end('}', sorted.isEmpty(), depth);
    }

    private void newLine(int depth) {
        out.append('\n').repeat(' ', depth);
    }

    private void end(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void text(String text) {
        out.append('"');
        for (int place = 0; place < text.length(); place++) {
            char c = text.charAt(place);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    // Half of a character has no bytes of its own.
                    if (c < ' ' || SourceText.isHalf(text, place)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
