package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.NARROW;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspect;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Learners write functions in a real browser, and a real Python runs them. */
class WriteIT extends BrowserTest {
    private static final String ZERO_PAD = solution("zero_pad.np_pad");
    private static final String CONV_FORWARD = solution("conv_forward.array_into_element");
    private static final String POOL_FORWARD = solution("pool_forward.loops");

    private static final String STRIDE_FORGOTTEN =
            CONV_FORWARD.replace("= h * stride", "= h").replace("= w * stride", "= w");
    private static final String ENDLESS = """
            def zero_pad(X, pad):
                X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
                rows = 0
                while rows < 3: X_pad = X_pad
                return X_pad
            """;

    /** One that does not wait long for what never ends. */
    private Server impatient;

    @Override
    Server startServer() {
        return Server.startWithPython("--stride.slots=2");
    }

    @BeforeAll
    void startImpatient() {
        impatient = Server.startWithPython("--stride.slots=1", "--stride.limits.cpu=1s", "--stride.limits.wall=4s");
    }

    @AfterAll
    void stopImpatient() {
        if (impatient != null) {
            impatient.close();
        }
    }

    @Test
    void aForgottenStrideIsNamedAndMendedAndPasses() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/exercise/conv_forward");
            page.locator("#way-write").click();
            WriteTab tab = new WriteTab(page);
            tab.ready();
            assertThat(page).hasURL(Pattern.compile("/exercise/conv_forward\\?way=write$"));
            tab.stepIs(3, "new");

            tab.write(STRIDE_FORGOTTEN);
            tab.checkWithKeys();

            tab.fails();
            assertThat(tab.verdict()).containsText("Stride left out of both corners");
            assertThat(tab.verdict()).containsText("Begin at h * stride and w * stride.");
            assertThat(tab.verdict().locator(".stride-evidence")).containsText("The first check that fails");
            theFirstWrongWindowIsDrawn(tab);
            tab.stepIs(3, "tried");

            tab.append("vert_start = h", " * stride");
            tab.append("horiz_start = w", " * stride");
            tab.check();

