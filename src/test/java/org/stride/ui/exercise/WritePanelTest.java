package org.stride.ui.exercise;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.PythonListings;
import org.stride.learner.CheckAllowance;
import org.stride.learner.Progress;
import org.stride.python.PythonRunner;
import org.stride.ui.ViewTest;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.CodeEditor;
import org.stride.ui.part.Printed;
import org.stride.ui.part.TensorView;

/** The page on which a learner writes, with real Python behind it. */
@Timeout(120)
class WritePanelTest extends ViewTest {
    @Autowired
    private PythonRunner runner;

    @Autowired
    private ObjectProvider<CurrentLearner> learner;

    @BeforeEach
    void needsPython() {
        PythonListings.assumeInstalled();
    }

    private static void write(String exercise) {
        open("exercise/" + exercise + "?way=write");
    }

    private static CodeEditor editor() {
        return _get(CodeEditor.class, spec -> spec.withId("editor"));
    }

    private void check(String source) {
        editor().setValue(source);
        _click(_get(Button.class, spec -> spec.withId("check")));
        finishChecks();
    }

    private void tryOut(String source) {
        editor().setValue(source);
        _click(_get(Button.class, spec -> spec.withId("try-out")));
        finishChecks();
    }

    private static String verdict() {
        return textOf(byId("verdict"));
    }

    private static String marks() {
        return String.valueOf(editor().getElement().getPropertyRaw("marks"));
    }

