package org.stride.exercise;

import org.stride.kernel.flaw.NumpyError;
import org.stride.python.Outcome;

/**
 * A small mistake without a name: one expression of a solution in place of another.
 *
 * @param right the line as it should be, such as {@code vert_start = h * stride}
 * @param written what stands there instead, such as {@code vert_start = h * (stride + 1)}
 * @param kernel what the function then gives
 */
public record Slip(String right, String written, Kernel kernel) implements Implementation {
    @Override
    public Outcome run(Arguments arguments) {
        try {
            return new Outcome.Returned(kernel.apply(arguments));
        } catch (NumpyError error) {
            return new Outcome.Raised(error.type(), String.valueOf(error.getMessage()));
        }
    }
}
