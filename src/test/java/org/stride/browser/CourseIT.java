package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.NARROW;
import static org.stride.browser.Inspection.WIDE;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.ui.lesson.Course;

/** A learner walks through the whole course in a real browser, on every screen, in both languages. */
class CourseIT extends BrowserTest {
    /** Where windows overlap, shares take the place of what was there, instead of being added. */
    private static final String OVERWRITTEN =
            solution("conv_backward.negative_slice").replace(":] += W[", ":] = W[");

    private final Catalogue catalogue = Catalogue.load();

    @Override
    Server startServer() {
        return Server.shared();
    }

    static List<Look> looks() {
        return List.of(
                Look.of(WIDE, ColorScheme.LIGHT, Locale.ENGLISH), Look.of(NARROW, ColorScheme.DARK, Look.CHINESE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void aLearnerWalksFromTheOpeningToTheClosing(Look look) {
        try (Browser.Window window = browser.open(look.width(), look.scheme())) {
            Page page = window.page();
            Learner learner = new Learner(page, look);
            look.open(page, server);
            assertThat(page.locator(".stride-step")).hasCount(8);
            look.inspect(page, "home");
            page.locator(".stride-chapter-link").first().click();
            read(look, page, "opening");
            catalogue.exercises().forEach(exercise -> step(learner, exercise));
            read(look, page, "closing");
            lookBack(learner);
            lookAround(look, page);
            assertThat(window.errors()).isEmpty();
        }
    }

    private static void read(Look look, Page page, String chapter) {
        assertThat(page).hasURL(Pattern.compile("/lesson/" + chapter + "$"));
        page.locator("stride-formula .katex").first().waitFor();
        look.inspect(page, chapter);
        if (page.locator(".stride-next").isVisible()) {
            page.locator(".stride-next").click();
        }
    }

    /** Every step is shown wrong and right; what the page of a step can be otherwise is looked at on one of them each. */
    private void step(Learner learner, Exercise exercise) {
        Page page = learner.page();
        Look look = learner.look();
        String name = exercise.number() + "-" + exercise.name();
        assertThat(page.locator("h1")).containsText(exercise.name());
        if (exercise.number() == 1 || look.width() == NARROW) {
            look.inspect(page, name);
        }
        if (exercise.number() == 1) {
            learner.answer();
        }
        Inspection.foldTheLesson(page);
        if (exercise.name().equals("conv_backward")) {
            write(learner, exercise);
        }
        if (exercise.name().equals("conv_forward")) {
            learner.play();
        }
        learner.goWrong(exercise);
        if (exercise.number() == 1) {
            look.inspect(page, name + "-wrong");
        } else {
            look.glance(page, name + "-wrong");
        }
        learner.goRight(exercise);
        if (exercise.name().equals("conv_forward")) {
            learner.compare();
            look.inspect(page, name + "-played-and-compared");
        } else if (exercise.number() == 2) {
            look.inspect(page, name + "-right");
        }
        learner.next();
        if (exercise.number() == Course.FORWARD_STEPS) {
            read(look, page, "bridge");
        }
    }

    /** Typed code, wrong and right, and all the help that there is with it. */
    private static void write(Learner learner, Exercise exercise) {
        Page page = learner.page();
        Look look = learner.look();
        page.locator("#way-write").click();
        WriteTab tab = new WriteTab(page);
        tab.ready();
        tab.tryOut();
        assertThat(tab.output()).not().isEmpty();
        tab.write(OVERWRITTEN);
        tab.check();
        assertThat(tab.banner()).hasText(look.labelled("write.heading", "verdict.failed.title"));
        page.locator("#offered-hint").click();
        assertThat(page.locator("#hint-who_was_touched")).isFocused();
        learner.climb(exercise);
        learner.checkPuzzle();
        page.locator("#check-gradient").click();
        assertThat(page.locator(".stride-gradient-disagrees").first()).isVisible();
        look.inspect(page, "write-wrong");

        tab.write(solution("conv_backward.negative_slice"));
        tab.check();
        assertThat(tab.banner()).hasText(look.labelled("write.heading", "verdict.passed.title"));
        look.glance(page, "write-right");
        page.locator(".stride-write-controls a").click();
        assertThat(page.locator(".stride-entry")).hasCount(2);
        if (look.width() == NARROW) {
            look.glance(page, "history-list");
        }
        page.locator(".stride-entry").last().click();
        assertThat(page.locator("#opened stride-diff")).isVisible();
        look.inspect(page, "history");
        page.navigate(page.url().replaceFirst("/history.*", ""));
    }

    private static void lookBack(Learner learner) {
        Page page = learner.page();
        Look look = learner.look();
        learner.follow(look.text("app.name"));
        assertThat(page.locator(".stride-badge-passed")).hasCount(8);
        assertThat(page.getByText(look.text("home.predictions", 16, 16))).isVisible();
        look.inspect(page, "home-finished");
        page.locator(".stride-header-link").click();
        assertThat(page.locator("#mistakes li").first()).isVisible();
        look.inspect(page, "progress");
    }

    /** What is beside the way. */
    private void lookAround(Look look, Page page) {
        for (String address : List.of("work", "admin/sandbox", "nowhere")) {
            page.navigate(server.address() + "/" + address);
            assertThat(page.locator("h1")).isVisible();
            look.inspect(page, address.replace('/', '-'));
        }
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
}