    private static String solution(String file) {
        try {
            return Files.readString(Path.of("src/test/resources/solutions", file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theAddressSaysThatTheLearnerWrites() {
        open("exercise/zero_pad");
        assertThat(_find(CodeEditor.class, spec -> spec.withId("editor"))).isEmpty();

        _click(_get(NativeButton.class, spec -> spec.withId("way-write")));
        assertThat(editor().getValue()).startsWith("def zero_pad(X, pad):");
        assertThat(cards()).isEmpty();

        _click(_get(NativeButton.class, spec -> spec.withId("way-pick")));
        assertThat(cards()).hasSize(8);

        write("zero_pad");
        assertThat(editor().getValue()).startsWith("def zero_pad(X, pad):");
    }

    @Test
    void rightCodePassesAndCountsAsPassed() {
        write("conv_forward");
        check(solution("conv_forward.array_into_element.py"));

        assertThat(verdict()).contains("Your code: Passes").contains("shown checks pass; all");
        assertThat(learner.getObject().progress().state(catalogue.get("conv_forward")))
                .isEqualTo(Progress.State.PASSED);
        assertThat(marks()).contains("b.item()");
    }

    @Test
    void wrongCodeIsExplainedAndMendedCodePasses() {
        write("conv_forward");
        String right = solution("conv_forward.array_into_element.py");
        check(right.replace("h * stride", "h").replace("w * stride", "w"));

        assertThat(verdict()).contains("Your code: Fails").contains("Stride left out of both corners");
        assertThat(_find(byId("verdict"), TensorView.class)).hasSize(1);
        assertThat(learner.getObject().progress().state(catalogue.get("conv_forward")))
                .isEqualTo(Progress.State.TRIED);

        check(right);
        assertThat(verdict()).contains("Your code: Passes").doesNotContain("Stride left out");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    def zeropad(X, pad): return X                       | your function is named zeropad
                    x = 1                                               | There is no function zero_pad
                    def zero_pad(X): return X                           | but yours takes (X)
                    def zero_pad(pad, X): return X                      | but yours takes (pad, X)
                    def zero_pad(X, pad): Y = X                         | returns nothing
                    def zero_pad(X, pad): print(X.shape)                | prints something but returns nothing
                    import h5py                                         | There is no module h5py here
                    import matplotlib.pyplot as plt                     | nothing to draw with
                    %matplotlib inline                                  | a command for a notebook
                    print 'hello'                                       | print as Python 2 had it
                    x = “a”                                             | word processors
                    def zero_pad(X, pad): return input()                | Nobody is there to answer
                    def zero_pad(X, pad): return open('x').read()       | Files are not available here
                    def zero_pad(X, pad): raise SystemExit              | ends the whole run
                    print(X.shape)                                      | stands outside of your function
                    def zero_pad(X, pad): return np.ones((1<<20, 1<<14)) | The memory ran out
                    def zero_pad(X, pad): return np.zeros(2000000)       | far larger than the result
                    def zero_pad(X, pad): return X[9]                   | index 9 is out of bounds
                    """)
    void whatKeepsCodeFromBeingJudgedIsToldInItsOwnTerms(String source, String words) {
        write("zero_pad");
        check(source);

        assertThat(verdict())
                .contains("Your code: Fails")
                .contains("Mend this first")
                .contains(words);

        check(solution("zero_pad.np_pad.py"));
        assertThat(verdict()).contains("Your code: Passes");
    }

    @Test
    void anExceptionMarksItsLineWithTheVariables() {
        write("zero_pad");
        check("def zero_pad(X, pad):\n    rows = X.shape[1]\n    return X[rows + pad]");

        assertThat(verdict()).contains("Line 3").contains("Go to line 3");
        assertThat(marks()).contains("\"line\":3").contains("rows").contains("error");
    }

    @Test
    void aWrongHelperIsBlamed() {
        write("conv_forward");
        check("def zero_pad(X, pad):\n    return np.pad(X, pad)\n\n" + solution("conv_forward.array_into_element.py"));

        assertThat(verdict())
                .contains("Your conv_forward is right: with our versions of the earlier functions")
                .contains("It fails because of your zero_pad")
                .contains("Your zero_pad does not pass its own checks.");
    }

    @Test
    void tryingOutPrintsAsNumPyDoesAndDrawsTheArray() {
        write("create_mask_from_window");
        tryOut("def create_mask_from_window(x):\n    print('<b>looking</b>\u001b[31m')\n    return x == np.max(x)");

        assertThat(_get(Printed.class).getText())
                .contains("<b>looking</b>\n")
                .doesNotContain("\u001b")
                .contains("array([[False, False, False],");
        assertThat(_find(byId("output"), TensorView.class)).hasSize(1);
        assertThat(learner.getObject().progress().state(catalogue.get("create_mask_from_window")))
                .isEqualTo(Progress.State.NEW);
    }

    @Test
    void aMistakeWhileTryingOutIsToldWhereItIs() {
        write("distribute_value");
        tryOut("def distribute_value(dz, shape):\n    return dz / n_H");
        assertThat(textOf(byId("output")))
                .contains("In your function.")
                .contains("Line 2")
                .contains("n_H");
        assertThat(marks()).contains("\"line\":2");

        tryOut("x = 1");
        assertThat(textOf(byId("output"))).contains("In this cell.").contains("distribute_value");
    }

    @Test
    void startingOverBringsBackTheStarter() {
        write("zero_pad");
        editor().setValue("x = 1");
        _click(_get(Button.class, spec -> spec.withId("start-over")));

        assertThat(editor().getValue())
                .isEqualTo(catalogue.get("zero_pad").worksheet().starter());
        assertThat(page()).contains("The starter code is back");
    }

    @Test
    void whoChecksWithoutPauseIsAskedToWait() {
        write("zero_pad");
        editor().setValue("x = 1");
        for (int check = 0; check <= CheckAllowance.CHECKS_A_MINUTE; check++) {
            _click(_get(Button.class, spec -> spec.withId("check")));
        }

        assertThat(page()).contains("That was 30 checks within a minute");
        executor.clear();
    }

    @Test
    void aDoubleClickIsOneCheck() {
        write("zero_pad");
        editor().setValue(solution("zero_pad.np_pad.py"));
        _click(_get(Button.class, spec -> spec.withId("check")));
        _click(_get(Button.class, spec -> spec.withId("check")));
        finishChecks();

        assertThat(verdict()).containsOnlyOnce("Your code: Passes");
    }

    @Test
    void aCancelledCheckCountsForNothing() {
        write("zero_pad");
        editor().setValue(solution("zero_pad.np_pad.py"));
        _click(_get(Button.class, spec -> spec.withId("check")));
        _click(_get(_get(WritePanel.class), Button.class, spec -> spec.withId("cancel")));
        finishChecks();

        assertThat(page()).contains("Cancelled. Nothing was counted.");
        assertThat(verdict()).isEmpty();
        assertThat(learner.getObject().progress().state(catalogue.get("zero_pad")))
                .isEqualTo(Progress.State.NEW);
    }

    @Test
    void leavingThePageEndsTheCheck() {
        write("zero_pad");
        editor().setValue("def zero_pad(X, pad):\n    while True: pass");
        _click(_get(Button.class, spec -> spec.withId("check")));
        open("");
        finishChecks();

        // The slot is free a moment after its submission has ended
        Awaitility.await().until(() -> runner.status().busy() == 0);
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Stride");
    }
}
