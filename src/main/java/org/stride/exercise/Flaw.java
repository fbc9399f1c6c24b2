package org.stride.exercise;

/**
 * A named wrong way, whose kernel gives the very numbers that the wrong code gives.
 *
 * @param advisory wrong only in what the published text leaves open, so that it still passes
 */
public record Flaw(String exercise, String id, String letter, Listing listing, Kernel kernel, boolean advisory)
        implements Choice {}
