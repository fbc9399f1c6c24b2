package org.stride.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.shared.Registration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stride.PythonListings;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;
import org.stride.python.Setup;
import org.stride.python.Submission;
import org.stride.ui.ViewTest;
import org.stride.ui.part.Ticker;

@Timeout(60)
class SandboxViewTest extends ViewTest {
    private final List<Runnable> ticking = new ArrayList<>();
    private final Ticker ticker = tick -> {
        ticking.add(tick);
        Registration registration = () -> ticking.remove(tick);
        return registration;
    };

    @BeforeEach
    void nobodyTicks() {
        ticking.clear();
    }

    private void show(PythonRunner runner) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new SandboxView(runner, executor, ticker));
    }

    private void tick() {
        List.copyOf(ticking).forEach(Runnable::run);
        MockVaadin.runUIQueue();
    }

    @Test
    void onOnesOwnMachineTheFooterLeadsThere() {
        open("");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("admin/sandbox");
        open("admin/sandbox");
        assertThat(textOf(_get(SandboxView.class))).contains("What is taken away", "Mode");
    }

    @Test
    void everyLayerIsShownWithWhatItsProbeFound() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "skipped: the sandbox is whole on Linux only");
        try (PythonRunner runner = PythonRunner.start(
                Setup.of(PythonListings.assumeInstalled(), Mode.LOCAL).withSlots(1))) {
            show(runner);
            assertThat(textOf(byId("counts"))).isEqualTo("Nothing has been run yet.");
            runner.run(Submission.of("open('/etc/passwd')"));
            tick();

            assertThat(_find(_get(SandboxView.class), ListItem.class))
                    .hasSize(7)
                    .allSatisfy(layer -> assertThat(textOf(layer)).contains("holds"));
            assertThat(textOf(byId("state"))).startsWith("Ready to run code");
            assertThat(textOf(byId("counts"))).isEqualTo("Stopped by the sandbox1Kept from files1");
            assertThat(textOf(byId("now"))).contains("Run at once, at most1");
        }
    }

    @Test
    void theButtonRunsAnHonestSubmissionAndShowsItsTime() {
        try (PythonRunner runner = PythonRunner.start(
                Setup.of(PythonListings.assumeInstalled(), Mode.LOCAL).withSlots(1))) {
            show(runner);
            _click(_get(Button.class, spec -> spec.withId("trial")));
            assertThat(textOf(byId("trial-result"))).isEqualTo("Probing and running…");
            _click(_get(Button.class, spec -> spec.withId("trial")));
            assertThat(executor.waiting()).as("runs at once").isEqualTo(1);

            finishChecks();

            assertThat(textOf(byId("trial-result")))
                    .matches("It came back with the right number after [\\d,]+\\.\\d ms\\.");
        }
    }

    @Test
    void withoutPythonThePageSaysHowToGetOne() {
        try (PythonRunner runner = PythonRunner.start(Setup.of(Path.of("no/such/python"), Mode.LOCAL))) {
            runner.run(Submission.of(""));
            show(runner);

            assertThat(textOf(byId("state"))).startsWith("There is no Python at no/such/python.");
            assertThat(textOf(_get(SandboxView.class))).contains("No probe has been made yet");
            _click(_get(Button.class, spec -> spec.withId("trial")));
            finishChecks();
            assertThat(textOf(byId("trial-result"))).contains("there is no Python at no/such/python");
        }
    }

    @Test
    void whoLeavesIsNotCalledAnyMore() {
        try (PythonRunner runner = PythonRunner.start(Setup.of(Path.of("no/such/python"), Mode.LOCAL))) {
            show(runner);
            assertThat(ticking).hasSize(1);
            UI.getCurrent().removeAll();
            assertThat(ticking).isEmpty();
        }
    }
}
