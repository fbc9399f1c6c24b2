package org.stride.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.stride.kernel.ValueAssertions.assertClose;

import java.util.Collections;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Convolution.Gradients;
import org.stride.kernel.Pooling.Mode;

/**
 * Every gradient against the slope that nudging each input by a little really gives, for the cost {@code Σ output ·
 * weight}, whose gradient with respect to the output is the weight.
 */
class CentralDifferenceTest {
    private static final double NUDGE = 1e-5;
    private static final double TOLERANCE = 1e-7;

    @ParameterizedTest(name = "seed {0}: {1}×{2}×{3}×{4}, f {5}, {6} filters, stride {7}, pad {8}")
    @CsvSource({
        "1, 2, 5, 7, 3, 3, 2, 2, 1",
        "2, 1, 4, 6, 2, 2, 3, 3, 0",
        "3, 3, 3, 5, 1, 4, 2, 1, 2",
        "4, 2, 6, 3, 2, 2, 1, 2, 3",
        "5, 1, 2, 3, 3, 1, 2, 2, 0"
    })
    void convBackwardIsTheSlopeOfConvForward(
            int seed, int m, int nH, int nW, int nCPrev, int f, int nC, int stride, int pad) {
        Random random = new Random(seed);
        NdArray aPrev = normal(random, m, nH, nW, nCPrev);
        NdArray filters = normal(random, f, f, nCPrev, nC);
        NdArray bias = normal(random, 1, 1, 1, nC);
        NdArray dZ = normalLike(random, Convolution.forward(aPrev, filters, bias, stride, pad));
        Gradients gradients = Convolution.backward(dZ, aPrev, filters, stride, pad);
        assertClose(
                "dA_prev",
                gradients.dAPrev(),
                slope(aPrev, dZ, nudged -> Convolution.forward(nudged, filters, bias, stride, pad)),
                TOLERANCE);
        assertClose(
                "dW",
                gradients.dFilters(),
                slope(filters, dZ, nudged -> Convolution.forward(aPrev, nudged, bias, stride, pad)),
                TOLERANCE);
        assertClose(
                "db",
                gradients.dBias(),
                slope(bias, dZ, nudged -> Convolution.forward(aPrev, filters, nudged, stride, pad)),
                TOLERANCE);
    }

    @ParameterizedTest(name = "seed {0}: {1}×{2}×{3}×{4}, f {5}, stride {6}, {7}")
    @CsvSource({
        "1, 2, 5, 7, 3, 3, 2, MAX",
        "2, 2, 5, 7, 3, 3, 2, AVERAGE",
        "3, 1, 6, 4, 2, 2, 1, MAX",
        "4, 1, 6, 4, 2, 2, 1, AVERAGE",
        "5, 3, 7, 8, 1, 2, 3, MAX",
        "6, 3, 7, 8, 1, 2, 3, AVERAGE",
        "7, 2, 4, 5, 2, 4, 1, MAX",
        "8, 2, 4, 5, 2, 1, 2, AVERAGE"
    })
    void poolBackwardIsTheSlopeOfPoolForward(int seed, int m, int nH, int nW, int nC, int f, int stride, Mode mode) {
        Random random = new Random(seed);
        NdArray aPrev = distinct(random, m, nH, nW, nC);
        NdArray dA = normalLike(random, Pooling.forward(aPrev, f, stride, mode));
        assertClose(
                "dA_prev",
                Pooling.backward(dA, aPrev, f, stride, mode),
                slope(aPrev, dA, nudged -> Pooling.forward(nudged, f, stride, mode)),
                TOLERANCE);
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2"})
    void aGradientThatIsTwiceTooLargeIsNoticed(int seed) {
        Random random = new Random(seed);
        NdArray aPrev = distinct(random, 1, 3, 4, 2);
        NdArray dA = normalLike(random, Pooling.forward(aPrev, 2, 1, Mode.AVERAGE));
        NdArray slope = slope(aPrev, dA, nudged -> Pooling.forward(nudged, 2, 1, Mode.AVERAGE));
        NdArray doubled = Pooling.backward(dA, aPrev, 2, 1, Mode.AVERAGE).map(value -> 2 * value);
        assertThat(catchThrowable(() -> assertClose("doubled", doubled, slope, TOLERANCE)))
                .isInstanceOf(AssertionError.class);
    }

    private static NdArray slope(NdArray input, NdArray weight, Function<NdArray, NdArray> forward) {
        NdArray slope = NdArray.zeros(input.shape().lengths());
        for (int offset = 0; offset < input.size(); offset++) {
            NdArray above = input.copy(), below = input.copy();
            above.setFlat(input.flat(offset) + NUDGE, offset);
            below.setFlat(input.flat(offset) - NUDGE, offset);
            double rise = cost(forward.apply(above), weight) - cost(forward.apply(below), weight);
            slope.setFlat(rise / (2 * NUDGE), offset);
        }
        return slope;
    }

    private static double cost(NdArray output, NdArray weight) {
        return output.combine(weight, (value, factor) -> value * factor).sum();
    }

    private static NdArray normal(Random random, int... lengths) {
        return NdArray.zeros(lengths).map(zero -> random.nextGaussian());
    }

    private static NdArray normalLike(Random random, NdArray array) {
        return normal(random, array.shape().lengths());
    }

    /** No two values are nearer than 0.01, so that a nudge never changes which one is the maximum. */
    private static NdArray distinct(Random random, int... lengths) {
        Shape shape = Shape.of(lengths);
        var steps = IntStream.range(0, shape.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(steps, random);
        return NdArray.of(
                shape, steps.stream().mapToDouble(step -> step / 100.0).toArray());
    }
}
