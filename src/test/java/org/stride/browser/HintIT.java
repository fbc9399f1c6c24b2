package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Hints, the puzzle, the gradient check and the questions about shapes in a real browser, by keyboard. */
class HintIT extends BrowserTest {
    @Override
    Server startServer() {
        return Server.shared();
    }

    private static void press(Page page, String id) {
        page.locator(id).focus();
        page.keyboard().press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.locator("#puzzle")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void hintsAndThePuzzleWorkByKeyboardAndStayAfterAReload() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            WriteTab.open(window, server, "conv_single_step");
            for (int hint = 1; hint <= 4; hint++) {
                press(page, "vaadin-button#hint");
                assertThat(page.locator(".stride-hint-list > li")).hasCount(hint);
            }
            press(page, "vaadin-button#hint");
            assertThat(page.locator("#puzzle")).isVisible();
            press(page, "vaadin-button#hint");
            assertThat(page.locator("#solution")).containsText("1 of 3 lines");

            Locator first = page.locator(".stride-puzzle-line").first();
            String code = first.locator("pre").textContent();
            button(page, "Move down: " + code.strip()).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".stride-puzzle-line").nth(1).locator("pre"))
                    .hasText(code.strip());
            assertThat(button(page, "Move down: " + code.strip())).isFocused();
            button(page, "Leave out: " + code.strip()).focus();
            page.keyboard().press("Enter");
            assertThat(button(page, "Bring back: " + code.strip())).isVisible();
            press(page, "#check-puzzle");
            assertThat(page.locator("#puzzle")).containsText("Not yet.");
            inspectEverywhere(page, "hints");

            page.reload();
            assertThat(page.locator(".stride-hint-list > li")).hasCount(4);
            assertThat(page.locator("#puzzle")).isVisible();
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aHintIsOfferedAndTheGradientShownBesideTheVerdict() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            WriteTab tab = WriteTab.open(window, server, "conv_backward");
            tab.write(solution("conv_backward.negative_slice").replace(":] += W[", ":] = W["));
            tab.check();
            assertThat(tab.banner()).isVisible();
            press(page, "#offered-hint");
            assertThat(page.locator("#hint-who_was_touched")).isFocused();
            press(page, "#check-gradient");
            assertThat(page.locator("section#gradient")).containsText("dA_prev disagrees");

            page.locator("#quiz .stride-quiz-choices button").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#quiz-answer")).not().isEmpty();
            inspectEverywhere(page, "gradient-and-quiz");
            assertThat(window.errors()).isEmpty();
        }
    }
}
