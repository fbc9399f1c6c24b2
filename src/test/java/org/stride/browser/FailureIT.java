package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What a learner sees of a fault of ours: the jar runs with one more page, which is broken. */
class FailureIT extends BrowserTest {
    private static final Path BROKEN = Path.of("src/test/resources/broken/BrokenView.java");

    @Override
    Server startServer() {
        try {
            Path classes = Files.createTempDirectory("stride-broken");
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            int errors = compiler.run(null, null, null, "-d", classes.toString(), BROKEN.toString());
            assertThat(errors).isZero();
            return Server.startWith(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFaultBehindAButtonIsSaidOverThePageWhichStays() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/broken");
            page.locator("#handle").focus();
            page.keyboard().press("Enter");

            Locator box = page.getByRole(AriaRole.ALERTDIALOG);
            assertThat(box).containsText("This is a fault of Stride");
            inspectEverywhere(page, "failure-dialog");

            // The box itself has the focus, so that a key that is still being pressed does not close it unread
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(box).isHidden();
            assertThat(page.locator("#handle")).isFocused();
        }
    }

    @Test
    void aPageThatCannotBeMadeSaysSo() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/broken?wholly");

            assertThat(page.locator("section#failure h1")).isVisible();
            inspectEverywhere(page, "failure-page");
        }
    }
}
