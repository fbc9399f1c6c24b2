package org.stride.autograder;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a list, so that each of several machines can take another. Neighbours go to different parts.
 *
 * @param number from 1
 * @param count how many parts there are
 */
public record Shard(int number, int count) {
    /** All of it. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (number < 1 || count < 1 || number > count) {
            throw new IllegalArgumentException(
                    "shard: expected a number from 1 to the count, such as 3/16, got " + number + "/" + count);
        }
    }

    /** Reads {@code 3/16}. */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("shard: expected two numbers such as 3/16, got " + text);
        }
        return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** Those that belong to this part, in their order. */
    public <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(place -> place % count == number - 1)
                .mapToObj(all::get)
                .toList();
    }
}
