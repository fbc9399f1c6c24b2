package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What holds for every page at every size and in both colour schemes. Screenshots stay in target/screenshots. */
final class Inspection {
    static final int WIDE = 1280;
    static final int NARROW = 390;

    private static final List<Integer> WIDTHS = List.of(WIDE, NARROW);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private Inspection() {}

    /** Both widths in both schemes, as arguments of a test. */
    static Stream<Arguments> looks() {
        return WIDTHS.stream().flatMap(width -> SCHEMES.stream().map(scheme -> Arguments.of(width, scheme)));
    }

    /** No accessibility violation, nothing that makes the page scroll sideways, and a picture. */
    static void inspect(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENSHOTS.resolve(
                        name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", name)
                .isLessThanOrEqualTo(width);
        assertThat(violations(page)).as("%s at %s px, %s", name, width, scheme).isEmpty();
    }

    /** The same at both widths in both schemes, one after the other: the page stays as it is otherwise. */
    static void inspectEverywhere(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, Browser.height(width));
            for (ColorScheme scheme : SCHEMES) {
                // A colour on its way from one scheme to the other would be taken for a faint one
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
                inspect(page, name, width, scheme);
            }
        }
    }

    private static List<String> violations(Page page) {
        // Results of several frames would be brought together in a page of their own: here there is one
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }
}
