package org.stride.exercise;

import org.stride.array.Value;

/** One way to compute an exercise's result, right or wrong, on arguments by the notebook's names. */
@FunctionalInterface
public interface Kernel {
    /**
     * What the function returns.
     *
     * @throws org.stride.kernel.flaw.NumpyError where the same NumPy code would raise
     */
    Value apply(Arguments arguments);
}
