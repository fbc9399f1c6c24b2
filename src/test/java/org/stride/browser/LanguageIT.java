package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.WIDE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Chinese for those who choose it, and for those whose browser asks for it. */
class LanguageIT extends BrowserTest {
    private static final String FORGOTTEN = "def zero_pad(X, pad):\n    return X\n";

    @Override
    Server startServer() {
        return Server.shared();
    }

    private static Locator choice(Page page, String tag) {
        return page.locator("stride-language button[lang=" + tag + "]");
    }

    private static void speaks(Page page, String tag) {
        assertThat(page.locator("html")).hasAttribute("lang", tag);
        assertThat(choice(page, tag)).hasAttribute("aria-pressed", "true");
    }

    private static void chooseChinese(Page page) {
        choice(page, "zh-Hans").click();
        speaks(page, "zh-Hans");
    }

    @Test
    void theChoiceIsMadeByKeyboardAndSurvivesAReloadAndANewVisit() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/progress");
            speaks(page, "en");
            choice(page, "en").focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            speaks(page, "zh-Hans");
            assertThat(page).hasTitle("你的进度 – Stride");

            page.reload();
            speaks(page, "zh-Hans");
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            Page later = window.anotherTab();
            later.navigate(server.address() + "/work");
            speaks(later, "zh-Hans");

            choice(later, "en").click();
            speaks(later, "en");
            assertThat(later).hasTitle(Pattern.compile("^Your work"));
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void whoHasNotChosenGetsTheLanguageThatTheirBrowserAsksFor() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            window.context().setExtraHTTPHeaders(Map.of("Accept-Language", "de-DE,zh-CN;q=0.8,en;q=0.5"));
            window.page().navigate(server.address() + "/");
            speaks(window.page(), "zh-Hans");
            assertThat(window.page().evaluate("document.cookie")).isEqualTo("");
        }
    }

    @Test
    void whatWasTypedIsThereInTheOtherLanguageAndIsJudgedInIt() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write(FORGOTTEN);
            chooseChinese(tab.page());
            assertThat(tab.line("return X")).isVisible();

            tab.check();

            assertThat(tab.verdict()).containsText("你的代码：未通过");
            assertThat(tab.verdict()).containsText("第一个未通过的检查项");
            tab.page().locator(".stride-write-controls a").click();
            assertThat(tab.page().locator("#opened")).containsText("判定用时");
        }
    }
}
