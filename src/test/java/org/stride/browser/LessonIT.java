package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.NARROW;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons in a real browser: formulas are set, figures are there, and what is folded stays folded. */
class LessonIT extends BrowserTest {
    @Override
    Server startServer() {
        return Server.shared();
    }

    /** The formulas that are not set, as they are written. */
    private static List<?> unset(Page page) {
        return (List<?>) page.evaluate("[...document.querySelectorAll('stride-formula')]"
                + ".filter(formula => !formula.shadowRoot.querySelector('.katex')).map(formula => formula.latex)");
    }

    private static void awaitFormulas(Page page) {
        page.locator("stride-formula .katex").first().waitFor();
    }

    private static void awaitFigures(Page page) {
        page.waitForFunction(
                "[...document.querySelectorAll('stride-window-player')].every(player => player.hasAttribute('drawn'))");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"exercise/conv_forward", "lesson/opening"})
    void aLessonCanBeReadByEverybodyAtEveryWidth(String address) {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/" + address);
            awaitFormulas(page);
            awaitFigures(page);

            assertThat(unset(page)).isEmpty();
            assertThat(page.locator("stride-formula math").first()).isAttached();
            assertThat(page.locator(".stride-figure stride-window-player").first())
                    .isVisible();
            inspectEverywhere(page, "lesson-" + address.replace('/', '-'));
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aFormulaThatIsTooWideScrollsByItselfAndCanBeReachedWithTheKeyboard() {
        try (Browser.Window window = browser.open(NARROW, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/exercise/conv_forward");
            awaitFormulas(page);

            Locator wide = page.locator("stride-formula [tabindex='0']").first();
            wide.focus();
            assertThat(wide).isFocused();
            assertThat(wide).hasAttribute("aria-label", "Formula");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(NARROW);
        }
    }

    @Test
    void aLessonStaysAsItsReaderLeftIt() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/exercise/conv_forward");
            Locator fold = page.locator(".stride-fold");
            assertThat(fold).hasAttribute("open", "");

            fold.locator("> summary").click();
            assertThat(fold).not().hasAttribute("open", "");
            page.reload();
            assertThat(fold.locator("> summary")).isVisible();
            assertThat(fold).not().hasAttribute("open", "");

            page.navigate(server.address() + "/exercise/pool_forward");
            assertThat(fold).hasAttribute("open", "");
        }
    }

    @Test
    void theFiguresOfAFoldedLessonAreDrawnWhenItIsOpened() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.addInitScript("localStorage.setItem('stride.lesson.conv_forward', 'folded')");
            page.navigate(server.address() + "/exercise/conv_forward");
            assertThat(page.locator("#run")).isVisible();
            page.evaluate("new Promise(idle => requestIdleCallback(() => setTimeout(idle, 200)))");
            Locator figures = page.locator(".stride-figure stride-window-player");
            Locator drawn = page.locator(".stride-figure stride-window-player[drawn]");
            assertThat(figures).hasCount(3);
            assertThat(drawn).hasCount(0);

            page.locator(".stride-fold > summary").click();
            assertThat(drawn).hasCount(3);
        }
    }

    @Test
    void theListOfSectionsLeadsToAHeadingAndTheAddressKeepsItsCard() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/exercise/conv_forward?strategy=C");
            page.locator(".stride-contents a").last().click();

            assertThat(page.locator(".stride-prose > section").last().locator("h3"))
                    .isFocused();
            assertThat(page.url()).endsWith("?strategy=C");
        }
    }

    @Test
    void aLinkToASectionLeadsThereAlsoIfTheLessonIsFolded() {
        try (Browser.Window window = browser.open(NARROW, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.addInitScript("localStorage.setItem('stride.lesson.conv_forward', 'folded')");
            page.navigate(server.address() + "/exercise/conv_forward#section-4");
            Locator heading = page.locator("#section-4");
            assertThat(heading).isFocused();
            awaitFormulas(page);
            awaitFigures(page);

            page.waitForFunction(
                    "Math.abs(document.querySelector('#section-4').getBoundingClientRect().top - 50) < 50");

            // Who reloads, as a change of the language does, is not taken back to it
            page.reload();
            assertThat(page.locator("#run")).isVisible();
            page.evaluate("new Promise(idle => requestIdleCallback(() => setTimeout(idle, 200)))");
            assertThat(heading).not().isFocused();
        }
    }

    @Test
    void formulasComeFromTheServerItself() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/lesson/opening");
            awaitFormulas(page);

            Object elsewhere = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)"
                    + ".filter(name => !name.startsWith(location.origin))");
            assertThat((List<?>) elsewhere).isEmpty();
            page.waitForFunction("[...document.fonts]"
                    + ".some(font => font.family.includes('KaTeX_Math') && font.status === 'loaded')");
        }
    }
}
