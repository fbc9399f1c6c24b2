package org.stride.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.kernel.Convolution.Gradients;

class ConvolutionTest {
    private static final NdArray VERTICAL_EDGES = NdArray.of(Shape.of(3, 3, 1, 1), 1, 0, -1, 1, 0, -1, 1, 0, -1);

    @Test
    void zeroPadSurroundsHeightAndWidthOnly() {
        NdArray x = NdArray.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4);
        assertThat(Convolution.zeroPad(x, 1))
                .isEqualTo(NdArray.of(
                        Shape.of(1, 4, 3, 2), 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void zeroPadOfNothingIsACopy() {
        NdArray x = NdArray.of(Shape.of(1, 1, 2, 1), 1, 2);
        NdArray padded = Convolution.zeroPad(x, 0);
        assertThat(padded).isEqualTo(x);
        padded.set(9, 0, 0, 0, 0);
        assertThat(x.get(0, 0, 0, 0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"BOOL", "INT64", "FLOAT32", "FLOAT64"})
    void zeroPadKeepsTheDtype(DType dtype) {
        assertThat(Convolution.zeroPad(NdArray.zeros(dtype, Shape.of(1, 1, 1, 1)), 1)
                        .dtype())
                .isEqualTo(dtype);
    }

    @Test
    void singleStepMultipliesAddsUpAndAddsTheBiasOnce() {
        NdArray window = NdArray.of(Shape.of(2, 2, 1), 1, 2, 3, 4);
        NdArray filter = NdArray.of(Shape.of(2, 2, 1), 1, 0, 0, -1);
        NdArray bias = NdArray.of(Shape.of(1, 1, 1), 10);
        assertThat(Convolution.singleStep(window, filter, bias)).isEqualTo(7);
    }

    @Test
    void singleStepAddsUpAllChannels() {
        NdArray window = NdArray.of(Shape.of(1, 1, 3), 1, 2, 3);
        NdArray filter = NdArray.of(Shape.of(1, 1, 3), 100, 10, 1);
        assertThat(Convolution.singleStep(window, filter, NdArray.zeros(1, 1, 1)))
                .isEqualTo(123);
    }

    @Test
    void theVerticalEdgeFilterFindsTheEdgesOfTheSixBySixImage() {
        NdArray image = NdArray.matrix(
                        new double[] {3, 0, 1, 2, 7, 4},
                        new double[] {1, 5, 8, 9, 3, 1},
                        new double[] {2, 7, 2, 5, 1, 3},
                        new double[] {0, 1, 3, 1, 7, 8},
                        new double[] {4, 2, 1, 6, 2, 8},
                        new double[] {2, 4, 5, 2, 3, 9})
                .reshape(1, 6, 6, 1);
        NdArray edges = Convolution.forward(image, VERTICAL_EDGES, NdArray.zeros(1, 1, 1, 1), 1, 0);
        assertThat(edges.reshape(4, 4))
                .isEqualTo(NdArray.matrix(
                        new double[] {-5, -4, 0, 8},
                        new double[] {-10, -2, 2, 3},
                        new double[] {0, -2, -4, -7},
                        new double[] {-3, -2, -3, -16}));
    }

    @Test
    void strideTwoVisitsNineWindowsOfTheSevenBySevenImage() {
        NdArray image = NdArray.matrix(
                        new double[] {2, 3, 7, 4, 6, 2, 9},
                        new double[] {6, 6, 9, 8, 7, 4, 3},
                        new double[] {3, 4, 8, 3, 8, 9, 7},
                        new double[] {7, 8, 3, 6, 6, 3, 4},
                        new double[] {4, 2, 1, 8, 3, 4, 6},
                        new double[] {3, 2, 4, 1, 9, 8, 3},
                        new double[] {0, 1, 3, 9, 2, 1, 4})
                .reshape(1, 7, 7, 1);
        NdArray filter = NdArray.of(Shape.of(3, 3, 1, 1), 3, 4, 4, 1, 0, 2, -1, 0, 3);
        NdArray z = Convolution.forward(image, filter, NdArray.zeros(1, 1, 1, 1), 2, 0);
        assertThat(z.reshape(3, 3))
                .isEqualTo(NdArray.matrix(
                        new double[] {91, 100, 88}, new double[] {69, 91, 117}, new double[] {44, 72, 74}));
    }

    @Test
    void forwardStacksFiltersAsChannelsEachWithItsOwnBias() {
        NdArray pixel = NdArray.of(Shape.of(1, 1, 1, 2), 2, 3);
        NdArray filters = NdArray.of(Shape.of(1, 1, 2, 3), 1, 10, 100, 1, 10, 100);
        NdArray bias = NdArray.of(Shape.of(1, 1, 1, 3), 0.5, 0.25, 0.125);
        assertThat(Convolution.forward(pixel, filters, bias, 1, 0))
                .isEqualTo(NdArray.of(Shape.of(1, 1, 1, 3), 5.5, 50.25, 500.125));
    }

    @Test
    void forwardOfIntegersIsAnInteger() {
        NdArray one = NdArray.of(DType.INT64, Shape.of(1, 1, 1, 1), 3);
        assertThat(Convolution.forward(one, one, one, 1, 0)).isEqualTo(NdArray.of(DType.INT64, one.shape(), 12));
        assertThat(Convolution.forward(one, one, NdArray.zeros(1, 1, 1, 1), 1, 0)
                        .dtype())
                .isEqualTo(DType.FLOAT64);
    }

    @Test
    void backwardSendsEachGradientAlongTheWeights() {
        NdArray aPrev = NdArray.of(Shape.of(1, 3, 3, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        NdArray filters = NdArray.of(Shape.of(2, 2, 1, 1), 1, 0, 0, 1);
        NdArray dZ = NdArray.of(Shape.of(1, 2, 2, 1), 1, 0, 0, 1);
        Gradients gradients = Convolution.backward(dZ, aPrev, filters, 1, 0);
        assertThat(gradients.dAPrev()).isEqualTo(NdArray.of(aPrev.shape(), 1, 0, 0, 0, 2, 0, 0, 0, 1));
        assertThat(gradients.dFilters()).isEqualTo(NdArray.of(filters.shape(), 6, 8, 12, 14));
        assertThat(gradients.dBias()).isEqualTo(NdArray.of(Shape.of(1, 1, 1, 1), 2));
    }

    @Test
    void backwardCutsThePaddingOff() {
        NdArray aPrev = NdArray.of(Shape.of(1, 1, 1, 1), 5);
        NdArray filters = NdArray.of(Shape.of(3, 3, 1, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        NdArray dZ = NdArray.of(Shape.of(1, 1, 1, 1), 2);
        Gradients gradients = Convolution.backward(dZ, aPrev, filters, 1, 1);
        assertThat(gradients.dAPrev()).isEqualTo(NdArray.of(Shape.of(1, 1, 1, 1), 10));
        assertThat(gradients.dFilters()).isEqualTo(NdArray.of(filters.shape(), 0, 0, 0, 0, 10, 0, 0, 0, 0));
    }

    @Test
    void inputsAreLeftAsTheyWere() {
        NdArray aPrev = NdArray.full(Shape.of(2, 3, 4, 2), 1.5);
        NdArray filters = NdArray.full(Shape.of(2, 2, 2, 3), -0.5);
        NdArray bias = NdArray.full(Shape.of(1, 1, 1, 3), 2);
        NdArray aBefore = aPrev.copy(), filtersBefore = filters.copy(), biasBefore = bias.copy();
        NdArray z = Convolution.forward(aPrev, filters, bias, 1, 1);
        NdArray zBefore = z.copy();
        Convolution.backward(z, aPrev, filters, 1, 1);
        assertThat(aPrev).isEqualTo(aBefore);
        assertThat(filters).isEqualTo(filtersBefore);
        assertThat(bias).isEqualTo(biasBefore);
        assertThat(z).isEqualTo(zBefore);
    }

    @ParameterizedTest(name = "length {0}, f {1}, stride {2}, pad {3}: {4} windows")
    @CsvSource({
        "7, 3, 2, 0, 3",
        "7, 3, 3, 0, 2", // the remainder is left over
        "6, 3, 1, 0, 4",
        "6, 3, 1, 1, 6",
        "5, 3, 2, 1, 3",
        "1, 1, 3, 0, 1",
        "2, 3, 2, 0, 0", // floor, not towards zero
        "2, 5, 1, 0, -2"
    })
    void outputLengthRoundsDown(int length, int f, int stride, int pad, int windows) {
        assertThat(Convolution.outputLength(length, f, stride, pad)).isEqualTo(windows);
    }

    @Test
    void noWindowAtAllGivesAnEmptyResult() {
        NdArray z = Convolution.forward(
                NdArray.zeros(1, 2, 5, 1), NdArray.zeros(3, 3, 1, 4), NdArray.zeros(1, 1, 1, 4), 2, 0);
        assertThat(z.shape()).isEqualTo(Shape.of(1, 0, 2, 4));
    }

    @Test
    void wrongArgumentsAreRefusedWithASentence() {
        NdArray aPrev = NdArray.zeros(2, 5, 7, 4);
        NdArray filters = NdArray.zeros(3, 3, 4, 8);
        NdArray bias = NdArray.zeros(1, 1, 1, 8);
        refused(() -> Convolution.zeroPad(NdArray.zeros(3, 3), 1), "zero_pad: X must have 4 axes, got shape (3, 3)");
        refused(() -> Convolution.zeroPad(aPrev, -1), "zero_pad: pad must be 0 or more, got -1");
        refused(
                () -> Convolution.singleStep(NdArray.zeros(2, 2, 1), NdArray.zeros(2, 2, 3), NdArray.zeros(1, 1, 1)),
                "conv_single_step: W must have shape (2, 2, 1), got (2, 2, 3)");
        refused(
                () -> Convolution.singleStep(NdArray.zeros(2, 2, 1), NdArray.zeros(2, 2, 1), NdArray.zeros(2)),
                "conv_single_step: b must have shape (1, 1, 1), got (2,)");
        refused(
                () -> Convolution.forward(aPrev, NdArray.zeros(3, 3, 3, 8), bias, 1, 0),
                "conv_forward: W has 3 input channels, A_prev has 4");
        refused(
                () -> Convolution.forward(aPrev, NdArray.zeros(3, 2, 4, 8), bias, 1, 0),
                "conv_forward: W must be as high as wide, got shape (3, 2, 4, 8)");
        refused(
                () -> Convolution.forward(aPrev, NdArray.zeros(0, 0, 4, 8), bias, 1, 0),
                "conv_forward: f must be 1 or more, got 0");
        refused(
                () -> Convolution.forward(aPrev, filters, NdArray.zeros(8), 1, 0),
                "conv_forward: b must have shape (1, 1, 1, 8), got (8,)");
        refused(() -> Convolution.forward(aPrev, filters, bias, 0, 0), "conv_forward: stride must be 1 or more, got 0");
        refused(
                () -> Convolution.forward(NdArray.zeros(2, 1, 7, 4), NdArray.zeros(4, 4, 4, 8), bias, 1, 0),
                "conv_forward: a window of 4 does not fit into the padded height 1");
        refused(
                () -> Convolution.backward(NdArray.zeros(2, 5, 6, 8), aPrev, filters, 1, 1),
                "conv_backward: dZ must have shape (2, 5, 7, 8), got (2, 5, 6, 8)");
    }

    private static void refused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }
}
