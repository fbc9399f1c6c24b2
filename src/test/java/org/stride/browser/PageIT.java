package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.NARROW;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspect;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for pages whatever is on them: their addresses, their colours, where they come from. */
class PageIT extends BrowserTest {
    @Override
    Server startServer() {
        return Server.shared();
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** As on a server that is reached by plain HTTP. */
    @Test
    void anArrayIsCopiedAsNumpyCodeAlsoWithoutAClipboard() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.addInitScript("""
                    Object.defineProperty(navigator, 'clipboard', { value: undefined });
                    document.addEventListener('copy', () => { window.copied = document.activeElement.value; });
                    """);
            page.navigate(server.address() + "/exercise/zero_pad");
            Locator view = page.locator("stride-tensor-view").first();
            Locator copy = view.locator("button.copy").first();
            copy.focus();
            page.keyboard().press("Enter");

            assertThat(view.locator(".status")).containsText("Copied as NumPy code.");
            assertThat(copy).isFocused();
            assertThat((String) page.evaluate("window.copied")).startsWith("np.array([[1, 1, 1, 1, 1],\n");
        }
    }

    @Test
    void aReloadAndASharedLinkShowTheSame() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT);
                Browser.Window friend = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/exercise/conv_forward");
            page.locator(".stride-card").nth(4).click();
            assertThat(page).hasURL(Pattern.compile("/exercise/conv_forward\\?strategy=E$"));
            page.reload();
            assertThat(page.locator(".stride-run h2")).hasText("Card E");

            page.locator(".stride-card").nth(1).click();
            assertThat(page.locator(".stride-run h2")).hasText("Card B");
            assertThat(page).hasURL(Pattern.compile("\\?strategy=B$"));
            page.goBack();
            assertThat(page.locator(".stride-run h2")).hasText("Card E");

            friend.page().navigate(page.url() + "&with=B");
            assertThat(friend.page().locator("#compare")).containsText("They agree on all");
            assertThat(friend.page()).hasTitle(Pattern.compile("conv_forward – Stride"));
            inspect(friend.page(), "compare", WIDE, ColorScheme.LIGHT);
        }
    }

    @Test
    void choosingACardToCompareWithPutsItIntoTheAddress() {
        try (Browser.Window window = browser.open(NARROW, ColorScheme.DARK)) {
            Page page = window.page();
            page.navigate(server.address() + "/exercise/zero_pad?strategy=B");
            page.locator("#compare vaadin-select-value-button").click();
            page.getByRole(AriaRole.OPTION, link("Card D")).click();

            assertThat(page.locator("#compare")).containsText("They agree on all");
            assertThat(page).hasURL(Pattern.compile("\\?(strategy=B&with=D|with=D&strategy=B)$"));
            inspect(page, "compare", NARROW, ColorScheme.DARK);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/exercise/conv_sideways, No exercise is named conv_sideways.",
        "/exercise/zero_pad?strategy=QQ, This exercise has no card QQ.",
        "/nowhere, No page has the address nowhere."
    })
    void whatDoesNotExistIsAFriendlyPageWithTheWayBack(String address, String sentence) {
        try (Browser.Window window = browser.open(NARROW, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + address);

            assertThat(page.locator(".stride-error")).containsText(sentence);
            inspect(page, "not-found", NARROW, ColorScheme.LIGHT);
            page.getByRole(AriaRole.LINK, link("To the eight steps")).click();
            assertThat(page.locator(".stride-step")).hasCount(8);
        }
    }

    @Test
    void theChoiceOfColoursStays() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/");
            page.getByRole(AriaRole.BUTTON, link("Dark")).click();
            page.reload();

            assertThat(page.getByRole(AriaRole.BUTTON, link("Dark"))).hasAttribute("aria-pressed", "true");
            assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                    .isEqualTo("dark");
        }
    }

    @Test
    void theEditorIsLoadedOnlyWhereSomebodyWrites() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/exercise/conv_forward");
            assertThat(page.locator("#run")).isVisible();
            assertThat(scriptsThatName(page, "cm-lineWrapping")).isEmpty();

            page.navigate(server.address() + "/exercise/conv_forward?way=write");
            assertThat(page.locator(".cm-content").first()).isVisible();
            assertThat(scriptsThatName(page, "cm-lineWrapping")).isNotEmpty();
        }
    }

    private static List<?> scriptsThatName(Page page, String word) {
        return (List<?>) page.evaluate("""
                async (word) => {
                  const named = performance.getEntriesByType('resource').map((entry) => entry.name);
                  const scripts = named.filter((name) => name.includes('.js'));
                  const texts = await Promise.all(scripts.map(async (name) => (await fetch(name)).text()));
                  return scripts.filter((_, i) => texts[i].includes(word));
                }""", word);
    }

    @Test
    void nothingIsAskedOfAnotherMachine() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            List<String> elsewhere = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith(server.address())
                        && !request.url().startsWith("data:")) {
                    elsewhere.add(request.url());
                }
            });
            page.navigate(server.address() + "/exercise/conv_forward");
            assertThat(page.locator("h1")).isVisible();

            assertThat(elsewhere).isEmpty();
        }
    }
}
