package org.stride.kernel;

import org.stride.array.DType;
import org.stride.array.NdArray;

/** The dtype that arithmetic gives. */
public final class Promotion {
    private Promotion() {}

    /** Integers among themselves stay {@code int64}; with any floating operand the result is {@code float64}. */
    public static DType of(NdArray... operands) {
        for (NdArray operand : operands) {
            if (operand.dtype().kind() == DType.Kind.FLOATING) {
                return DType.FLOAT64;
            }
        }
        return DType.INT64;
    }
}
