package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.NARROW;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspect;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.report.Translations;
import org.stride.report.Wording;

/** A learner walks through the course in a real browser. */
class CourseIT extends BrowserTest {
    /** After these stands the chapter on the way back. */
    private static final int FORWARD_STEPS = 4;

    private final Catalogue catalogue = Catalogue.load();
    private final Wording wording = new Wording(new Translations());

    @Override
    Server startServer() {
        return Server.start();
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @MethodSource("org.stride.browser.Inspection#looks")
    void aLearnerWalksFromZeroPadToPoolBackward(int width, ColorScheme scheme) {
        try (Browser.Window window = browser.open(width, scheme)) {
            Page page = window.page();
            page.navigate(server.address() + "/");
            assertThat(page.locator(".stride-step")).hasCount(8);
            inspect(page, "home", width, scheme);
            page.getByRole(AriaRole.LINK, link("Begin with zero_pad")).click();
            for (Exercise exercise : catalogue.exercises()) {
                assertThat(page.locator("h1")).containsText(exercise.name());
                inspect(page, exercise.number() + "-" + exercise.name(), width, scheme);
                goWrong(page, exercise);
                inspect(page, exercise.number() + "-" + exercise.name() + "-wrong", width, scheme);
                goRight(page, exercise);
                inspect(page, exercise.number() + "-" + exercise.name() + "-right", width, scheme);
                page.locator(".stride-next").click();
                if (exercise.number() == FORWARD_STEPS) {
                    assertThat(page.locator(".stride-chapter h1")).isVisible();
                    page.locator(".stride-next").click();
                }
            }
            assertThat(page.locator(".stride-chapter h1")).isVisible();
            page.getByRole(AriaRole.LINK, link("Stride")).click();
            assertThat(page.locator(".stride-badge-passed")).hasCount(8);
            assertThat(page.getByText("16 of 16 predictions came true.")).isVisible();
            inspect(page, "home-finished", width, scheme);
            assertThat(window.errors()).isEmpty();
        }
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private void goWrong(Page page, Exercise exercise) {
        Choice flaw =
                exercise.flaws().stream().filter(f -> !f.advisory()).findFirst().orElseThrow();
        run(page, flaw, "It fails");
        Locator verdict = page.locator("#verdict");
        assertThat(verdict).containsText("Card " + flaw.letter() + ": Fails");
        assertThat(verdict)
                .containsText(wording.sentence(exercise.flaws().stream()
                                .filter(f -> f.id().equals(flaw.id()))
                                .findFirst()
                                .orElseThrow())
                        .replace("`", ""));
        assertThat(verdict).containsText("You saw it coming");
    }

    private static void goRight(Page page, Exercise exercise) {
        Choice strategy = exercise.strategies().getFirst();
        run(page, strategy, "It passes");
        assertThat(page.locator("#verdict")).containsText("Card " + strategy.letter() + ": Passes");
        assertThat(page.locator("#verdict")).containsText("You expected a pass, and it passes.");
    }

    private static void run(Page page, Choice choice, String prediction) {
        Locator more = page.locator("#deck-more");
        if (more.isVisible()) {
            more.click();
        }
        page.locator(".stride-card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".stride-letter")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^" + choice.letter() + "$")))))
                .click();
        assertThat(page.locator(".stride-run h2")).hasText("Card " + choice.letter());
        page.getByRole(AriaRole.RADIO, link(prediction)).check();
        page.locator("#run").click();
        assertThat(page.locator("#verdict .stride-banner")).isVisible();
    }

    @Test
    void aPageThatIsBrokenOnPurposeIsFlagged() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/");
            assertThat(page.locator("h1")).isVisible();
            page.evaluate("""
                    () => {
                      document.querySelector('h1').style.color = '#e8e8e8';
                      document.querySelector('main').insertAdjacentHTML('beforeend', '<input><img src="icons/stride.svg">');
                    }""");

            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId)
                    .contains("color-contrast", "label", "image-alt");
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
    void theKeyboardAloneIsEnough() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/exercise/zero_pad");
            page.locator(".stride-card").nth(1).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".stride-run h2")).hasText("Card B");
            page.getByRole(AriaRole.RADIO, link("It passes")).focus();
            page.keyboard().press("Space");
            assertThat(page.locator("#run:not([disabled])")).isVisible();
            page.locator("#run").focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("#verdict")).containsText("Card B: Passes");
        }
    }

    @Test
    void nothingIsAskedOfAnotherMachine() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            List<String> elsewhere = new java.util.concurrent.CopyOnWriteArrayList<>();
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
