package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What holds for every page at every size and in both colour schemes. Screenshots stay in target/screenshots. */
final class Inspection {
    static final int WIDE = 1280;
    static final int NARROW = 390;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** The beginning of a function that can list the elements below one, those in shadow roots too. */
    private static final String EVERYTHING = """
            () => {
            function everything(root) {
              return [...root.querySelectorAll('*')]
                .flatMap((element) => [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);
            }
            """;

    private Inspection() {}

    /** No accessibility violation, nothing that makes the page scroll sideways, and a picture. */
    static void inspect(Page page, String name, int width, ColorScheme scheme) {
        photograph(page, name, width, scheme);
        accessible(page, name, width, scheme);
    }

    /** Lessons are long, and have a test that looks at them. */
    static void foldTheLesson(Page page) {
        page.locator(".stride-fold > summary").click();
        PlaywrightAssertions.assertThat(page.locator(".stride-prose")).isHidden();
    }

    /** A picture of the whole page, which is as wide as the screen. */
    static void photograph(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENSHOTS.resolve(
                        name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", name)
                .isLessThanOrEqualTo(width);
    }

    static void accessible(Page page, String name, int width, ColorScheme scheme) {
        assertThat(violations(page)).as("%s at %s px, %s", name, width, scheme).isEmpty();
    }

    /**
     * What is to be pressed and is less than 24 pixels high or wide, unless it stands in running text, or far enough from
     * everything else that a finger cannot mistake it: WCAG 2.5.8.
     */
    static List<?> tooSmall(Page page) {
        return (List<?>) page.evaluate(EVERYTHING + """
                const targets = [...new Set(everything(document.body)
                    .filter((element) => element.matches('button, a[href], summary, select, input, [role=button]'))
                    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
                    .filter((element) => !inText(element))
                    .map((element) => element.closest('label, vaadin-radio-button, vaadin-checkbox, vaadin-select') ?? element))]
                  .map((element) => [element, element.getBoundingClientRect()])
                  // What stands outside the screen comes in once it is focused
                  .filter(([, box]) => box.right > 0);
                return targets
                  .filter(([, box]) => box.width < 23.99 || box.height < 23.99)
                  .filter(([element, box]) => targets.some(([other, its]) => other !== element && near(box, its)))
                  .map(([element, box]) => `${element.localName}.${element.className} "${element.textContent.trim()}" `
                    + `${box.width.toFixed(1)}×${box.height.toFixed(1)}`);
                function near(box, other) {
                  const x = box.x + box.width / 2;
                  const y = box.y + box.height / 2;
                  const away = Math.hypot(x - Math.max(other.left, Math.min(x, other.right)),
                    y - Math.max(other.top, Math.min(y, other.bottom)));
                  return away < 12;
                }
                function inText(element) {
                  return getComputedStyle(element).display === 'inline' && [...element.parentElement?.childNodes ?? []]
                    .some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
                }
                }""");
    }

    /** Stretches of English where all is to be Chinese: two words or more side by side that are not code. */
    static List<?> english(Page page) {
        return (List<?>) page.evaluate(EVERYTHING + """
                const words = /[A-Za-z][a-z]{2,}[,:;]? [a-z]{2,}/;
                const code = 'code, pre, math, style, script, svg, .katex, .cm-editor, stride-listing, stride-diff, '
                  + '.stride-printed, .stride-puzzle-line, [lang=en]';
                const said = everything(document.body).filter((element) => !within(element, code)).flatMap((element) => [
                  ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data),
                  ...['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext']
                    .map((name) => element.getAttribute(name) ?? ''),
                ]);
                return [...new Set(said.map((text) => text.trim()).filter((text) => words.test(text)))];
                function within(element, selector) {
                  const host = element.getRootNode().host;
                  return Boolean(element.closest(selector)) || Boolean(host && within(host, selector));
                }
                }""");
    }

    /** The same on a desk in light colours and then on a telephone in dark ones: the page stays as it is otherwise. */
    static void inspectEverywhere(Page page, String name) {
        inspectAs(page, name, WIDE, ColorScheme.LIGHT);
        inspectAs(page, name, NARROW, ColorScheme.DARK);
    }

    private static void inspectAs(Page page, String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, Browser.height(width));
        // A colour on its way from one scheme to the other would be taken for a faint one
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        inspect(page, name, width, scheme);
    }

    private static List<String> violations(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        // To list whatever is right takes longer than to find what is not
        options.setResultTypes(List.of("violations"));
        // Results of several frames would be brought together in a page of their own: here there is one
        return new AxeBuilder(page)
                .setLegacyMode(true).options(options).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }
}
