package org.stride.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Pooling.Mode;

class PoolingTest {
    private static final NdArray IMAGE =
            NdArray.of(Shape.of(1, 4, 4, 1), 1, 3, 2, 1, 2, 9, 1, 1, 1, 3, 2, 3, 5, 6, 1, 2);

    @Test
    void forwardKeepsTheMaximumOfEachWindow() {
        assertThat(Pooling.forward(IMAGE, 2, 2, Mode.MAX)).isEqualTo(NdArray.of(Shape.of(1, 2, 2, 1), 9, 2, 6, 3));
    }

    @Test
    void forwardAveragesEachWindow() {
        assertThat(Pooling.forward(IMAGE, 2, 2, Mode.AVERAGE))
                .isEqualTo(NdArray.of(Shape.of(1, 2, 2, 1), 3.75, 1.25, 3.75, 2));
    }

    @Test
    void forwardLeavesOutWhatDoesNotFillAWindow() {
        assertThat(Pooling.forward(IMAGE, 3, 2, Mode.MAX)).isEqualTo(NdArray.of(Shape.of(1, 1, 1, 1), 9));
    }

    @Test
    void forwardPoolsEachChannelByItself() {
        NdArray image = NdArray.of(Shape.of(1, 1, 1, 2), -3, 7);
        assertThat(Pooling.forward(image, 1, 1, Mode.MAX)).isEqualTo(image);
    }

    @Test
    void theMaximumOfNegativeNumbersIsNegative() {
        NdArray image = NdArray.of(Shape.of(1, 2, 2, 1), -4, -2, -3, -5);
        assertThat(Pooling.forward(image, 2, 1, Mode.MAX).flat(0)).isEqualTo(-2);
    }

    @Test
    void aNanSpreadsOverItsWindow() {
        NdArray image = NdArray.of(Shape.of(1, 1, 4, 1), 1, Double.NaN, 5, 6);
        NdArray square = NdArray.of(Shape.of(1, 2, 2, 1), 1, 2, Double.NaN, 3);
        assertThat(Pooling.forward(image, 1, 1, Mode.MAX).flat(1)).isNaN();
        assertThat(Pooling.forward(square, 2, 1, Mode.MAX).flat(0)).isNaN();
        assertThat(Pooling.forward(square, 2, 1, Mode.AVERAGE).flat(0)).isNaN();
    }

    @Test
    void maximaOfIntegersAreIntegersAndTheirAveragesAreNot() {
        NdArray integers = NdArray.of(DType.INT64, Shape.of(1, 2, 2, 1), 1, 2, 3, 5);
        assertThat(Pooling.forward(integers, 2, 1, Mode.MAX))
                .isEqualTo(NdArray.of(DType.INT64, Shape.of(1, 1, 1, 1), 5));
        assertThat(Pooling.forward(integers, 2, 1, Mode.AVERAGE)).isEqualTo(NdArray.of(Shape.of(1, 1, 1, 1), 2.75));
    }

    @Test
    void maskMarksTheMaximum() {
        NdArray window = NdArray.matrix(new double[] {1, 3}, new double[] {4, 2});
        assertThat(Pooling.mask(window)).isEqualTo(NdArray.of(DType.BOOL, Shape.of(2, 2), 0, 0, 1, 0));
    }

    @Test
    void maskMarksEqualMaximaAll() {
        NdArray window = NdArray.of(DType.INT64, Shape.of(1, 3, 1), 7, 2, 7);
        assertThat(Pooling.mask(window)).isEqualTo(NdArray.of(DType.BOOL, Shape.of(1, 3, 1), 1, 0, 1));
    }

    @Test
    void maskOfAWindowWithNanIsEmpty() {
        assertThat(Pooling.mask(NdArray.of(Shape.of(3), 1, Double.NaN, 2)).sum())
                .isZero();
    }