            tab.passes();
            tab.stepIs(3, "passed");
            assertThat(window.errors()).isEmpty();
        }
    }

    private static void theFirstWrongWindowIsDrawn(WriteTab tab) {
        Locator moving = tab.verdict().locator("#moving-case");
        moving.getByText("See this check move").click();
        moving.locator("#watch").click();
        Locator note = moving.locator(".note").getByText("is the first that differs");
        assertThat(note)
                .containsText(
                        Pattern.compile("Window 2 is the first that differs\\. Line \\d+ of your code took rows 0 to 2"
                                + " and columns 1 to 3; right are rows 0 to 2 and columns 2 to 4\\."));
        moving.getByText("Show that step").click();
        assertThat(moving.locator(".position")).containsText("Step 2 of");
        assertThat(moving.locator("#input .yours")).isVisible();
        inspectEverywhere(tab.page(), "watched-run");
        tab.page().setViewportSize(WIDE, Browser.height(WIDE));
    }

    @Test
    void whatLoopsForeverIsCancelledOrRunsOutOfTimeAtItsLine() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, impatient, "zero_pad");
            tab.write(ENDLESS);
            tab.checkWithKeys();

            assertThat(tab.progress().locator("vaadin-progress-bar")).isVisible();
            tab.cancel().click();
            assertThat(tab.message()).hasText("Cancelled. Nothing was counted.");
            assertThat(tab.progress()).isHidden();
            tab.stepIs(1, "new");

            tab.check();

            tab.fails();
            assertThat(tab.verdict()).containsText("Line 4: The time ran out here. Perhaps a loop never ends");
            assertThat(tab.note()).containsText("The time ran out here.");
            assertThat(tab.note().locator("th")).hasText(new String[] {"X_pad", "rows", "X", "pad"});
            assertThat(tab.note().locator("tr", row("rows")).locator("td")).hasText("0");

            tab.goToLine().click();
            assertThat(tab.code()).isFocused();
            tab.page().keyboard().press("End");
            tab.page().keyboard().type("; rows += 1");
            tab.checkWithKeys();

            tab.passes();
            assertThat(tab.note()).hasCount(0);
            tab.stepIs(1, "passed");
        }
    }

    @Test
    void aRunIsToldBesideItsButtonAndEndsWithItsPlace() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.writeCell("while True: pass");
            tab.tryOut();
            tab.page().locator(".stride-scratch #cancel-try-out").click();
            assertThat(tab.page().locator(".stride-scratch")).containsText("Cancelled. Nothing was counted.");
            assertThat(tab.message()).isEmpty();

            tab.write(ENDLESS);
            tab.check();
            assertThat(tab.cancel()).isVisible();
            tab.page().locator("#way-pick").click();
            assertThat(tab.code()).isHidden();
            tab.page().locator("#way-write").click();

            assertThat(tab.code()).containsText("while rows < 3");
            assertThat(tab.progress()).isHidden();
            assertThat(tab.page().locator(".stride-scratch")).not().containsText("Cancelled");
        }
    }

    /** The row of a variable. */
    private static Locator.LocatorOptions row(String variable) {
        return new Locator.LocatorOptions().setHasText(Pattern.compile("^" + variable));
    }

    @Test
    void whatEatsMemoryIsToldByItsLineAndTheNextCheckRuns() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write("""
                    def zero_pad(X, pad):
                        rows = []
                        while True:
                            rows.append(np.ones((1000, 1000)))
                    """);
            tab.check();

            tab.fails();
            assertThat(tab.verdict()).containsText("Line 4: The memory ran out.");
            assertThat(tab.note()).containsText("The memory ran out.");

            tab.write(ZERO_PAD);
            tab.check();

            tab.passes();
        }
    }

    @Test
    void twoLearnersNeitherWaitForEachOtherNorSeeEachOthersCode() {
        try (Browser.Window one = browser.open(WIDE, ColorScheme.LIGHT);
                Browser.Window other = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab endless = WriteTab.open(one, server, "zero_pad");
            endless.write(ENDLESS);
            WriteTab right = WriteTab.open(other, server, "zero_pad");
            assertThat(right.code()).containsText("X_pad = None");
            right.write(ZERO_PAD);

            endless.checkWithKeys();
            assertThat(endless.cancel()).isVisible();
            right.checkWithKeys();

            right.passes();
            assertThat(endless.cancel()).isVisible();
            endless.cancel().click();
            assertThat(endless.message()).hasText("Cancelled. Nothing was counted.");
            assertThat(endless.code()).containsText("while rows < 3");
            assertThat(endless.banner()).hasCount(0);
            assertThat(right.code()).not().containsText("while");
        }
    }

    @Test
    void theScratchCellShowsItsLastValueAsNumPyPrintsItAndAsAPicture() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write(ZERO_PAD);
            tab.writeCell("zero_pad(np.arange(4.0).reshape(1, 2, 2, 1), 1)[0, :, :, 0]");
            tab.tryOut();

            assertThat(tab.output().locator(".stride-printed"))
                    .hasText("""
                    array([[0., 0., 0., 0.],
                           [0., 0., 1., 0.],
                           [0., 2., 3., 0.],
                           [0., 0., 0., 0.]])
                    """, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
            assertThat(tab.output().locator("stride-tensor-view")).containsText("shape (4, 4)");
            assertThat(tab.banner()).hasCount(0);
            tab.stepIs(1, "new");
        }
    }

    @Test
    void anExceptionIsMarkedWhereItIs() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write(ZERO_PAD);
            tab.writeCell("x = zero_pad(np.ones((1, 2, 2, 1)), 1)\nx[9]");
            tab.tryOut();

            assertThat(tab.output()).containsText("In this cell. Line 2: It raised IndexError");
            assertThat(tab.cellNote()).containsText("It raised IndexError");
            assertThat(tab.note()).hasCount(0);

            tab.write("def zero_pad(X, pad):\n    return X[9]\n");
            tab.tryOut();

            assertThat(tab.output()).containsText("In your function. Line 2: It raised IndexError");
            assertThat(tab.note()).containsText("It raised IndexError");
            assertThat(tab.cellNote()).hasCount(0);
        }
    }

    @Test
    void whatCodeSaysIsTextAndNothingElse() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            List<String> strange = new CopyOnWriteArrayList<>();
            page.onDialog(dialog -> {
                strange.add(dialog.message());
                dialog.dismiss();
            });
            page.onRequest(request -> {
                if (request.url().endsWith("/x")) {
                    strange.add(request.url());
                }
            });
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            String image = "<img src=x onerror=alert(1)>";
            tab.write("""
                    def zero_pad(X, pad):
                        shown = "%1$s"
                        raise type("<b>Error</b>", (ValueError,), {})("%1$s")
                    """.formatted(image));
            tab.writeCell("print(\"<b>x</b>\\x1b[31m\")");
            tab.tryOut();
            assertThat(tab.output().locator(".stride-printed")).hasText("<b>x</b>");

            tab.check();

            tab.fails();
            assertThat(tab.verdict()).containsText("<b>Error</b>: " + image);
            assertThat(tab.note()).containsText("<b>Error</b>: " + image);
            assertThat(tab.note().locator("tr", row("shown"))).containsText(image);
            assertThat(page.locator("img[src=x]")).hasCount(0);
            assertThat(page.locator("#verdict b, .stride-scratch #output b, .note b b"))
                    .hasCount(0);
            assertThat(strange).isEmpty();
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void whatWasTypedOutlivesAReloadWithTheStepsToUndoIt() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write(ZERO_PAD);
            tab.page().reload();
            tab.ready();
            assertThat(tab.code()).containsText("constant_values=0");

            tab.code().focus();
            tab.page().keyboard().press("ControlOrMeta+z");
            assertThat(tab.code()).containsText("X_pad = None");
            tab.page().keyboard().press("ControlOrMeta+Shift+z");
            assertThat(tab.code()).containsText("constant_values=0");

            tab.page().locator("#start-over").click();
            assertThat(tab.message())
                    .hasText("The starter code is back. What was there is in the history, and one undo away.");
            assertThat(tab.code()).containsText("X_pad = None");
            tab.code().focus();
            tab.page().keyboard().press("ControlOrMeta+z");
            assertThat(tab.code()).containsText("constant_values=0");
            tab.checkWithKeys();
            tab.passes();
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            Page page = tab.page();
            tab.write("def zero_pad(X, pad):\n");
            page.keyboard().press("Tab");
            page.keyboard().type("return X");
            assertThat(tab.code()).isFocused();
            assertThat(tab.line("return X")).hasText("    return X");

            page.keyboard().press("ControlOrMeta+Enter");
            assertThat(tab.output().locator(".stride-printed")).isVisible();

            page.keyboard().press("Escape");
            page.keyboard().press("Tab");
            assertThat(page.locator("#check")).isFocused();
            page.keyboard().press("Enter");
            tab.fails();
        }
    }

    @Test
    void everyStateLooksRight() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, impatient, "conv_forward");
            inspectEverywhere(tab.page(), "write-start");
            tab.foldTheLesson();

            tab.write(STRIDE_FORGOTTEN);
            tab.checkWithKeys();
            assertThat(tab.verdict()).containsText("Stride left out of both corners");
            inspectEverywhere(tab.page(), "write-wrong");

            tab.write(CONV_FORWARD.replace("range(n_H)", "range(n_H + 3)"));
            tab.checkWithKeys();
            assertThat(tab.note()).containsText("IndexError");
            inspectEverywhere(tab.page(), "write-raised");

            tab.write(CONV_FORWARD.replace("A_prev_pad = zero_pad(A_prev, pad)", "A_prev_pad = zero_pad(A_prev, pad"));
            tab.checkWithKeys();
            assertThat(tab.note()).containsText("This is not Python");
            inspectEverywhere(tab.page(), "write-not-python");

            tab.write(CONV_FORWARD.replace("    Z = ", "    while n_H: pass\n    Z = "));
            tab.checkWithKeys();
            assertThat(tab.note()).containsText("The time ran out here.");
            inspectEverywhere(tab.page(), "write-timed-out");

            tab = WriteTab.open(window, server, "pool_forward").foldTheLesson();
            tab.write(POOL_FORWARD);
            tab.tryOut();
            assertThat(tab.output().locator("stride-tensor-view")).isVisible();
            inspectEverywhere(tab.page(), "write-tried-out");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void thePageOfTheSandboxLooksRight() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/admin/sandbox");
            assertThat(page.locator("#state")).containsText("Ready to run code");
            inspectEverywhere(page, "sandbox");
        }
    }

    @Test
    void withoutPythonOneCanPickAndIsToldHowToGetIt() {
        try (Server bare = Server.start("--stride.python=/nonexistent");
                Browser.Window window = browser.open(NARROW, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(bare.address() + "/exercise/zero_pad?strategy=B");
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("It passes"))
                    .check();
            page.locator("#run").click();
            assertThat(page.locator("#verdict")).containsText("Card B: Passes");

            WriteTab tab = WriteTab.open(window, bare, "conv_forward").foldTheLesson();
            assertThat(page.locator("#notice"))
                    .hasText("There is no Python at /nonexistent. Correct --stride.python,"
                            + " or leave it out to take the first one on the path. Picking strategies works without.");
            tab.write(CONV_FORWARD);
            tab.checkWithKeys();

            assertThat(tab.message())
                    .hasText(
                            "It was not run; the reason stands above. Nothing was counted, and what you typed is kept.");
            assertThat(tab.code()).containsText("vert_start = h * stride");
            assertThat(tab.banner()).hasCount(0);
            tab.stepIs(3, "new");
            inspect(page, "write-without-python", NARROW, ColorScheme.LIGHT);
            page.reload();
            tab.ready();
            assertThat(tab.code()).containsText("vert_start = h * stride");
        }
    }
}
