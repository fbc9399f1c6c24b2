package org.stride.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.exercise.Arguments;
import org.stride.exercise.Case;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Seeds;
import org.stride.grading.Grader;
import org.stride.ui.ViewTest;
import tools.jackson.databind.JsonNode;

class WindowPlayerTest extends ViewTest {
    /** What the page’s operations ask for. */
    private static final Map<String, List<String>> WANTED = Map.of(
            "zero_pad", List.of("X", "pad"),
            "conv_single_step", List.of("a_slice_prev", "W", "b"),
            "conv_forward", List.of("A_prev", "W", "b", "stride", "pad"),
            "pool_forward", List.of("A_prev", "f", "stride"),
            "conv_backward", List.of("dZ", "A_prev", "W", "b", "stride", "pad"),
            "create_mask_from_window", List.of("x"),
            "distribute_value", List.of("dz", "n_H", "n_W"),
            "pool_backward", List.of("dA", "A_prev", "f", "stride"));

    static Stream<Exercise> exercises() {
        return Catalogue.load().exercises().stream();
    }

    private static JsonNode property(WindowPlayer player, String name) {
        UI.getCurrent().add(player);
        return (JsonNode) player.getElement().getPropertyRaw(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void everyCaseReachesThePageWithAllThatItsOperationAsksFor(Exercise exercise) {
        Grader grader = new Grader(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)));
        for (Case testCase : grader.cases(exercise)) {
            JsonNode play = property(WindowPlayer.of(exercise.name(), testCase.arguments()), "play");

            assertThat(play.get("operation").asString()).isEqualTo(exercise.name());
            for (String name : WANTED.get(exercise.name())) {
                boolean there =
                        play.get("arrays").has(name) || play.get("numbers").has(name);
                assertThat(there)
                        .as("%s of %s in %s", name, testCase.id(), play)
                        .isTrue();
            }
            play.get("arrays")
                    .forEach(array -> assertThat(array.get("values").size())
                            .isEqualTo(array.get("shape")
                                    .valueStream()
                                    .mapToInt(JsonNode::asInt)
                                    .reduce(1, (a, b) -> a * b)));
        }
    }

    @Test
    void theModeIsMaxWhereItIsLeftOut() {
        Exercise pooling = catalogue.get("pool_forward");
        Grader grader = new Grader(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)));
        List<String> modes = grader.cases(pooling).stream()
                .map(testCase -> property(WindowPlayer.of("pool_forward", testCase.arguments()), "play")
                        .get("mode")
                        .asString())
                .distinct()
                .toList();

        assertThat(modes).containsExactlyInAnyOrder("max", "average");
    }

    @Test
    void whatWasGivenAndTakenIsDrawnOverWhatIsRight() {
        WindowPlayer player = WindowPlayer.of(
                        "create_mask_from_window", Arguments.none().with("x", NdArray.matrix(new double[] {1, Double.NaN
                        })))
                .comparing(Map.of("mask", NdArray.zeros(DType.BOOL, Shape.of(1, 2))))
                .running(new WindowPlayer.Run(List.of(new WindowPlayer.Window(7, null, 0, 3, 2, 5)), true, false));

        assertThat(property(player, "play").at("/arrays/x/values/1").asString()).isEqualTo("NaN");
        assertThat(property(player, "got").at("/mask/shape").toString()).isEqualTo("[1,2]");
        JsonNode run = property(player, "run");
        assertThat(run.at("/windows/0/line").asInt()).isEqualTo(7);
        assertThat(run.at("/windows/0/w1").asInt()).isEqualTo(5);
        assertThat(run.get("truncated").asBoolean()).isTrue();
    }

    @Test
    void everyWordIsTranslated() {
        JsonNode texts = property(WindowPlayer.of("distribute_value", distribute()), "texts");

        assertThat(texts.get("poolBackMax").asString()).contains("{source}", "{cells}");
        assertThat(texts.get("noFitPadded").asString()).contains("{f}", "{height}", "{width}");
        assertThat(texts.toString()).doesNotContain("!{");
    }

    private Arguments distribute() {
        Exercise exercise = catalogue.get("distribute_value");
        return new Grader(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)))
                .cases(exercise)
                .getFirst()
                .arguments();
    }
}
