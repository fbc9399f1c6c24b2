package org.stride.kernel.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.kernel.ValueAssertions.SUMMATION;
import static org.stride.kernel.ValueAssertions.assertClose;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.kernel.Pooling.Mode;

/** What holds for every strategy, and where two of them differ. */
class StrategyTest {
    private static final int SIZES = 60;

    static List<Way> ways() {
        return Way.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void everyStrategyAgreesWithTheReferenceOnRaggedSizes(Way way) {
        for (int seed = 0; seed < SIZES; seed++) {
            Arguments arguments = RaggedArguments.of(way.exercise(), seed);
            Value expected = Way.reference(way.exercise(), arguments);
            assertClose(way + ", seed " + seed, way.kernel().apply(arguments), expected, SUMMATION);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void noStrategyChangesItsArguments(Way way) {
        Arguments arguments = RaggedArguments.of(way.exercise(), 1);
        Arguments before = arguments.deepCopy();
        assertThat(way.kernel().apply(arguments)).isNotNull();
        assertThat(arguments).isEqualTo(before);
    }

    @Test
    void raggedSizesDifferFromSeedToSeed() {
        long shapes = Stream.iterate(0, seed -> seed + 1)
                .limit(SIZES)
                .map(seed -> RaggedArguments.of("conv_forward", seed))
                .map(arguments -> arguments.array("A_prev").shape() + " "
                        + arguments.array("W").shape() + arguments.value("hparameters"))
                .distinct()
                .count();
        assertThat(shapes).isGreaterThanOrEqualTo(50);
    }

    @Test
    void argmaxMarksTheFirstOfEqualMaximaOnlyAndTheOthersMarkAll() {
        NdArray ties = NdArray.of(Shape.of(2, 2), 1, 5, 5, 5);
        assertThat(MaskStrategies.argmax(ties)).isEqualTo(NdArray.of(DType.BOOL, ties.shape(), 0, 1, 0, 0));
        NdArray all = NdArray.of(DType.BOOL, ties.shape(), 0, 1, 1, 1);
        assertThat(MaskStrategies.compareWithMax(ties)).isEqualTo(all);
        assertThat(MaskStrategies.where(ties)).isEqualTo(all);
    }

    @Test
    void onlyArgmaxMarksANan() {
        NdArray window = NdArray.of(Shape.of(4), 3, Double.NaN, 7, Double.NaN);
        assertThat(MaskStrategies.argmax(window)).isEqualTo(NdArray.of(DType.BOOL, window.shape(), 0, 1, 0, 0));
        assertThat(MaskStrategies.compareWithMax(window).sum()).isZero();
        assertThat(MaskStrategies.where(window).sum()).isZero();
    }

    @Test
    void reshapingPoolsWhatDoesNotFillTheLastWindow() {
        NdArray image = NdArray.of(Shape.of(1, 3, 5, 1), 1, 2, 3, 4, 9, 5, 6, 7, 8, 9, 9, 9, 9, 9, 9);
        assertThat(PoolForwardStrategies.reshape(image, 2, 2, Mode.MAX))
                .isEqualTo(NdArray.of(Shape.of(1, 1, 2, 1), 6, 8));
    }
}
