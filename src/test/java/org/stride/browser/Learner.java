package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;

/** What a learner does on the page of a step, in the language of the page. */
record Learner(Page page, Look look) {
    Locator verdict() {
        return page.locator("#verdict:visible");
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void follow(String link) {
        named(AriaRole.LINK, link).click();
    }

    void next() {
        page.locator(".stride-next").click();
    }

    /** Picks a card that is wrong, and says so beforehand. */
    void goWrong(Exercise exercise) {
        Flaw flaw =
                exercise.flaws().stream().filter(f -> !f.advisory()).findFirst().orElseThrow();
        run(flaw, "run.fails");
        assertThat(banner()).containsText(look.text("compare.card", flaw.letter()));
        assertThat(banner()).containsText(look.text("verdict.failed.title"));
        assertThat(verdict()).containsText(look.sentence(flaw));
        assertThat(verdict().locator(".stride-prediction-right"))
                .hasText(look.oneOf("prediction.fail.failed", "prediction.fail.failed_held_out"));
    }

    void goRight(Exercise exercise) {
        Choice strategy = exercise.strategies().getFirst();
        run(strategy, "run.passes");
        assertThat(banner()).containsText(look.text("compare.card", strategy.letter()));
        assertThat(banner()).containsText(look.text("verdict.passed.title"));
        assertThat(verdict().locator(".stride-prediction-right"))
                .hasText(look.oneOf("prediction.pass.passed", "prediction.pass.passed_advisory"));
    }

    private Locator banner() {
        return verdict().locator(".stride-banner h2");
    }

    private void run(Choice choice, String prediction) {
        Locator more = page.locator("#deck-more");
        if (more.isVisible()) {
            more.click();
            // They lie in the order of their letters
            assertThat(page.locator(".stride-card .stride-letter").nth(1)).hasText("B");
        }
        page.locator(".stride-card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".stride-letter")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^" + choice.letter() + "$")))))
                .click();
        assertThat(page.locator(".stride-run h2")).hasText(look.text("run.title", choice.letter()));
        named(AriaRole.RADIO, look.text(prediction)).check();
        page.locator("#run").click();
        assertThat(banner()).containsText(look.text("run.title", choice.letter()));
    }

    /** Answers the question about a shape. */
    void answer() {
        page.locator("#quiz .stride-quiz-choices button").first().click();
        assertThat(page.locator("#quiz-answer")).not().isEmpty();
    }

    /** Opens the moving picture, makes a step in it, and reads its terms. */
    void play() {
        Locator moving = page.locator(".stride-moving");
        moving.locator("> summary").click();
        moving.locator(".player").press("ArrowRight");
        assertThat(moving.locator(".position")).containsText(Pattern.compile("2\\D"));
        moving.locator(".player summary").click();
        assertThat(moving.locator(".player .terms")).isVisible();
    }

    /** Holds the card that is picked against another. */
    void compare() {
        page.locator("#compare vaadin-select-value-button").click();
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page.locator("#compare table")).isVisible();
    }

    /** Takes one rung after the other, to the first line of the solution. */
    void climb(Exercise exercise) {
        int hints = exercise.hints().hints().size();
        Locator taken = page.locator(".stride-hint-list > li");
        for (int hint = taken.count(); hint < hints; hint++) {
            page.locator("vaadin-button#hint").click();
            assertThat(taken).hasCount(hint + 1);
        }
        page.locator("vaadin-button#hint").click();
        assertThat(page.locator("#puzzle")).isVisible();
        page.locator("vaadin-button#hint").click();
        assertThat(page.locator("#solution")).isVisible();
    }

    /** Leaves the lines of the puzzle as they lie, and is told that they are not right yet. */
    void checkPuzzle() {
        page.locator("#check-puzzle").click();
        assertThat(page.locator("#puzzle"))
                .containsText(look.text("puzzle.wrong", "").strip());
    }
}
