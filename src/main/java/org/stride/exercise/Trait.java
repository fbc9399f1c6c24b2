package org.stride.exercise;

import java.util.List;

/**
 * One thing that is special about a case, such as "stride 3".
 *
 * @param key the last part of the text's key {@code case.trait.<key>}
 * @param numbers what the text fills in
 */
public record Trait(String key, List<Integer> numbers) {
    /** The maximum of a window stands there more than once. */
    static final Trait TIES = of("ties");

    /** The arrays lie in memory column by column. */
    static final Trait COLUMNS_FIRST = of("columns_first");

    /** The arrays are views of larger ones. */
    static final Trait EVERY_SECOND = of("every_second");

    /** Writing into the arrays raises. */
    static final Trait READ_ONLY = of("read_only");

    public Trait {
        numbers = List.copyOf(numbers);
    }

    static Trait of(String key, Integer... numbers) {
        return new Trait(key, List.of(numbers));
    }
}
