package org.stride.exercise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.stride.array.NdArray;
import org.stride.array.Value;

/** What a function is called with: values by the notebook's names, in the order of its signature. */
public record Arguments(SequencedMap<String, Value> values) {
    public Arguments {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /** No arguments yet; {@link #with} adds them one by one. */
    public static Arguments none() {
        return new Arguments(new LinkedHashMap<>());
    }

    public Arguments with(String name, Value value) {
        SequencedMap<String, Value> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Arguments(more);
    }

    public Set<String> names() {
        return values.sequencedKeySet();
    }

    public Value value(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("arguments: no " + name + " among " + values.keySet());
        }
        return value;
    }

    public NdArray array(String name) {
        return expect(name, value(name), NdArray.class);
    }

    public int integer(String name) {
        return (int) expect(name, value(name), Value.Scalar.class).value();
    }

    public double number(String name) {
        return expect(name, value(name), Value.Scalar.class).value();
    }

    public String text(String name) {
        return expect(name, value(name), Value.Text.class).value();
    }

    /** The text, or what a signature puts in its place where it is left out. */
    public String text(String name, String byDefault) {
        return values.containsKey(name) ? text(name) : byDefault;
    }

    /** The entry of a dictionary, such as {@code hparameters["stride"]}. */
    public int entry(String name, String key) {
        Map<String, Value> entries =
                expect(name, value(name), Value.Dictionary.class).entries();
        Value entry = entries.get(key);
        if (entry == null) {
            throw new IllegalArgumentException("arguments: " + name + " has no " + key + ", only " + entries.keySet());
        }
        return (int) expect(name, entry, Value.Scalar.class).value();
    }

    /** The parts of a tuple argument under names, such as those of a cache. */
    public Arguments unpack(String name, String... partNames) {
        Value.Tuple tuple = expect(name, value(name), Value.Tuple.class);
        if (tuple.parts().size() != partNames.length) {
            throw new IllegalArgumentException(
                    "arguments: " + name + " has " + tuple.parts().size() + " parts, expected " + partNames.length);
        }
        Arguments parts = none();
        for (int part = 0; part < partNames.length; part++) {
            parts = parts.with(partNames[part], tuple.parts().get(part));
        }
        return parts;
    }

    /** The same arguments with arrays of their own. */
    public Arguments deepCopy() {
        SequencedMap<String, Value> copies = new LinkedHashMap<>();
        values.forEach((name, value) -> copies.put(name, value.deepCopy()));
        return new Arguments(copies);
    }

    private static <T extends Value> T expect(String name, Value value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "arguments: " + name + " is a " + value.typeName() + ", not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
