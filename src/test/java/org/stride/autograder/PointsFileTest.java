package org.stride.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.autograder.Assignment.Task;
import org.stride.exercise.Catalogue;

class PointsFileTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void aFunctionAndItsPointsStandInEachLineInAnyOrder() {
        Assignment assignment =
                PointsFile.parse("conv_backward: {points: 2.5, optional: true}\nzero_pad: 10\n", CATALOGUE);
        assertThat(assignment.tasks())
                .containsExactly(entry("zero_pad", new Task(10, false)), entry("conv_backward", new Task(2.5, true)));
        assertThat(assignment.possible()).isEqualTo(10);
    }

    @Test
    void jsonWillDoAsWell() {
        assertThat(PointsFile.parse("{\"zero_pad\": 1}", CATALOGUE).tasks()).containsOnlyKeys("zero_pad");
    }

    @Test
    void usuallyEachIsWorthOneAndTheBackwardHalfIsOptional() {
        Assignment usual = Assignment.usual(CATALOGUE);
        assertThat(usual.tasks()).hasSize(8);
        assertThat(usual.possible()).isEqualTo(4);
        assertThat(usual.tasks().get("pool_backward")).isEqualTo(new Task(1, true));
    }

    @Test
    void aFunctionThatIsAskedForByNameIsNotOptional() {
        assertThat(Assignment.usual(CATALOGUE).only(List.of("pool_backward")).tasks())
                .containsExactly(entry("pool_backward", new Task(1, false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zero_pda: 1 | there is no function zero_pda; there are zero_pad, conv_single_step",
                "zero_pad: many | expected for zero_pad a number, or {points: number, optional: true}, got many",
                "zero_pad: -1 | expected for zero_pad a number from 0 to 1000000, got -1",
                "zero_pad: .nan | expected for zero_pad a number from 0 to 1000000",
                "zero_pad: {points: 1, weight: 2} | expected for zero_pad",
                "zero_pad: {points: 1, optional: perhaps} | expected for zero_pad",
                "zero_pad | expected a function and its points in each line",
                "'' | expected a function and its points in each line",
                "'zero_pad: [' | this is neither YAML nor JSON",
                "zero_pad: !!java.net.URL [http://localhost] | this is neither YAML nor JSON"
            })
    void whatIsWrongIsNamed(String text, String said) {
        assertThatThrownBy(() -> PointsFile.parse(text, CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zero_pad: 10\n",
                "zero_pad: 0.125\nconv_forward: 1000000\n",
                "zero_pad: 0\npool_backward: {points: 2.5, optional: true}\n"
            })
    void whatIsWrittenIsReadAsTheSame(String text) {
        assertThat(PointsFile.format(PointsFile.parse(text, CATALOGUE))).isEqualTo(text);
    }
}
