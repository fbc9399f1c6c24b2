package org.stride.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.kernel.Convolution;

/** Every figure that learners find printed in the notebooks they come from, to its printed digits. */
class PublishedFiguresTest {
    /** Half of the last of eight printed decimals. */
    private static final Offset<Double> EIGHT_DECIMALS = within(0.5e-8 + 1e-15);

    private static final Offset<Double> ALL_DIGITS = within(1e-14);

    private final Catalogue catalogue = Catalogue.load();
    private final Seeds seeds = new Seeds("sixteen bytes...".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private Case testCase(String exercise, String id) {
        return catalogue.get(exercise).cases(seeds).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Value reference(String exercise, String id) {
        return catalogue.get(exercise).reference(testCase(exercise, id).arguments());
    }

    private NdArray part(String exercise, String id, int part) {
        return (NdArray) ((Value.Tuple) reference(exercise, id)).parts().get(part);
    }

    private static void assertPrinted(NdArray array, double... printed) {
        assertThat(array.toArray()).containsExactly(printed, EIGHT_DECIMALS);
    }

    @Test
    void zeroPadShowsThePublishedSlices() {
        NdArray x = testCase("zero_pad", "published_1").arguments().array("X");
        NdArray padded = (NdArray) reference("zero_pad", "published_1");

        assertThat(x.shape()).isEqualTo(Shape.of(4, 3, 3, 2));
        assertThat(padded.shape()).isEqualTo(Shape.of(4, 9, 9, 2));
        assertPrinted(x.at(1).at(1), 0.90085595, -0.68372786, -0.12289023, -0.93576943, -0.26788808, 0.53035547);
        assertThat(padded.at(1).at(1)).isEqualTo(NdArray.zeros(9, 2));
    }

    @Test
    void convSingleStepGivesThePublishedNumbers() {
        assertThat(((Value.Scalar) reference("conv_single_step", "published_1")).value())
                .isEqualTo(-6.999089450680221, ALL_DIGITS);
        assertThat(((Value.Scalar) reference("conv_single_step", "published_2")).value())
                .isEqualTo(-3.5443670581382474, ALL_DIGITS);
    }

    @Test
    void convForwardGivesThePublishedNumbers() {
        NdArray z = part("conv_forward", "published_1", 0);

        assertThat(z.mean()).isEqualTo(0.5511276474566768, ALL_DIGITS);
        assertPrinted(
                z.at(0).at(2).at(1),
                -2.17796037,
                8.07171329,
                -0.5772704,
                3.36286738,
                4.48113645,
                -2.89198428,
                10.99288867,
                3.03171932);
        Value.Tuple cache = (Value.Tuple)
                ((Value.Tuple) reference("conv_forward", "published_1")).parts().get(1);
        assertPrinted(
                ((NdArray) cache.parts().getFirst()).at(1).at(2).at(3), -1.1191154, 1.9560789, -0.3264995, -1.34267579);
    }

    @Test
    void convForwardGivesTheFirstEditionsNumbers() {
        NdArray z = part("conv_forward", "published_2", 0);

        assertThat(z.mean()).isEqualTo(0.04899520352885578, ALL_DIGITS);
        assertPrinted(
                z.at(3).at(2).at(1),
                -0.61490741,
                -6.7439236,
                -2.55153897,
                1.75698377,
                3.56208902,
                0.53036437,
                5.18531798,
                8.75898442);
    }

    @Test
    void convForwardFindsTheVerticalEdgesOfTheLesson() {
        assertThat(Arrays.copyOf(part("conv_forward", "shown_1", 0).toArray(), 2))
                .containsExactly(-5, -4);
    }

    @Test
    void poolForwardGivesThePublishedNumbers() {
        NdArray max1 = part("pool_forward", "published_1", 0);
        NdArray max2 = part("pool_forward", "published_2", 0);
        NdArray average1 = part("pool_forward", "published_3", 0);
        NdArray average2 = part("pool_forward", "published_4", 0);

        assertThat(max1.shape()).isEqualTo(Shape.of(2, 3, 3, 3));
        assertPrinted(
                max1.at(1).at(1),
                1.96710175,
                0.84616065,
                1.27375593,
                1.96710175,
                0.84616065,
                1.23616403,
                1.62765075,
                1.12141771,
                1.2245077);
        assertPrinted(
                average1.at(1).at(1),
                0.44497696,
                -0.00261695,
                -0.31040307,
                0.50811474,
                -0.23493734,
                -0.23961183,
                0.11872677,
                0.17255229,
                -0.22112197);
        assertThat(max2.shape()).isEqualTo(Shape.of(2, 2, 2, 3));
        assertPrinted(
                max2.at(0),
                1.74481176,
                0.90159072,
                1.65980218,
                1.74481176,
                1.6924546,
                1.65980218,
                1.13162939,
                1.51981682,
                2.18557541,
                1.13162939,
                1.6924546,
                2.18557541);
        assertPrinted(
                average2.at(1),
                -0.17313416,
                0.32377198,
                -0.34317572,
                0.02030094,
                0.14141479,
                -0.01231585,
                0.42944926,
                0.08446996,
                -0.27290905,
                0.15077452,
                0.28911175,
                0.00123239);
    }

    @Test
    void convBackwardGivesThePublishedMeans() {
        NdArray dA = part("conv_backward", "published_1", 0);
        NdArray dW = part("conv_backward", "published_1", 1);
        NdArray db = part("conv_backward", "published_1", 2);

        assertThat(dA.shape()).isEqualTo(Shape.of(10, 4, 4, 3));
        assertThat(dW.shape()).isEqualTo(Shape.of(2, 2, 3, 8));
        assertThat(db.shape()).isEqualTo(Shape.of(1, 1, 1, 8));
        assertThat(dA.mean()).isEqualTo(1.4524377775388075, within(1e-13));
        assertThat(dW.mean()).isEqualTo(1.7269914583139097, within(1e-13));
        assertThat(db.mean()).isEqualTo(7.839232564616838, within(1e-13));
    }

    @Test
    void theEditionOf2017AddedTheBiasToEveryProduct() {
        Arguments arguments = ConvForward.firstEdition(1, 2);
        NdArray bias = arguments.array("b");
        NdArray filters = arguments.array("W");
        int products = filters.length(0) * filters.length(1) * filters.length(2);
        NdArray z = Convolution.forward(arguments.array("A_prev"), filters, bias.map(b -> b * products), 1, 2);
        Convolution.Gradients gradients = Convolution.backward(z, arguments.array("A_prev"), filters, 1, 2);

        assertThat(z.mean()).isEqualTo(0.1558593248890644, within(1e-13));
        assertThat(gradients.dAPrev().mean()).isEqualTo(9.608990675868993, within(1e-12));
        assertThat(gradients.dFilters().mean()).isEqualTo(10.581741275547557, within(1e-12));
        assertThat(gradients.dBias().mean()).isEqualTo(76.37106919563735, within(1e-12));
    }

    @Test
    void masksAreThePublishedOnes() {
        NdArray x =
                testCase("create_mask_from_window", "published_1").arguments().array("x");

        assertPrinted(x, 1.62434536, -0.61175641, -0.52817175, -1.07296862, 0.86540763, -2.3015387);
        assertThat(((NdArray) reference("create_mask_from_window", "published_1")).toArray())
                .containsExactly(1, 0, 0, 0, 0, 0);
        assertThat(((NdArray) reference("create_mask_from_window", "published_2")).toArray())
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void sharesAreThePublishedOnes() {
        assertThat(((NdArray) reference("distribute_value", "published_1")).toArray())
                .containsExactly(0.5, 0.5, 0.5, 0.5);
        assertThat(((NdArray) reference("distribute_value", "published_2")).sum())
                .isEqualTo(100, within(1e-12));
    }

    @Test
    void poolBackwardGivesThePublishedNumbers() {
        Case max = testCase("pool_backward", "published_1");
        assertThat(max.arguments().array("dA").mean()).isEqualTo(0.145713902729, within(0.5e-12));

        assertPrinted(
                ((NdArray) reference("pool_backward", "published_1")).at(1).at(1), 0, 0, 5.05844394, -1.68282702, 0, 0);
        assertPrinted(
                ((NdArray) reference("pool_backward", "published_2")).at(1).at(1),
                0.08485462,
                0.2787552,
                1.26461098,
                -0.25749373,
                1.17975636,
                -0.53624893);
    }

    @Test
    void theStreamBehindThemAllIsNumPys() {
        assertThat(new LegacyRandom(1).randn(1).get(0)).isEqualTo(1.6243453636632417);
    }
}
