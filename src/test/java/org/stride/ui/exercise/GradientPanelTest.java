package org.stride.ui.exercise;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.Cards;
import org.stride.PythonListings;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.store.Drafts;
import org.stride.ui.ViewTest;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.CodeEditor;
import org.stride.ui.part.TensorView;

/** The gradient check beside the verdict, with real Python behind it. */
@Timeout(120)
class GradientPanelTest extends ViewTest {
    @Autowired
    private Drafts drafts;

    @Autowired
    private ObjectProvider<CurrentLearner> learner;

    @BeforeEach
    void needsPython() {
        PythonListings.assumeInstalled();
    }

    private String listing(String exercise, String card) {
        return Cards.code(catalogue.get(exercise), card);
    }

    private void check(String exercise, String card) {
        open("exercise/" + exercise + "?way=write");
        _get(CodeEditor.class, spec -> spec.withId("editor")).setValue(listing(exercise, card));
        _click(_get(Button.class, spec -> spec.withId("check")));
        finishChecks();
    }

    private void compare() {
        _click(_get(Button.class, spec -> spec.withId("check-gradient")));
        finishChecks();
    }

    private static String gradient() {
        return textOf(byId("gradient"));
    }

    @Test
    void theLearnersOwnForwardFunctionIsTheMeasure() {
        drafts.replace(
                learner.getObject().id(),
                "conv_forward",
                listing("conv_forward", "kernel_flipped"),
                "",
                Reason.REPLACED_BY_FILE);
        check("conv_backward", "kernel_flipped");
        compare();

        assertThat(gradient())
                .contains("The differences are those of your own conv_forward, which has not passed")
                .contains("dA_prev agrees", "dW disagrees", "db agrees");
        assertThat(_find(byId("gradient"), TensorView.class)).hasSize(1);
    }

    @Test
    void withoutADraftOursIsTheMeasureAndNothingIsCounted() {
        check("pool_backward", "four_loops");
        int attempts = learner.getObject()
                .progress()
                .attempts(catalogue.get("pool_backward"))
                .size();
        compare();

        assertThat(gradient())
                .contains("Every gradient agrees with the central differences of pool_forward.")
                .contains("The differences are those of our pool_forward");
        assertThat(learner.getObject().progress().attempts(catalogue.get("pool_backward")))
                .hasSize(attempts);
    }

    @Test
    void itStandsBesideTheVerdictOfBackwardStepsOnly() {
        open("exercise/conv_backward?way=write");
        assertThat(_find(Button.class, spec -> spec.withId("check-gradient"))).isEmpty();
        check("zero_pad", "np_pad");
        assertThat(_find(Button.class, spec -> spec.withId("check-gradient"))).isEmpty();
    }
}
