package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.NARROW;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspect;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;

/** The moving picture of a check, in a real browser. */
class PlayerIT extends BrowserTest {
    @Override
    Server startServer() {
        return Server.shared();
    }

    static Stream<String> exercises() {
        return Catalogue.load().exercises().stream().map(Exercise::name);
    }

    private Page open(Browser.Window window, String exercise) {
        Page page = window.page();
        page.navigate(server.address() + "/exercise/" + exercise);
        page.locator(".stride-moving").getByText("See it move").click();
        assertThat(player(page)).isVisible();
        return page;
    }

    private static Locator player(Page page) {
        return page.locator(".stride-moving stride-window-player .player");
    }

    private static Locator chosen(Page page, String axis) {
        return player(page)
                .locator(".choices label", new Locator.LocatorOptions().setHasText(axis))
                .locator("select");
    }

    private static Locator position(Page page) {
        return page.locator(".stride-moving stride-window-player .position");
    }

    private static Locator spoken(Page page) {
        return page.locator(".stride-moving stride-window-player").getByRole(AriaRole.STATUS);
    }

    private static Locator map(Page page, String id) {
        return page.locator(".stride-moving stride-window-player stride-heat-map#" + id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void everyExerciseMovesOnATelephone(String exercise) {
        try (Browser.Window window = browser.open(NARROW, ColorScheme.DARK)) {
            Page page = open(window, exercise);
            player(page).press("ArrowRight");
            assertThat(position(page)).containsText("Step 2 of");
            // Its second cell lies in the padding, where there is nothing to add up
            if (!exercise.equals("zero_pad")) {
                page.locator(".stride-moving").getByText("All terms in full").click();
            }
            Inspection.foldTheLesson(page);
            inspect(page, "player-" + exercise, NARROW, ColorScheme.DARK);
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void theKeyboardStepsAndEachStepIsSpoken() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = open(window, "distribute_value");
            assertThat(spoken(page)).isEmpty();
            player(page).press("ArrowRight");
            assertThat(spoken(page)).hasText("a[0, 1] gets an equal share: 2 divided by 2 times 2 is 0.50.");
            player(page).press("End");
            assertThat(position(page)).hasText("Step 4 of 4");
            assertThat(spoken(page)).containsText("a[1, 1]");
            player(page).press("Home");
            assertThat(position(page)).hasText("Step 1 of 4");
        }
    }

    @Test
    void playingSaysNothingAndStopsAtTheEnd() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = open(window, "distribute_value");
            player(page).press("Space");
            assertThat(page.locator(".stride-moving").getByLabel("Pause")).isVisible();
            assertThat(position(page)).hasText("Step 4 of 4");
            assertThat(page.locator(".stride-moving")
                            .getByLabel("Play", new Locator.GetByLabelOptions().setExact(true)))
                    .isVisible();
            assertThat(spoken(page)).isEmpty();
        }
    }

    @Test
    void theLearnerChangesSizesAndNumbersAndAnImpossibleChoiceIsExplained() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = open(window, "conv_forward");
            Locator f = player(page).getByLabel("f", new Locator.GetByLabelOptions().setExact(true));
            f.fill("9");
            f.press("Enter");
            assertThat(player(page).getByRole(AriaRole.ALERT)).containsText("A window of 9×9 does not fit");
            Inspection.foldTheLesson(page);
            inspectEverywhere(page, "player-impossible");
            f.fill("2");
            f.press("Enter");
            assertThat(player(page)).containsText("⌊(5 − 2 + 2·1) / 2⌋ + 1 = ⌊5 / 2⌋ + 1 = 3");

            Locator bias = map(page, "bias").locator("td.cell");
            bias.click();
            map(page, "bias").getByRole(AriaRole.SPINBUTTON).fill("1000");
            page.keyboard().press("Enter");
            assertThat(bias).hasText("1000.00");
            assertThat(map(page, "output").locator("td.cell").first()).hasText(Pattern.compile("(99|100)\\d\\.\\d\\d"));
            player(page).getByText("As it was").click();
            assertThat(bias).not().hasText("1000.00");
        }
    }

    @Test
    void theLearnerScrubsHurriesAndChoosesWhatIsShown() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = open(window, "conv_forward");
            player(page)
                    .getByLabel("Step", new Locator.GetByLabelOptions().setExact(true))
                    .fill("10");
            assertThat(position(page)).containsText("Step 11 of");

            chosen(page, "Filter").selectOption("1");
            assertThat(map(page, "filter")).containsText("W[:, :, 0, 1]");
            assertThat(map(page, "output")).containsText("Z[0, :, :, 1]");
            chosen(page, "Channel").selectOption("2");
            assertThat(map(page, "filter")).containsText("W[:, :, 2, 1]");

            Locator speed = player(page).locator(".speed select");
            speed.selectOption("4");
            player(page).press("Home");
            player(page).press("Space");
            assertThat(position(page)).hasText(Pattern.compile("Step [1-9]\\d+ of 192"));
            player(page).press("Space");
            assertThat(speed).hasValue("4");
        }
    }

    @Test
    void theWindowGlidesUnlessMotionIsUnwelcome() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = open(window, "conv_forward");
            String glide = "box => getComputedStyle(box).transitionDuration";
            Locator box = map(page, "input").locator(".box").first();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
            assertThat((String) box.evaluate(glide)).isEqualTo("0.22s");
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat((String) box.evaluate(glide)).isEqualTo("0s");
        }
    }

    @Test
    void arrowsMoveWithinAMapAndLeaveTheStepAsItIs() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = open(window, "pool_forward");
            Locator first = map(page, "output").locator("td.cell").first();
            first.click();
            page.keyboard().press("ArrowRight");
            assertThat(map(page, "output").locator("td.cell").nth(1)).isFocused();
            assertThat(position(page)).hasText("Step 1 of 54");
            assertThat((String) page.evaluate("document.activeElement.localName"))
                    .isEqualTo("stride-window-player");
        }
    }
}
