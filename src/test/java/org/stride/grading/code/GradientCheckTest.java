package org.stride.grading.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.Cards;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.CheckListener;
import org.stride.grading.code.GradientComparison.Part;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;

/** Backward functions beside central differences, on real Python. */
@Timeout(300)
class GradientCheckTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static PythonRunner runner;
    private static GradientCheck check;

    @BeforeAll
    static void start() {
        runner = CodeGraders.runner();
        check = new GradientCheck(CATALOGUE, runner);
    }

    @AfterAll
    static void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    private static String listing(String exercise, String card) {
        return Cards.code(CATALOGUE.get(exercise), card);
    }

    private static GradientComparison compare(String exercise, String source, String forward) {
        return check.compare(CATALOGUE.get(exercise), source, forward, "", CheckListener.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conv_backward", "pool_backward"})
    void everyRightWayAgrees(String name) {
        Exercise exercise = CATALOGUE.get(name);
        assertThat(exercise.strategies()).allSatisfy(strategy -> {
            GradientComparison found = compare(name, strategy.listing().code(), null);
            assertThat(found.ownForward()).isFalse();
            assertThat(found.agrees()).as(strategy.id()).isTrue();
            assertThat(found.parts()).extracting(Part::worst).allMatch(worst -> worst < 1e-7);
        });
    }

    @Test
    void thePartsAreThoseOfTheFunction() {
        assertThat(compare("conv_backward", listing("conv_backward", "im2col"), null)
                        .parts())
                .extracting(Part::name)
                .containsExactly("dA_prev", "dW", "db");
        assertThat(compare("pool_backward", listing("pool_backward", "four_loops"), null)
                        .parts())
                .extracting(Part::mode)
                .containsExactly("max", "average");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "conv_backward, assigns_d_a, dA_prev",
        "conv_backward, kernel_flipped, dA_prev",
        "conv_backward, assigns_d_w, dW",
        "conv_backward, assigns_db, db",
        "conv_backward, db_averaged, db",
        "conv_backward, padding_not_cut_off, dA_prev",
        "conv_backward, mean_over_examples, dW+db",
        "conv_backward, stride_left_out, dA_prev+dW",
        "pool_backward, assigns_instead_of_adds, max+average",
        "pool_backward, average_not_divided, average",
        "pool_backward, average_divided_by_f, average",
        "pool_backward, gradient_without_mask, max",
        "pool_backward, stride_left_out, max+average"
    })
    void aMistakeDisagreesInItsPart(String exercise, String flaw, String where) {
        GradientComparison found = compare(exercise, listing(exercise, flaw), null);

        assertThat(found.parts().stream()
                        .filter(part -> !part.agrees())
                        .map(part -> part.mode().isEmpty() ? part.name() : part.mode()))
                .containsExactly(where.split("\\+"));
        assertThat(found.parts().stream().filter(part -> !part.agrees())).allMatch(part -> part.worst() > 1e-3);
    }

    /** That is the point: the two fit each other, whatever else is to be said of them. */
    @Test
    void aWrongForwardFunctionAndTheBackwardFunctionThatFitsItAgree() {
        String forward = listing("conv_forward", "kernel_flipped");
        String backward = listing("conv_backward", "four_loops")
                .replace("da = W[:, :, :, c]", "da = W[::-1, ::-1, :, c]")
                .replace("+= a_slice * dZ", "+= a_slice[::-1, ::-1, :] * dZ");

        assertThat(compare("conv_backward", backward, forward).agrees()).isTrue();
        assertThat(compare("conv_backward", backward, forward).ownForward()).isTrue();
        assertThat(compare("conv_backward", backward, null).agrees()).isFalse();
        assertThat(compare("conv_backward", listing("conv_backward", "four_loops"), forward)
                        .agrees())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def conv_forward(A_prev, W, b, hparameters):\n    return None",
                "def conv_forward(A_prev, W, b, hparameters):\n    return A_prev, {1, 2}",
                "x = ("
            })
    void aForwardFunctionThatDoesNotRunIsReplacedByOurs(String forward) {
        GradientComparison found = compare("conv_backward", listing("conv_backward", "four_loops"), forward);

        assertThat(found.ownForward()).isFalse();
        assertThat(found.agrees()).isTrue();
    }

    @Test
    void aBackwardFunctionThatRaisesIsTold() {
        assertThat(compare("conv_backward", "def conv_backward(dZ, cache):\n    return 1 / 0", null)
                        .ended())
                .isInstanceOf(Outcome.Raised.class);
        assertThat(compare("conv_backward", "def conv_backward(dZ, cache):\n    return None", null)
                        .agrees())
                .isFalse();
    }

    @Test
    void itCanBeCancelled() {
        CheckListener impatient = new CheckListener() {
            @Override
            public void caseDone(CaseResult result, int done, int total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> check.compare(
                        CATALOGUE.get("conv_backward"),
                        "def conv_backward(dZ, cache):\n    while True: pass",
                        null,
                        "",
                        impatient))
                .isInstanceOf(CheckCancelledException.class);
        assertThat(List.of(compare("pool_backward", listing("pool_backward", "four_loops"), null)
                        .agrees()))
                .containsExactly(true);
    }
}
