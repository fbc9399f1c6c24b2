package org.stride.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stride.array.NdArray;

/** Names and reads single cells for a {@link Working}. */
final class Cells {
    private Cells() {}

    /** {@code Z[0, 2, 1, 3]}; the bare name for a scalar. */
    static String name(String array, int... index) {
        return index.length == 0
                ? array
                : Arrays.stream(index).mapToObj(Integer::toString).collect(Collectors.joining(", ", array + "[", "]"));
    }

    static Working.Quantity quantity(String name, NdArray array, int... index) {
        return new Working.Quantity(name(name, index), array.get(index));
    }

    static Working.Term term(Working.Quantity... factors) {
        return new Working.Term(List.of(factors));
    }

    /** Collects terms in the order of the loops. */
    static List<Working.Term> terms() {
        return new ArrayList<>();
    }
}
