package org.stride.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.stride.kernel.ValueAssertions.SUMMATION;
import static org.stride.kernel.ValueAssertions.assertClose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.Golden;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Pooling.Mode;

/** The reference against results that {@code make_kernel_goldens.py} worked out another way. */
class KernelGoldenTest {
    private static final List<String> EXERCISES = List.of(
            "zero_pad",
            "conv_single_step",
            "conv_forward",
            "pool_forward",
            "conv_backward",
            "create_mask_from_window",
            "distribute_value",
            "pool_backward");

    /** The arrays of one case by the names that the script gives them. */
    private record Arrays(SequencedMap<String, NdArray> byName) {
        NdArray get(String name) {
            NdArray array = byName.get(name);
            if (array == null) {
                throw new IllegalArgumentException("no array " + name + " among " + byName.keySet());
            }
            return array;
        }

        int number(int index) {
            return (int) get("numbers").flat(index);
        }
    }

    @ParameterizedTest(name = "{0}: {1} cases")
    @CsvSource({
        "zero_pad, 26",
        "conv_single_step, 24",
        "conv_forward, 26",
        "pool_forward, 15",
        "conv_backward, 26",
        "create_mask_from_window, 30",
        "distribute_value, 24",
        "pool_backward, 15"
    })
    void theReferenceAgreesWithNumPysArrays(String exercise, int cases) {
        SequencedMap<String, Arrays> found = cases(exercise);
        assertThat(found).hasSize(cases);
        found.forEach((number, arrays) -> check(exercise, exercise + " " + number, arrays));
    }

    @Test
    void thereAreAtLeastTwoHundredResults() {
        int results = EXERCISES.stream()
                .mapToInt(exercise -> cases(exercise).size() * (exercise.startsWith("pool") ? 2 : 1))
                .sum();
        assertThat(results).isGreaterThanOrEqualTo(200);
    }

    @Test
    void aWrongNumberInAGoldenFileIsNoticed() {
        Arrays arrays = cases("zero_pad").firstEntry().getValue();
        NdArray expected = arrays.get("X_pad");
        expected.setFlat(expected.flat(7) + 1e-6, 7);
        assertThat(catchThrowable(() -> zeroPad("altered", arrays)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("altered: at offset 7");
    }

    private static SequencedMap<String, Arrays> cases(String exercise) {
        SequencedMap<String, Arrays> cases = new LinkedHashMap<>();
        Golden.read("golden/kernel/" + exercise + ".npz").forEach((key, array) -> {
            int dot = key.indexOf('.');
            cases.computeIfAbsent(key.substring(0, dot), number -> new Arrays(new LinkedHashMap<>()))
                    .byName()
                    .put(key.substring(dot + 1), array);
        });
        return cases;
    }

    private static void same(String what, NdArray actual, NdArray expected) {
        assertThat(actual.dtype()).as("%s: dtype", what).isEqualTo(expected.dtype());
        assertClose(what, actual, expected, expected.dtype() == DType.FLOAT64 ? SUMMATION : 0);
    }

    private static void check(String exercise, String what, Arrays arrays) {
        switch (exercise) {
            case "zero_pad" -> zeroPad(what, arrays);
            case "conv_single_step" -> singleStep(what, arrays);
            case "conv_forward" -> convForward(what, arrays);
            case "conv_backward" -> convBackward(what, arrays);
            case "pool_forward" -> poolForward(what, arrays);
            case "pool_backward" -> poolBackward(what, arrays);
            case "create_mask_from_window" -> mask(what, arrays);
            case "distribute_value" -> distribute(what, arrays);
            default -> throw new IllegalArgumentException("no exercise " + exercise);
        }
    }

    private static void zeroPad(String what, Arrays arrays) {
        same(what, Convolution.zeroPad(arrays.get("X"), arrays.number(0)), arrays.get("X_pad"));
    }

    private static void singleStep(String what, Arrays arrays) {
        double z = Convolution.singleStep(arrays.get("a_slice_prev"), arrays.get("W"), arrays.get("b"));
        same(what, NdArray.of(Shape.SCALAR, z), arrays.get("Z"));
    }

    private static void convForward(String what, Arrays arrays) {
        NdArray z = Convolution.forward(
                arrays.get("A_prev"), arrays.get("W"), arrays.get("b"), arrays.number(0), arrays.number(1));
        same(what, z, arrays.get("Z"));
    }

    private static void convBackward(String what, Arrays arrays) {
        Convolution.Gradients gradients = Convolution.backward(
                arrays.get("dZ"), arrays.get("A_prev"), arrays.get("W"), arrays.number(0), arrays.number(1));
        same(what + " dA_prev", gradients.dAPrev(), arrays.get("dA_prev"));
        same(what + " dW", gradients.dFilters(), arrays.get("dW"));
        same(what + " db", gradients.dBias(), arrays.get("db"));
    }

    private static void poolForward(String what, Arrays arrays) {
        for (Mode mode : Mode.values()) {
            NdArray a = Pooling.forward(arrays.get("A_prev"), arrays.number(0), arrays.number(1), mode);
            same(what + " " + mode, a, arrays.get(mode.text()));
        }
    }

    private static void poolBackward(String what, Arrays arrays) {
        for (Mode mode : Mode.values()) {
            NdArray dAPrev =
                    Pooling.backward(arrays.get("dA"), arrays.get("A_prev"), arrays.number(0), arrays.number(1), mode);
            same(what + " " + mode, dAPrev, arrays.get(mode.text()));
        }
    }

    private static void mask(String what, Arrays arrays) {
        same(what, Pooling.mask(arrays.get("x")), arrays.get("mask"));
    }

    private static void distribute(String what, Arrays arrays) {
        NdArray shares = Pooling.distribute(arrays.get("dz").flat(0), arrays.number(0), arrays.number(1));
        same(what, shares, arrays.get("distributed"));
    }
}
