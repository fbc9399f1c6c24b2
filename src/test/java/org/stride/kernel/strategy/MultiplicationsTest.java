package org.stride.kernel.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stride.array.NdArray;
import org.stride.kernel.Pooling.Mode;

/** Counts by hand; {@link ListingTest} counts what NumPy really does. */
class MultiplicationsTest {
    private static final NdArray FILTERS = NdArray.zeros(3, 3, 4, 8);
    private static final NdArray A_PREV = NdArray.zeros(2, 5, 7, 4);

    @Test
    void oneStepMultipliesEachWeightOnce() {
        assertThat(Multiplications.singleStep(NdArray.zeros(3, 3, 3))).isEqualTo(27);
    }

    @Test
    void forwardMultipliesEachFilterWithEachWindow() {
        assertThat(Multiplications.convForward(A_PREV, FILTERS, 2, 1)).isEqualTo(2 * 3 * 4 * 8 * 3 * 3 * 4);
    }

    @Test
    void backwardMultipliesTwiceAsOften() {
        assertThat(Multiplications.convBackward(NdArray.zeros(2, 3, 4, 8), FILTERS))
                .isEqualTo(2 * Multiplications.convForward(A_PREV, FILTERS, 2, 1));
    }

    @Test
    void backwardByStridedWindowsMultipliesAtEveryPaddedPixel() {
        assertThat(Multiplications.convBackwardStridedWindows(NdArray.zeros(2, 3, 4, 8), A_PREV, FILTERS, 1))
                .isEqualTo(6912 + 2 * 7 * 9 * 3 * 3 * 4 * 8);
    }

    @Test
    void onesTimesAverageMultipliesOncePerCell() {
        assertThat(Multiplications.onesTimesAverage(2, 3)).isEqualTo(6);
    }

    @Test
    void poolBackwardMultipliesMasksOnly() {
        NdArray dA = NdArray.zeros(5, 4, 2, 2);
        assertThat(Multiplications.poolBackward(dA, 2, Mode.MAX)).isEqualTo(5 * 4 * 2 * 2 * 2 * 2);
        assertThat(Multiplications.poolBackward(dA, 2, Mode.AVERAGE)).isZero();
    }

    @Test
    void countsOfLargeLayersDoNotOverflow() {
        NdArray aPrev = NdArray.zeros(64, 224, 224, 3);
        assertThat(Multiplications.convForward(aPrev, NdArray.zeros(7, 7, 3, 64), 1, 3))
                .isEqualTo(64L * 224 * 224 * 7 * 7 * 3 * 64);
    }
}
