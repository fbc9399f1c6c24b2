package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.NARROW;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Learners look back at what they have done, in a real browser. */
class HistoryIT extends BrowserTest {
    private static final String RIGHT = solution("conv_forward.array_into_element");
    private static final String STRIDE_FORGOTTEN =
            RIGHT.replace("= h * stride", "= h").replace("= w * stride", "= w");
    private static final String IMAGE = "<img src=x onerror=alert(1)>";

    @Override
    Server startServer() {
        return Server.shared();
    }

    private static Locator entries(Page page) {
        return page.locator(".stride-entry");
    }

    private static Locator opened(Page page) {
        return page.locator("#opened");
    }

    private static void failTwiceAndPass(WriteTab tab) {
        tab.write(STRIDE_FORGOTTEN);
        tab.check();
        tab.fails();
        tab.write(STRIDE_FORGOTTEN.replace("vert_start = h", "vert_start = h * stride"));
        tab.check();
        assertThat(tab.verdict()).not().containsText("both corners");
        tab.fails();
        tab.write(RIGHT);
        tab.check();
        tab.passes();
    }

    @Test
    void aLearnerFailsTwicePassesLooksBackComparesAndRestores() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/progress");
            assertThat(page.getByText("Nothing tried yet.")).isVisible();
            inspectEverywhere(page, "progress-empty");
            page.navigate(server.address() + "/exercise/conv_forward/history");
            assertThat(page.getByText("Nothing here yet.")).isVisible();
            inspectEverywhere(page, "history-empty");
            page.setViewportSize(WIDE, Browser.height(WIDE));

            WriteTab tab = WriteTab.open(window, server, "conv_forward");
            failTwiceAndPass(tab);
            page.locator(".stride-write-controls a").click();

            assertThat(entries(page)).hasCount(3);
            assertThat(opened(page)).containsText("Passes");
            assertThat(opened(page)).containsText("today");
            assertThat(opened(page).locator("stride-diff ins").first()).containsText("horiz_start = w * stride");
            inspectEverywhere(page, "history-passed");

            page.setViewportSize(WIDE, Browser.height(WIDE));
            entries(page).last().click();
            assertThat(opened(page)).containsText("Stride left out of both corners");
            assertThat(page).hasURL(Pattern.compile("/exercise/conv_forward/history\\?entry=[-0-9a-f]{36}$"));
            Locator other = page.getByLabel("Compare with");
            assertThat(other).hasValue("starter");
            opened(page).locator("summary").click();
            assertThat(opened(page).locator(".stride-printed")).containsText("=");
            inspectEverywhere(page, "history-failed");

            page.setViewportSize(WIDE, Browser.height(WIDE));
            other.selectOption(other.locator("option")
                    .filter(new Locator.FilterOptions().setHasText("Passes"))
                    .getAttribute("value"));
            assertThat(page).hasURL(Pattern.compile("&with=[-0-9a-f]{36}$"));
            assertThat(opened(page).locator("stride-diff ins").first()).containsText("vert_start = h * stride");
            page.reload();
            assertThat(opened(page).locator("stride-diff ins").first()).containsText("vert_start = h * stride");

            page.locator("#restore").click();
            assertThat(page).hasURL(Pattern.compile("/exercise/conv_forward\\?way=write$"));
            assertThat(tab.message()).containsText("is back in the editor. What stood there is in the history.");
            assertThat(tab.line("vert_start = h")).not().containsText("stride");

            page.locator(".stride-write-controls a").click();
            // What stood there is the text of the attempt that passed: it is in the history once, not twice
            assertThat(entries(page)).hasCount(3);
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void progressTellsWhatWasMetAndMended() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            WriteTab tab = WriteTab.open(window, server, "conv_forward");
            failTwiceAndPass(tab);
            for (String letter : List.of("A", "B", "C")) {
                page.navigate(server.address() + "/exercise/zero_pad?strategy=" + letter);
                page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("It passes"))
                        .check();
                page.locator("#run").click();
                assertThat(page.locator("#verdict .stride-banner")).isVisible();
            }

            page.locator(".stride-header-link").click();

            assertThat(page.locator("#steps li").nth(2)).containsText("with your own code");
            assertThat(page.locator("#mistakes li")).hasCount(2);
            assertThat(page.locator("#mistakes li").last()).containsText("✓ mended today");
            assertThat(page.locator("#predictions td")).hasCount(5);
            assertThat(page.locator("#steps svg")).hasCount(2);
            inspectEverywhere(page, "progress");

            page.setViewportSize(NARROW, Browser.height(NARROW));
            page.locator("#mistakes a").last().click();
            assertThat(opened(page)).containsText("Stride left out of both corners");
            assertThat(entries(page).first()).isHidden();
            opened(page).locator(".stride-back").click();
            assertThat(entries(page)).hasCount(3);
            assertThat(entries(page).first()).isVisible();
            assertThat(opened(page)).isHidden();
            inspectEverywhere(page, "history-list");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void whatCodeSaysStaysText() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            List<String> strange = new CopyOnWriteArrayList<>();
            page.onDialog(dialog -> {
                strange.add(dialog.message());
                dialog.dismiss();
            });
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write("""
                    def zero_pad(X, pad):
                        raise type("<b>Error</b>", (ValueError,), {})("%s")
                    """.formatted(IMAGE));
            tab.check();
            tab.fails();

            page.locator(".stride-write-controls a").click();
            assertThat(opened(page)
                            .locator("p")
                            .filter(new Locator.FilterOptions().setHasText(IMAGE))
                            .first())
                    .isVisible();
            assertThat(entries(page)).containsText(IMAGE);
            assertThat(opened(page).locator("stride-diff")).containsText(IMAGE);
            page.locator(".stride-header-link").click();
            assertThat(page.locator("#mistakes")).containsText(IMAGE);

            assertThat(page.locator("img[src=x], main b")).hasCount(0);
            assertThat(strange).isEmpty();
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void nobodyElseCanOpenAnEntry() {
        String address;
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write("def zero_pad(X, pad):\n    return 'of somebody'\n");
            tab.check();
            tab.fails();
            window.page().locator(".stride-write-controls a").click();
            entries(window.page()).first().click();
            assertThat(window.page()).hasURL(Pattern.compile("entry="));
            address = window.page().url();
        }
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(address);
            assertThat(page.locator("h1")).hasText("There is nothing here");
            assertThat(page.content()).doesNotContain("of somebody");
        }
    }
}
