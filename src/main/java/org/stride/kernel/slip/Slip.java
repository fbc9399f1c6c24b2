package org.stride.kernel.slip;

/**
 * A right solution with one expression in place of another.
 *
 * @param right the line as it should be, such as {@code vert_start = h * stride}
 * @param written what stands there instead
 * @param kernel what the function then gives
 */
public record Slip<K>(String right, String written, K kernel) {}
