package org.stride.ui.exercise;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stride.Cards;
import org.stride.PythonListings;
import org.stride.ui.ViewTest;
import org.stride.ui.part.CodeEditor;
import org.stride.ui.part.WindowPlayer;
import tools.jackson.databind.JsonNode;

/** The judged check as a moving picture, and the windows of typed code on real Python. */
@Timeout(120)
class MovingCaseTest extends ViewTest {
    @BeforeEach
    void needsPython() {
        PythonListings.assumeInstalled();
    }

    private void check(String exercise, String code) {
        open("exercise/" + exercise + "?way=write");
        _get(CodeEditor.class, spec -> spec.withId("editor")).setValue(code);
        _click(_get(Button.class, spec -> spec.withId("check")));
        finishChecks();
    }

    private String listing(String exercise, String card) {
        return Cards.code(catalogue.get(exercise), card);
    }

    private static WindowPlayer unfold() {
        NativeDetails details = (NativeDetails) byId("moving-case");
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
        return _get(byId("moving-case"), WindowPlayer.class);
    }

    private static JsonNode property(WindowPlayer player, String name) {
        return (JsonNode) player.getElement().getPropertyRaw(name);
    }

    private void watch() {
        _click(_get(Button.class, spec -> spec.withId("watch")));
        finishChecks();
    }

    @Test
    void whatACardGaveIsDrawnOverWhatIsRightOnceItIsUnfolded() {
        open("exercise/conv_forward");
        pick(Cards.card(catalogue.get("conv_forward"), "bias_left_out").letter());
        run(false);
        assertThat(_find(byId("moving-case"), WindowPlayer.class)).isEmpty();

        WindowPlayer player = unfold();

        assertThat(property(player, "got").at("/Z/shape").size()).isEqualTo(4);
        assertThat(property(player, "play").get("operation").asString()).isEqualTo("conv_forward");
        assertThat(_find(Button.class, spec -> spec.withId("watch"))).isEmpty();
    }

    @Test
    void theWindowsThatTypedCodeTakesAreDrawn() {
        check("conv_forward", listing("conv_forward", "stride_left_out_horizontally"));
        WindowPlayer player = unfold();

        watch();

        JsonNode run = property(player, "run");
        assertThat(run.at("/windows/1/line").asInt()).isEqualTo(18);
        assertThat(run.at("/windows/1/w0").asInt()).isEqualTo(1);
        assertThat(run.get("passed").asBoolean()).isFalse();
        assertThat(textOf(byId("moving-case"))).contains("ran once more, slowly");
    }

    @Test
    void oneChoosesAmongTheArraysThatABackwardFunctionGoesThrough() {
        check("pool_backward", listing("pool_backward", "four_loops"));
        WindowPlayer player = unfold();

        watch();

        assertThat(_find(byId("moving-case"), NativeButton.class))
                .extracting(
                        button -> button.getText() + " " + button.getElement().getAttribute("aria-pressed"))
                .containsExactly("writes dA_prev true", "reads A_prev false");
        _click(_find(byId("moving-case"), NativeButton.class).getLast());
        assertThat(_find(byId("moving-case"), NativeButton.class)
                        .getLast()
                        .getElement()
                        .getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(property(player, "run").at("/windows/0/line").asInt()).isEqualTo(17);
        assertThat(property(player, "run").get("passed").asBoolean()).isTrue();
    }

    @Test
    void codeThatTakesNoWindowsIsToldSo() {
        check("conv_forward", listing("conv_forward", "im2col"));
        unfold();
        watch();
        assertThat(textOf(byId("moving-case"))).contains("does not go over the input window by window");

        check("conv_forward", "def conv_forward(A_prev, W, b, hparameters):\n    return A_prev[99]");
        unfold();
        watch();
        assertThat(textOf(byId("moving-case"))).contains("ended before it took a second window");
    }

    @Test
    void aFunctionWithoutWindowsHasNothingToWatch() {
        check("zero_pad", "def zero_pad(X, pad):\n    return X");
        unfold();

        assertThat(_find(Button.class, spec -> spec.withId("watch"))).isEmpty();
    }
}
