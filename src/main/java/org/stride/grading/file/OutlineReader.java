package org.stride.grading.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.stride.array.Value;
import org.stride.grading.file.Outline.Broken;
import org.stride.grading.file.Outline.Kind;
import org.stride.grading.file.Outline.Origin;
import org.stride.grading.file.Outline.Other;
import org.stride.grading.file.Outline.Remark;

/** Reads what {@code outline.py} returns. It comes from a process of its own that has run no learner's code. */
final class OutlineReader {
    private final Value.Dictionary answer;
    private final List<Integer> starts;
    private final List<Origin> inserted;

    private OutlineReader(Value.Dictionary answer) {
        this.answer = answer;
        this.starts =
                parts(get("starts", answer)).stream().map(OutlineReader::number).toList();
        this.inserted = parts(get("inserted", answer)).stream()
                .map(OutlineReader::parts)
                .map(place -> new Origin(number(place.get(0)), number(place.get(1))))
                .toList();
    }

    /** @throws IllegalArgumentException if it is none */
    static Outline read(Value value) {
        return new OutlineReader(dictionary(value)).outline();
    }

    /** With the texts that {@code editing.py} adds. */
    static TakenApart readApart(Value value) {
        OutlineReader reader = new OutlineReader(dictionary(value));
        Map<String, String> texts = new HashMap<>();
        parts(get("texts", reader.answer)).stream()
                .map(OutlineReader::parts)
                .forEach(pair -> texts.put(text(pair.get(0)), text(pair.get(1))));
        return new TakenApart(reader.outline(), texts);
    }

    private static Value.Dictionary dictionary(Value value) {
        if (value instanceof Value.Dictionary answer) {
            return answer;
        }
        throw new IllegalArgumentException("outline: expected a dictionary, got " + value.typeName());
    }

    private Outline outline() {
        return new Outline(
                list(
                        "functions",
                        f -> new Outline.Function(
                                text(f.get(0)),
                                origin(f, 1),
                                number(f.get(3)) == 1,
                                new Program(text(f.get(4)), starts, inserted))),
                list("others", f -> new Other(text(f.get(0)), origin(f, 1))),
                list("broken", f -> new Broken(origin(f, 0), number(f.get(2)), text(f.get(3)), text(f.get(4)))),
                list("remarks", f -> new Remark(kind(f.getFirst()), origin(f, 1), text(f.get(3)))));
    }

    private <T> List<T> list(String key, Function<List<Value>, T> read) {
        return parts(get(key, answer)).stream()
                .map(OutlineReader::parts)
                .map(read)
                .toList();
    }

    private static Value get(String key, Value.Dictionary answer) {
        Value value = answer.entries().get(key);
        if (value == null) {
            throw new IllegalArgumentException("outline: expected an entry " + key);
        }
        return value;
    }

    private static Kind kind(Value value) {
        return Kind.valueOf(text(value).toUpperCase(Locale.ROOT));
    }

    private Origin origin(List<Value> fields, int first) {
        Origin origin = new Origin(number(fields.get(first)), number(fields.get(first + 1)));
        return Program.given(origin, starts.size(), inserted);
    }

    private static List<Value> parts(Value value) {
        if (value instanceof Value.Tuple tuple) {
            return tuple.parts();
        }
        throw new IllegalArgumentException("outline: expected a tuple, got " + value.typeName());
    }

    private static String text(Value value) {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException("outline: expected a text, got " + value.typeName());
    }

    private static int number(Value value) {
        if (value instanceof Value.Scalar scalar) {
            return (int) scalar.value();
        }
        throw new IllegalArgumentException("outline: expected a number, got " + value.typeName());
    }

    /** Cells as the function takes them. */
    static Value.Tuple texts(List<String> texts) {
        return new Value.Tuple(texts.stream().<Value>map(Value.Text::new).toList(), false);
    }
}