    @Test
    void distributeGivesEveryoneTheSameShare() {
        assertThat(Pooling.distribute(2, 2, 2)).isEqualTo(NdArray.full(Shape.of(2, 2), 0.5));
        assertThat(Pooling.distribute(-3, 2, 3)).isEqualTo(NdArray.full(Shape.of(2, 3), -0.5));
        assertThat(Pooling.distribute(100, 10, 10).sum()).isEqualTo(100);
    }

    @Test
    void backwardRoutesTheGradientToTheMaximum() {
        NdArray window = NdArray.of(Shape.of(1, 2, 2, 1), 1, 3, 4, 2);
        NdArray dA = NdArray.of(Shape.of(1, 1, 1, 1), 8);
        assertThat(Pooling.backward(dA, window, 2, 2, Mode.MAX)).isEqualTo(NdArray.of(window.shape(), 0, 0, 8, 0));
    }

    @Test
    void backwardSpreadsTheGradientOfAnAverage() {
        NdArray window = NdArray.of(Shape.of(1, 2, 2, 1), 1, 3, 4, 2);
        NdArray dA = NdArray.of(Shape.of(1, 1, 1, 1), 8);
        assertThat(Pooling.backward(dA, window, 2, 2, Mode.AVERAGE)).isEqualTo(NdArray.full(window.shape(), 2));
    }

    @Test
    void backwardAddsUpWhereWindowsOverlap() {
        NdArray aPrev = NdArray.of(Shape.of(1, 2, 3, 1), 0, 9, 0, 0, 0, 0);
        NdArray dA = NdArray.of(Shape.of(1, 1, 2, 1), 4, 8);
        assertThat(Pooling.backward(dA, aPrev, 2, 1, Mode.MAX)).isEqualTo(NdArray.of(aPrev.shape(), 0, 12, 0, 0, 0, 0));
        assertThat(Pooling.backward(dA, aPrev, 2, 1, Mode.AVERAGE))
                .isEqualTo(NdArray.of(aPrev.shape(), 1, 3, 2, 1, 3, 2));
    }

    @Test
    void inputsAreLeftAsTheyWere() {
        NdArray before = IMAGE.copy();
        NdArray dA = NdArray.full(Shape.of(1, 3, 3, 1), 2);
        Pooling.forward(IMAGE, 2, 1, Mode.MAX);
        Pooling.mask(IMAGE);
        Pooling.backward(dA, IMAGE, 2, 1, Mode.MAX);
        assertThat(IMAGE).isEqualTo(before);
        assertThat(dA).isEqualTo(NdArray.full(Shape.of(1, 3, 3, 1), 2));
    }

    @Test
    void modesGoByTheNotebooksWords() {
        assertThat(Mode.of("max")).isEqualTo(Mode.MAX);
        assertThat(Mode.of("average")).isEqualTo(Mode.AVERAGE);
        refused(() -> Mode.of("mean"), "mode: expected \"max\" or \"average\", got \"mean\"");
    }

    @Test
    void wrongArgumentsAreRefusedWithASentence() {
        refused(
                () -> Pooling.forward(NdArray.zeros(4, 4, 1), 2, 2, Mode.MAX),
                "pool_forward: A_prev must have 4 axes, got shape (4, 4, 1)");
        refused(() -> Pooling.forward(IMAGE, 0, 2, Mode.MAX), "pool_forward: f must be 1 or more, got 0");
        refused(() -> Pooling.forward(IMAGE, 2, -1, Mode.MAX), "pool_forward: stride must be 1 or more, got -1");
        refused(
                () -> Pooling.forward(IMAGE, 6, 1, Mode.MAX),
                "pool_forward: a window of 6 does not fit into the height 4");
        refused(
                () -> Pooling.backward(NdArray.zeros(1, 2, 3, 1), IMAGE, 2, 2, Mode.MAX),
                "pool_backward: dA must have shape (1, 2, 2, 1), got (1, 2, 3, 1)");
        refused(() -> Pooling.mask(NdArray.zeros(0, 2)), "create_mask_from_window: x of shape (0, 2) has no maximum");
        refused(() -> Pooling.distribute(1, 0, 2), "distribute_value: n_H must be 1 or more, got 0");
    }

    private static void refused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }
}
