package org.stride.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/** The arguments of a figure as it writes them. Whatever is read is ticked off, so that a slip in a name is found. */
final class FigureData {
    private final Map<?, ?> entries;
    private final Set<Object> unread;

    FigureData(Map<?, ?> entries) {
        this.entries = entries;
        this.unread = new HashSet<>(entries.keySet());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** A number, or lists of lists of numbers; integers stay integers. */
    NdArray array(String name) {
        List<Integer> lengths = new ArrayList<>();
        for (Object at = entry(name); at instanceof List<?> list; at = list.getFirst()) {
            if (list.isEmpty()) {
                throw new IllegalArgumentException(name + " has an empty list");
            }
            lengths.add(list.size());
        }
        List<Number> numbers = new ArrayList<>();
        collect(name, entry(name), lengths, numbers);
        boolean whole = numbers.stream().allMatch(Integer.class::isInstance);
        return NdArray.of(
                whole ? DType.INT64 : DType.FLOAT64,
                Shape.of(lengths.stream().mapToInt(Integer::intValue).toArray()),
                numbers.stream().mapToDouble(Number::doubleValue).toArray());
    }

    private static void collect(String name, Object value, List<Integer> lengths, List<Number> numbers) {
        if (value instanceof List<?> list && !lengths.isEmpty()) {
            if (list.size() != lengths.getFirst()) {
                throw new IllegalArgumentException(
                        name + " has a row of " + list.size() + " beside one of " + lengths.getFirst());
            }
            list.forEach(part -> collect(name, part, lengths.subList(1, lengths.size()), numbers));
        } else if (value instanceof Number number && lengths.isEmpty()) {
            numbers.add(number);
        } else {
            throw new IllegalArgumentException(name + " must be numbers in lists of one depth, got " + value);
        }
    }

    int integer(String name) {
        if (!(entry(name) instanceof Integer number)) {
            throw new IllegalArgumentException(name + " must be a whole number, got " + entry(name));
        }
        return number;
    }

    int integer(String name, int otherwise) {
        return has(name) ? integer(name) : otherwise;
    }

    String text(String name, String otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!(entry(name) instanceof String text)) {
            throw new IllegalArgumentException(name + " must be a word, got " + entry(name));
        }
        return text;
    }

    /** Refuses what nothing has asked for. */
    void allRead() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("arguments has " + unread + ", which the operation does not take");
        }
    }

    private Object entry(String name) {
        Object value = entries.get(name);
        if (value == null) {
            throw new IllegalArgumentException("arguments must have " + name + ", got only " + entries.keySet());
        }
        unread.remove(name);
        return value;
    }
}
