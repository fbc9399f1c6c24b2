package org.stride.kernel.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.kernel.Convolution;
import org.stride.kernel.Pooling;
import org.stride.kernel.Pooling.Mode;
import org.stride.kernel.ValueAssertions;

/** Without a slip, the solutions in which slips are made give what the reference gives; and every slip is told with two lines. */
class SlipsTest {
    private static final LegacyRandom RANDOM = new LegacyRandom(7);
    private static final double ROUNDING = 1e-9;

    static Stream<Arguments> slips() {
        return Stream.of(
                        ZeroPadSlips.all(),
                        SingleStepSlips.all(),
                        ConvForwardSlips.all(),
                        PoolForwardSlips.all(),
                        ConvBackwardSlips.all(),
                        MaskSlips.all(),
                        DistributeSlips.all(),
                        PoolBackwardSlips.all())
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("slips")
    void everySlipNamesTwoLinesThatDiffer(List<? extends Slip<?>> slips) {
        assertThat(slips)
                .isNotEmpty()
                .allSatisfy(slip ->
                        assertThat(slip.written()).isNotEqualTo(slip.right()).doesNotContain("{", "`"))
                .extracting(slip -> slip.right() + " / " + slip.written())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} by {1}, window {2}, stride {3}, pad {4}")
    @MethodSource("layers")
    void withoutASlipAllIsRight(int height, int width, int f, int stride, int pad) {
        NdArray x = RANDOM.randn(2, height, width, 3),
                filters = RANDOM.randn(f, f, 3, 4),
                bias = RANDOM.randn(1, 1, 1, 4);
        NdArray z = Convolution.forward(x, filters, bias, stride, pad);
        same(part(ConvForwardSlips.right().apply(x, filters, bias, stride, pad), 0), z);
        Convolution.Gradients gradients = Convolution.backward(z, x, filters, stride, pad);
        Value backward = ConvBackwardSlips.right().apply(z, x, filters, bias, stride, pad);
        same(part(backward, 0), gradients.dAPrev());
        same(part(backward, 1), gradients.dFilters());
        same(part(backward, 2), gradients.dBias());
        ZeroPadSlips.right().forEach(way -> same(way.apply(x, pad), Convolution.zeroPad(x, pad)));
        for (Mode mode : Mode.values()) {
            NdArray a = Pooling.forward(x, f, stride, mode);
            same(part(PoolForwardSlips.right().apply(x, f, stride, mode), 0), a);
            same(PoolBackwardSlips.right().apply(a, x, f, stride, mode), Pooling.backward(a, x, f, stride, mode));
        }
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of(7, 10, 3, 2, 1),
                Arguments.of(5, 4, 2, 3, 0),
                Arguments.of(4, 6, 1, 1, 2),
                Arguments.of(4, 4, 4, 1, 3));
    }

    @org.junit.jupiter.api.Test
    void theSmallOnesAreRightToo() {
        NdArray x = RANDOM.randn(3, 3, 2), filter = RANDOM.randn(3, 3, 2), bias = RANDOM.randn(1, 1, 1);
        same(SingleStepSlips.right().apply(x, filter, bias), Value.Scalar.of(Convolution.singleStep(x, filter, bias)));
        NdArray window = RANDOM.randn(3, 4);
        same(MaskSlips.right().apply(window), Pooling.mask(window));
        same(DistributeSlips.right().apply(6, 2, 3), NdArray.full(org.stride.array.Shape.of(2, 3), 1));
    }

    private static Value part(Value tuple, int place) {
        return ((Value.Tuple) tuple).parts().get(place);
    }

    private static void same(Value got, Value wanted) {
        ValueAssertions.assertClose("right", got, wanted, ROUNDING);
    }
}
