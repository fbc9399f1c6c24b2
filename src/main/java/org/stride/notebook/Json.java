package org.stride.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A value in JSON, as a notebook keeps what Stride does not look into: nothing of it is lost or rounded. */
public sealed interface Json {
    /** A text. */
    record Text(String value) implements Json {}

    /** A number by its digits, so that it is written as it was read; {@code NaN} and {@code Infinity} too, as Python has them. */
    record Numeral(String digits) implements Json {
        public static Numeral of(long number) {
            return new Numeral(Long.toString(number));
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Json {}

    /** {@code null}. */
    enum Nothing implements Json {
        NULL
    }

    /** A list. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }

        public static Items none() {
            return new Items(List.of());
        }
    }

    /** An object. */
    record Fields(SequencedMap<String, Json> values) implements Json {
        public Fields {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }

        public static Fields none() {
            return new Fields(new LinkedHashMap<>());
        }

        public @Nullable Json get(String name) {
            return values.get(name);
        }

        public boolean has(String name) {
            return values.containsKey(name);
        }

        /** With one more field, or another value for one. */
        public Fields with(String name, Json value) {
            SequencedMap<String, Json> more = new LinkedHashMap<>(values);
            more.put(name, value);
            return new Fields(more);
        }

        public Fields with(String name, String value) {
            return with(name, new Text(value));
        }

        public Fields with(String name, long value) {
            return with(name, Numeral.of(value));
        }

        public Fields with(String name, boolean value) {
            return with(name, new Truth(value));
        }

        public Fields without(String... names) {
            SequencedMap<String, Json> fewer = new LinkedHashMap<>(values);
            List.of(names).forEach(fewer::remove);
            return new Fields(fewer);
        }

        /** With all fields of another object; where both have one, the other's counts. */
        public Fields withAll(Map<String, Json> others) {
            SequencedMap<String, Json> more = new LinkedHashMap<>(values);
            more.putAll(others);
            return new Fields(more);
        }
    }
}
