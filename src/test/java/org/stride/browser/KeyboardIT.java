package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.WIDE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.ui.lesson.Course;

/** The whole course with nothing but a keyboard, in a real browser. */
class KeyboardIT extends BrowserTest {
    /** What is typed; at the other steps a card is picked. */
    private static final Map<String, String> SOLUTIONS =
            Map.of("conv_single_step", "conv_single_step.python_float", "pool_backward", "pool_backward.helpers");

    /** So many cards are there at first. */
    private static final int DEALT = 8;

    private final Catalogue catalogue = Catalogue.load();

    @Override
    Server startServer() {
        return Server.shared();
    }

    @Test
    void theKeyboardAloneLeadsThroughTheWholeCourse() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/");
            assertThat(page.locator(".stride-step")).hasCount(8);
            Keyboard keys = new Keyboard(page);
            keys.to(".stride-skip").press("Enter").isOn("#content");
            keys.to(".stride-chapter-link").press("Enter").isOn("h1");
            assertThat(page).hasURL(Pattern.compile("/lesson/opening$"));
            keys.to(".stride-next").press("Enter").isOn("h1");
            for (Exercise exercise : catalogue.exercises()) {
                assertThat(page.locator("h1")).containsText(exercise.name());
                if (SOLUTIONS.containsKey(exercise.name())) {
                    type(keys, exercise);
                } else {
                    pick(keys, exercise);
                }
                keys.to(".stride-next").press("Enter").isOn("h1");
                if (exercise.number() == Course.FORWARD_STEPS) {
                    assertThat(page).hasURL(Pattern.compile("/lesson/bridge$"));
                    keys.to(".stride-next").press("Enter").isOn("h1");
                }
            }
            assertThat(page).hasURL(Pattern.compile("/lesson/closing$"));
            keys.to(".stride-contents a").press("Enter").isOn("h2");
            keys.backTo(".stride-brand").press("Enter").isOn("h1");
            assertThat(page.locator(".stride-badge-passed")).hasCount(8);
            assertThat(keys.unseen()).isEmpty();
            assertThat(window.errors()).isEmpty();
        }
    }

    /** Goes past the lesson, folded; of the second step, through it. */
    private static void pick(Keyboard keys, Exercise exercise) {
        Page page = keys.page();
        if (exercise.number() == 1) {
            page.reload();
            assertThat(page.locator("stride-language button")).hasCount(2);
            keys.to(".stride-skip").press("Enter").isOn("#content");
            assertThat(page).hasURL(Pattern.compile("/exercise/zero_pad$"));
        }
        keys.to(".stride-fold > summary");
        if (exercise.name().equals("conv_forward")) {
            keys.to(".player").press("ArrowRight");
            assertThat(page.locator(".stride-fold .position").first()).containsText("Step 2 of");
            keys.to(".stride-moving > summary").press("Enter").isSomewhere();
        } else {
            keys.press("Enter");
            assertThat(page.locator(".stride-prose")).isHidden();
        }
        Choice right = exercise.strategies().getFirst();
        if (exercise.deck().indexOf(right) >= DEALT) {
            keys.to("#deck-more").press("Enter").isOn(".stride-card");
            keys.backTo(".stride-card");
        }
        keys.to(".stride-card:nth-child(" + (exercise.deck().indexOf(right) + 1) + ")")
                .press("Enter");
        assertThat(page.locator(".stride-run h2")).hasText("Card " + right.letter());
        keys.isSomewhere();
        keys.to("input[type=radio]").press("Space").to("#run").press("Enter");
        assertThat(page.locator("#verdict .stride-banner")).containsText("Passes");
        keys.isOn("#run");
    }

    private static void type(Keyboard keys, Exercise exercise) {
        WriteTab tab = new WriteTab(keys.page());
        keys.to("#way-write").press("Enter");
        assertThat(tab.code()).isVisible();
        keys.isOn("#way-write");
        keys.to("#editor").write("def " + exercise.name() + "(*given):\n    return None\n");
        keys.press("Escape").to("#check").press("Enter");
        tab.fails();
        keys.isOn("#check");
        keys.to("#hint").press("Enter");
        assertThat(keys.page().locator(".stride-hint-list > li")).hasCount(1);
        keys.isOn("#hint");
        keys.backTo("#check").backTo("#editor").write(solution(SOLUTIONS.get(exercise.name())));
        keys.press("ControlOrMeta+Shift+Enter");
        tab.passes();
        keys.isOn("#editor");
        keys.press("Escape");
    }
}
