package org.stride.grading.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.Cards;
import org.stride.CodeGraders;
import org.stride.exercise.Case;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Seeds;
import org.stride.grading.CheckListener;
import org.stride.grading.code.WatchedRun.Track;
import org.stride.grading.code.WatchedRun.Window;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;

/** What watched code reads and writes, on real Python. */
@Timeout(300)
class CodeWatchTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static PythonRunner runner;

    @BeforeAll
    static void start() {
        runner = CodeGraders.runner();
    }

    @AfterAll
    static void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    private static WatchedRun watch(String name, String card) {
        Exercise exercise = CATALOGUE.get(name);
        return new CodeWatch(runner)
                .watch(exercise, first(exercise), Cards.code(exercise, card), "", CheckListener.NONE);
    }

    private static Case first(Exercise exercise) {
        return exercise.cases(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)))
                .getFirst();
    }

    /** The windows of the first published case, as the textbook's loops go over them. */
    private static List<List<Integer>> right(String name, boolean examples) {
        Layer layer = Layer.of(name, first(CATALOGUE.get(name)).arguments());
        int m = switch (name) {
            case "conv_forward", "pool_forward" ->
                first(CATALOGUE.get(name)).arguments().array("A_prev").shape().length(0);
            case "conv_backward" ->
                first(CATALOGUE.get(name)).arguments().array("dZ").shape().length(0);
            default ->
                first(CATALOGUE.get(name)).arguments().array("dA").shape().length(0);
        };
        List<List<Integer>> windows = new ArrayList<>();
        for (int i = 0; i < (examples ? m : 1); i++) {
            for (int h0 = 0; h0 + layer.f() <= layer.height(); h0 += layer.stride()) {
                for (int w0 = 0; w0 + layer.f() <= layer.width(); w0 += layer.stride()) {
                    windows.add(List.of(examples ? i : -1, h0, h0 + layer.f(), w0, w0 + layer.f()));
                }
            }
        }
        return windows;
    }

    private static List<List<Integer>> places(Track track) {
        return track.windows().stream()
                .map(window -> List.of(
                        Objects.requireNonNullElse(window.example(), -1),
                        window.h0(),
                        window.h1(),
                        window.w0(),
                        window.w1()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "conv_forward, four_loops, READ A_prev_pad",
        "pool_forward, four_loops, READ A_prev",
        "conv_backward, four_loops, WRITE dA_prev_pad & READ A_prev_pad",
        "pool_backward, four_loops, WRITE dA_prev & READ A_prev"
    })
    void theTextbooksLoopsTakeEveryWindowOnce(String name, String card, String arrays) {
        WatchedRun run = watch(name, card);

        assertThat(run.ended()).isInstanceOf(Outcome.Returned.class);
        assertThat(run.truncated()).isFalse();
        assertThat(run.tracks().stream()
                        .map(track -> track.kind() + " " + track.array())
                        .collect(Collectors.joining(" & ")))
                .isEqualTo(arrays);
        assertThat(run.tracks()).allSatisfy(track -> assertThat(places(track)).isEqualTo(right(name, true)));
    }

    @Test
    void windowsMayBeTakenOfAllExamplesAtOnce() {
        assertThat(watch("conv_forward", "windows_at_once").tracks())
                .singleElement()
                .satisfies(track -> assertThat(places(track)).isEqualTo(right("conv_forward", false)));
    }

    @ParameterizedTest
    @CsvSource({"conv_forward, im2col", "conv_forward, strided_windows", "conv_backward, im2col"})
    void codeThatGoesAnotherWayTakesNoWindows(String name, String card) {
        WatchedRun run = watch(name, card);

        assertThat(run.ended()).isInstanceOf(Outcome.Returned.class);
        assertThat(run.tracks()).isEmpty();
    }

    @Test
    void aWrongWindowKeepsItsLine() {
        Track track =
                watch("conv_forward", "stride_left_out_horizontally").tracks().getFirst();
        List<List<Integer>> right = right("conv_forward", true);

        assertThat(places(track).getFirst()).isEqualTo(right.getFirst());
        assertThat(track.windows().get(1)).isEqualTo(new Window(18, 0, 0, 3, 1, 4));
        assertThat(right.get(1)).containsExactly(0, 0, 3, 2, 5);
    }

    @Test
    void theInputWithoutItsPaddingIsDrawnWhereItLiesInThePaddedOne() {
        Track track = watch("conv_forward", "pad_left_out").tracks().getFirst();

        assertThat(track.array()).isEqualTo("A_prev");
        assertThat(places(track).getFirst()).containsExactly(0, 1, 4, 1, 4);
    }

    @Test
    void whatWasTakenBeforeAnErrorIsKept() {
        WatchedRun run = watch("conv_forward", "steps_by_window_size");

        assertThat(run.ended()).isInstanceOf(Outcome.Raised.class);
        assertThat(places(run.tracks().getFirst()).getFirst())
                .isEqualTo(right("conv_forward", true).getFirst());
    }

    @Test
    void codeThatDoesNotLoadTakesNothing() {
        WatchedRun run = new CodeWatch(runner)
                .watch(
                        CATALOGUE.get("conv_forward"),
                        first(CATALOGUE.get("conv_forward")),
                        "x =",
                        "",
                        CheckListener.NONE);

        assertThat(run.ended()).isNotInstanceOf(Outcome.Returned.class);
        assertThat(run.tracks()).isEmpty();
    }

    @Test
    void onlyFunctionsThatGoThroughALayerHaveWindows() {
        assertThat(CATALOGUE.exercises().stream().filter(CodeWatch::possible).map(Exercise::name))
                .containsExactly("conv_forward", "pool_forward", "conv_backward", "pool_backward");
    }
}
