package org.stride.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Value;

/** The cases look where the published checks are blind. */
class CasesTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Seeds SEEDS = new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8));

    static Stream<Exercise> exercises() {
        return CATALOGUE.exercises().stream();
    }

    private static List<Case> required(String exercise) {
        return CATALOGUE.get(exercise).cases(SEEDS).stream()
                .filter(Case::required)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void everyExerciseHasPublishedShownAndHeldOutCases(Exercise exercise) {
        Set<Case.Visibility> visibilities =
                exercise.cases(SEEDS).stream().map(Case::visibility).collect(Collectors.toSet());

        assertThat(visibilities).containsExactlyInAnyOrder(Case.Visibility.values());
        assertThat(exercise.cases(SEEDS)).extracting(Case::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void theSameSecretGivesTheSameCasesAndAnotherOneOthers(Exercise exercise) {
        Seeds same = new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8));
        Seeds other = new Seeds("sixteen others..".getBytes(StandardCharsets.UTF_8));

        assertThat(exercise.cases(same)).isEqualTo(exercise.cases(SEEDS));
        for (int number = 0; number < exercise.cases(SEEDS).size(); number++) {
            Case one = exercise.cases(SEEDS).get(number);
            Case another = exercise.cases(other).get(number);
            // A window or value of one cell that is merely large enough may come again; whole inputs may not.
            assertThat(one.arguments().equals(another.arguments())).isEqualTo(!one.heldOut());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void inputsAreFinite(Exercise exercise) {
        exercise.cases(SEEDS).forEach(c -> c.arguments().values().values().forEach(CasesTest::assertFinite));
    }

    private static void assertFinite(Value value) {
        switch (value) {
            case NdArray array ->
                assertThat(array.toArray())
                        .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            case Value.Tuple tuple -> tuple.parts().forEach(CasesTest::assertFinite);
            default -> {
                // Numbers, texts and dictionaries of them.
            }
        }
    }

    @Test
    void convolutionsHaveRemaindersEveryStrideAndWindowAndPad() {
        List<Arguments> all =
                required("conv_forward").stream().map(Case::arguments).toList();

        assertThat(all.stream().map(a -> a.entry("hparameters", "stride"))).contains(1, 2, 3);
        assertThat(all.stream().map(a -> a.entry("hparameters", "pad"))).contains(0, 1, 2);
        assertThat(all.stream().map(a -> a.array("W").length(0))).contains(1, 2, 3, 4);
        assertThat(all)
                .anyMatch(a -> a.entry("hparameters", "pad") >= a.array("W").length(0));
        assertThat(all).anyMatch(a -> remainder(a, 1) != 0 && remainder(a, 2) != 0);
        assertThat(all).anyMatch(CasesTest::allDimensionsDiffer);
        assertThat(all).anyMatch(a -> a.array("A_prev").length(0) == 1);
        assertThat(all).anyMatch(a -> a.array("A_prev").length(3) == 1);
        assertThat(all).anyMatch(a -> a.array("A_prev").dtype() == DType.INT64);
        assertThat(all).anyMatch(a -> a.array("A_prev").dtype() == DType.FLOAT32);
    }

    private static int remainder(Arguments a, int axis) {
        int span = a.array("A_prev").length(axis) - a.array("W").length(0) + 2 * a.entry("hparameters", "pad");
        return span % a.entry("hparameters", "stride");
    }

    private static boolean allDimensionsDiffer(Arguments a) {
        NdArray input = a.array("A_prev");
        return Stream.of(
                                input.length(0),
                                input.length(1),
                                input.length(2),
                                input.length(3),
                                a.array("W").length(3))
                        .distinct()
                        .count()
                == 5;
    }

    @Test
    void noRequiredWindowOfThePoolsHoldsItsMaximumTwice() {
        for (Case c : required("pool_backward")) {
            Arguments cache = c.arguments().unpack("cache", "A_prev", "hparameters");
            double[] values = cache.array("A_prev").toArray();
            assertThat(values).as(c.id()).doesNotHaveDuplicates();
        }
    }

    @Test
    void distributedShapesAreNotAllSquare() {
        assertThat(required("distribute_value").stream()
                        .map(c -> c.arguments().unpack("shape", "n_H", "n_W"))
                        .filter(shape -> shape.integer("n_H") != shape.integer("n_W")))
                .hasSizeGreaterThan(4);
    }

    @Test
    void aSecretOfFewerThanSixteenBytesIsRefused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Seeds(new byte[15]))
                .hasMessage("secret: expected at least 16 bytes, got 15");
    }
}
