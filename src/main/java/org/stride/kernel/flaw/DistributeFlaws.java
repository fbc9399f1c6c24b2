package org.stride.kernel.flaw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;

/**
 * Wrong ways to write {@code distribute_value(dz, shape)}: shares that do not add up to {@code dz}, or that come in
 * another shape.
 */
public final class DistributeFlaws {
    private static final SequencedMap<String, Kernel> ALL = new LinkedHashMap<>();

    static {
        ALL.put("not_divided", (dz, nH, nW) -> filled(nH, nW, dz));
        ALL.put("divided_by_n_h_only", (dz, nH, nW) -> filled(nH, nW, dz / nH));
        ALL.put("divided_by_n_w_only", (dz, nH, nW) -> filled(nH, nW, dz / nW));
        ALL.put("divided_by_n_h_squared", (dz, nH, nW) -> filled(nH, nW, dz / (nH * nH)));
        ALL.put("divided_by_sum", (dz, nH, nW) -> filled(nH, nW, dz / (nH + nW)));
        ALL.put("parentheses_left_out", (dz, nH, nW) -> filled(nH, nW, dz / nH * nW));
        ALL.put("integer_division", (dz, nH, nW) -> filled(nH, nW, Math.floor(dz / (nH * nW))));
        ALL.put("dz_ignored", (dz, nH, nW) -> filled(nH, nW, 1.0 / (nH * nW)));
        ALL.put("shape_transposed", (dz, nH, nW) -> filled(nW, nH, dz / (nH * nW)));
        ALL.put("returns_scalar", (dz, nH, nW) -> pythonFloat(dz / (nH * nW)));
    }

    private DistributeFlaws() {}

    /** A wrong {@code distribute_value}. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * What the wrong function returns; the shape may be wrong too.
         *
         * @param nH rows, 1 or more
         * @param nW columns, 1 or more
         */
        Value apply(double dz, int nH, int nW);
    }

    /** Every flaw by its id. */
    public static SequencedMap<String, Kernel> all() {
        return Collections.unmodifiableSequencedMap(ALL);
    }

    /** {@code np.ones((nH, nW)) * share}. */
    private static NdArray filled(int nH, int nW, double share) {
        return NdArray.full(Shape.of(nH, nW), share);
    }

    private static Value pythonFloat(double value) {
        return new Value.Scalar(value, Value.Scalar.Type.PYTHON_FLOAT);
    }
}
