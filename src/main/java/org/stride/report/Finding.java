package org.stride.report;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was found.
 *
 * @param id of the kind of thing, for machines: {@code flaw.bias_left_out}
 * @param place {@code null} if it has none
 * @param text for people; code stands in backticks
 */
public record Finding(String id, @Nullable Place place, String text) {}
