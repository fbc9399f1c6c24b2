package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.NARROW;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Learners type in real tabs that reload, lose the network, close and come back. */
class DraftIT extends BrowserTest {
    private static final String EXERCISE = "zero_pad";

    @Override
    Server startServer() {
        return Server.start("--stride.python=/nonexistent");
    }

    private WriteTab open(Page page) {
        return WriteTab.open(page, server, EXERCISE);
    }

    /** What the server has, as it answers the browser. */
    private String saved(WriteTab tab) {
        APIResponse response = tab.page().request().get(server.address() + "/drafts/" + EXERCISE);
        assertThat(response.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.text()).path("text").asString("");
    }

    /** Waits until the server has it: the page says when it was saved last, which may be an older text for a moment. */
    private void savedTextEndsWith(WriteTab tab, String end) {
        tab.page().waitForCondition(() -> saved(tab).endsWith(end));
        tab.isSaved();
    }

    @Test
    void nothingMovesUnderThePointerWhenTheTextIsSaved() {
        try (Browser.Window window = browser.open(NARROW, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            assertThat(tab.saving()).isEmpty();
            double before = height(tab);

            tab.append("# one more");

            tab.isSaved();
            assertThat(height(tab)).isEqualTo(before);
        }
    }

    private static double height(WriteTab tab) {
        return tab.page().locator("#editor").boundingBox().height;
    }

    @Test
    void whatIsTypedIsSavedAndIsThereAfterAReload() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            assertThat(tab.saving()).isEmpty();

            tab.append("if this is no Python");

            tab.isSaved();
            savedTextEndsWith(tab, "if this is no Python");
            tab.page().reload();
            tab.ready();
            assertThat(tab.code()).containsText("if this is no Python");
            tab.isSaved();
            tab.code().focus();
            tab.page().keyboard().press("ControlOrMeta+z");
            assertThat(tab.code()).not().containsText("no Python");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aReloadRightAfterAKeyLosesNothing() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            for (int i = 0; i < 5; i++) {
                tab.append("# key " + i + "\n");
                tab.page().reload();
                tab.ready();
                assertThat(tab.code()).containsText("# key " + i);
                assertThat(tab.choice()).isHidden();
            }
            savedTextEndsWith(tab, "# key 0\n# key 1\n# key 2\n# key 3\n# key 4\n");
        }
    }

    @Test
    void anotherBrowserOfTheSameLearnerBeginsWithTheDraft() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT);
                Browser.Window other = browser.open(WIDE, ColorScheme.LIGHT);
                Browser.Window stranger = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            tab.append("# mine");
            tab.isSaved();

            other.context().addCookies(window.context().cookies());
            assertThat(open(other.page()).code()).containsText("# mine");
            assertThat(open(stranger.page()).code()).not().containsText("# mine");
        }
    }

    @Test
    void withoutANetworkTheBrowserKeepsTheTextAndHandsItOverOnReturn() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            tab.append("# before");
            tab.isSaved();

            window.context().setOffline(true);
            tab.append(" and meanwhile");
            assertThat(tab.saving()).hasText("offline, kept in this browser");
            window.context().setOffline(false);

            savedTextEndsWith(tab, "# before and meanwhile");
        }
    }

    @Test
    void whatATabCouldNotSaveIsHandedOverToTheNextOne() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            Page next = window.anotherTab();
            window.context().setOffline(true);
            tab.append("# typed offline");
            assertThat(tab.saving()).hasText("offline, kept in this browser");
            tab.page().close();
            window.context().setOffline(false);

            WriteTab heir = open(next);

            assertThat(heir.code()).containsText("# typed offline");
            savedTextEndsWith(heir, "# typed offline");
            assertThat(heir.choice()).isHidden();
        }
    }

    @Test
    void ofTwoTabsTheLearnerKeepsTheTextHere() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = apart(window);
            inspectEverywhere(tab.foldTheLesson().page(), "draft-two-versions");
            assertThat(tab.choice().locator("stride-diff del")).containsText("# theirs");
            assertThat(tab.choice().locator("stride-diff ins")).containsText("# mine");
            tab.append(" and more");
            assertThat(tab.choice().locator("stride-diff ins")).containsText("# mine and more");
            assertThat(saved(tab)).endsWith("# theirs");

            tab.page().locator("#keep-mine").click();

            assertThat(tab.chosen()).containsText("The version here is the one that is saved.");
            assertThat(tab.choice()).isHidden();
            savedTextEndsWith(tab, "# mine and more");
        }
    }

    @Test
    void ofTwoTabsTheLearnerTakesTheOtherTextWhichCanBeUndone() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = apart(window);

            tab.page().locator("#take-other").click();

            assertThat(tab.chosen()).containsText("The other version is here now");
            assertThat(tab.chosen()).isFocused();
            assertThat(tab.code()).containsText("# theirs");
            assertThat(saved(tab)).endsWith("# theirs");
            inspectEverywhere(tab.foldTheLesson().page(), "draft-chosen");
            tab.code().focus();
            tab.page().keyboard().press("ControlOrMeta+z");
            assertThat(tab.code()).containsText("# mine");
            savedTextEndsWith(tab, "# mine");
        }
    }

    /** A tab in which something was typed, offline, while another one has saved something else. */
    private WriteTab apart(Browser.Window window) {
        WriteTab tab = open(window.page());
        WriteTab other = open(window.anotherTab());
        // The tab hears nothing of the other one
        tab.page().route("**/drafts/**", route -> route.abort());
        tab.append("# mine");
        assertThat(tab.saving()).hasText("offline, kept in this browser");
        other.append("# theirs");
        other.isSaved();
        tab.page().unroute("**/drafts/**");
        assertThat(tab.choice()).containsText("There are two versions of this code");
        assertThat(tab.saving()).hasText("kept beside the other version until you choose");
        return tab;
    }

    @Test
    void aTabWithAnOlderTextSaysSoAndChangesOnlyWhenAsked() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            WriteTab other = open(window.anotherTab());
            other.append("# theirs");
            other.isSaved();

            tab.page().bringToFront();
            assertThat(tab.choice()).containsText("This tab shows an older version");
            assertThat(tab.code()).not().containsText("# theirs");
            inspectEverywhere(tab.foldTheLesson().page(), "draft-older-version");

            tab.page().locator("#take-other").click();
            assertThat(tab.code()).containsText("# theirs");
            assertThat(other.choice()).isHidden();
        }
    }

    @Test
    void theChoiceOutlivesAReload() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = apart(window);

            tab.page().reload();
            tab.ready();

            assertThat(tab.choice()).containsText("There are two versions of this code");
            assertThat(tab.code()).containsText("# mine");
            assertThat(saved(tab)).endsWith("# theirs");
        }
    }

    @Test
    void tenMegabytesAreRefusedInWordsAndUndoBringsTheTextBack() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            tab.append("# before");
            tab.isSaved();

            tab.paste("'x = 1  # and so on\\n'.repeat(500_000)");

            assertThat(tab.page().locator("#editor .trouble"))
                    .hasText("This browser does not keep the code. Copy it before leaving the page.");
            assertThat(saved(tab)).endsWith("# before");
            tab.page().keyboard().press("ControlOrMeta+z");
            tab.isSaved();
            assertThat(tab.page().locator("#editor .trouble")).isEmpty();

            tab.paste("'x'.repeat(200_000)");
            assertThat(tab.page().locator("#editor .trouble"))
                    .hasText("The code is 200,000 characters long; at most 100,000 can be run."
                            + " Nothing is lost: shorten it to go on.");
            tab.page().reload();
            tab.ready();
            assertThat(tab.page().locator("#editor .trouble")).containsText("200,000 characters long");
            assertThat(saved(tab)).endsWith("# before");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void everyKindOfCharacterIsSavedAndComesBack() {
        String odd =
                "\\u{1f600}\\u0000\\ud83d\\u202e\\u2028\\ufeff\\u00e9e\\u0301</script><img src=x onerror=alert(1)>";
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT);
                Browser.Window other = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = open(window.page());
            tab.paste("'" + odd + "'");
            tab.isSaved();

            other.context().addCookies(window.context().cookies());
            Page page = open(other.page()).page();

            assertThat(page.evaluate("() => document.querySelector('#editor').value === '" + odd + "'"))
                    .isEqualTo(true);
            assertThat(page.locator("img[src=x]")).hasCount(0);
            assertThat(other.errors()).isEmpty();
        }
    }

    @Test
    void theDraftOfAPreviousVersionIsTakenOver() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.addInitScript("""
                    localStorage.setItem('stride.code.zero_pad',
                        JSON.stringify({ state: { doc: '# typed long ago', selection: null }, seen: [] }))""");

            WriteTab tab = open(page);

            assertThat(tab.code()).hasText("# typed long ago");
            savedTextEndsWith(tab, "# typed long ago");
            assertThat(page.evaluate("() => localStorage.getItem('stride.code.zero_pad')"))
                    .isNull();
        }
    }
}
