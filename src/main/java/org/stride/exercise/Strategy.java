package org.stride.exercise;

import java.util.function.ToLongFunction;

/**
 * A right way to compute the exercise's function.
 *
 * @param multiplications how many multiplications of numbers the listing performs on given arguments
 */
public record Strategy(
        String exercise,
        String id,
        String letter,
        Listing listing,
        Kernel kernel,
        ToLongFunction<Arguments> multiplications)
        implements Choice {}
