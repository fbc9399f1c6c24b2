package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key that the sheet tells is pressed as the sheet tells it; and what a page says that has lost its server. */
class ShortcutsIT extends BrowserTest {
    private static final Map<String, String> KEYS = Map.of(
            "Ctrl", "Control", "Esc", "Escape", "←", "ArrowLeft", "↑", "ArrowUp", "→", "ArrowRight", "↓", "ArrowDown");
    private static final String CODE = "first\nsecond\nfirst";

    @Override
    Server startServer() {
        return Server.startWithPython("--stride.slots=1");
    }

    /** The keys of each line of the sheet: which chords, and in which order. */
    private static Map<String, List<String>> told(Page page) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        assertThat(sheet(page).locator("[data-shortcut]").last()).isVisible();
        for (Locator line : sheet(page).locator("[data-shortcut]").all()) {
            List<String> chords = line.locator("dt > span:has(kbd)").all().stream()
                    .map(chord -> String.join(
                            "+",
                            chord.locator("kbd").all().stream()
                                    .map(key -> key.getAttribute("data-key"))
                                    .map(key -> KEYS.getOrDefault(
                                            key, key.length() == 1 ? key.toLowerCase(Locale.ROOT) : key))
                                    .toList()))
                    .toList();
            told.put(line.getAttribute("data-shortcut"), chords);
        }
        return told;
    }

    private static Locator sheet(Page page) {
        return page.locator("vaadin-dialog#shortcuts");
    }

    private static void closed(Page page) {
        assertThat(page.locator("vaadin-dialog")).hasCount(0);
    }

    /** One line of the sheet after another, each pressed once and seen to do what it says. */
    private static final class Keys {
        private final Page page;
        private final Map<String, List<String>> left;

        Keys(Page page, Map<String, List<String>> told) {
            this.page = page;
            left = new LinkedHashMap<>(told);
        }

        List<String> of(String shortcut) {
            List<String> chords = left.remove(shortcut);
            assertThat(chords).as(shortcut).isNotNull().isNotEmpty();
            return chords;
        }

        /** Presses all of a line, one after the other. */
        void press(String shortcut) {
            of(shortcut).forEach(page.keyboard()::press);
        }

        /** Presses each of a line, and looks after each. */
        void press(String shortcut, Runnable... then) {
            List<String> chords = of(shortcut);
            assertThat(chords).as(shortcut).hasSameSizeAs(then);
            for (int i = 0; i < then.length; i++) {
                page.keyboard().press(chords.get(i));
                then[i].run();
            }
        }
    }

    @Test
    void everyKeyOnTheSheetDoesWhatTheSheetSays() {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "conv_forward");
            Page page = tab.page();
            page.locator("h1").click();
            page.keyboard().press("?");
            Keys keys = new Keys(page, told(page));
            inspectEverywhere(page, "shortcuts");
            page.setViewportSize(WIDE, Browser.height(WIDE));
            page.keyboard().press("Escape");
            closed(page);

            inTheEditor(tab, keys);
            inTheMovingPicture(page, keys);
            onTheArray(page, keys);
            onThePage(page, keys);

            assertThat(keys.left).isEmpty();
            assertThat(window.errors()).isEmpty();
        }
    }

    private static void inTheEditor(WriteTab tab, Keys keys) {
        Page page = tab.page();
        Locator code = tab.code();
        tab.write(CODE);
        page.keyboard().press("Control+Home");
        keys.press(
                "INDENT", () -> says(tab, "    first", "second", "first"), () -> says(tab, "first", "second", "first"));
        keys.press("COMMENT", () -> says(tab, "# first", "second", "first"));
        keys.press("UNDO", () -> says(tab, "first", "second", "first"));
        keys.press("REDO", () -> says(tab, "# first", "second", "first"));
        tab.write(CODE);
        page.keyboard().press("Control+Home");
        List<String> moves = keys.of("MOVE");
        page.keyboard().press(moves.get(1));
        says(tab, "second", "first", "first");
        page.keyboard().press(moves.get(0));
        says(tab, "first", "second", "first");
        keys.press(
                "COPY",
                () -> says(tab, "first", "first", "second", "first"),
                () -> says(tab, "first", "first", "first", "second", "first"));
        keys.press("DELETE", () -> says(tab, "first", "first", "second", "first"));
        tab.write(CODE);
        page.keyboard().press("Control+Home");
        keys.press("FIND", () -> assertThat(page.locator("#editor .cm-search")).isVisible());
        page.keyboard().press("Escape");
        assertThat(page.locator("#editor .cm-search")).hasCount(0);
        // Once for the word at the cursor, once for the place that says the same
        List<String> same = keys.of("SAME");
        page.keyboard().press(same.getFirst());
        page.keyboard().press(same.getFirst());
        page.keyboard().type("third");
        says(tab, "third", "second", "third");

        tab.writeCell("print(41 + 1)");
        tab.write("def conv_forward(A_prev, W, b, hparameters):\n    return 1");
        keys.press("RUN", () -> assertThat(tab.output()).containsText("42"));
        code.focus();
        keys.press("CHECK", () -> assertThat(tab.verdict()).isVisible());
        code.focus();
        keys.press("LEAVE");
        assertThat(code).not().isFocused();
    }

    private static void says(WriteTab tab, String... lines) {
        Locator shown = tab.page().locator("#editor .cm-line");
        tab.page().waitForCondition(() -> shown.allTextContents().equals(List.of(lines)));
    }

    private static void inTheMovingPicture(Page page, Keys keys) {
        Locator moving = page.locator(".stride-moving");
        moving.getByText("See it move").click();
        Locator position = moving.locator("stride-window-player .position");
        Locator player = moving.locator("stride-window-player .player");
        Locator pause = moving.getByLabel("Pause");
        player.focus();
        List<String> steps = keys.of("STEP");
        page.keyboard().press(steps.get(1));
        assertThat(position).containsText("Step 2 of");
        page.keyboard().press(steps.get(0));
        assertThat(position).containsText("Step 1 of");
        List<String> ends = keys.of("ENDS");
        page.keyboard().press(ends.get(1));
        assertThat(position).hasText(Pattern.compile("Step (\\d+) of \\1"));
        page.keyboard().press(ends.get(0));
        assertThat(position).containsText("Step 1 of");
        keys.press("PLAY", () -> assertThat(pause).isVisible());
        page.keyboard().press("Space");
        assertThat(pause).hasCount(0);

        Locator map = moving.locator("stride-heat-map#filter");
        Locator cells = map.locator("td.cell");
        cells.first().focus();
        List<String> moves = keys.of("CELL");
        for (String key : List.of(moves.get(2), moves.get(3), moves.get(0), moves.get(1))) {
            page.keyboard().press(key);
        }
        assertThat(cells.first()).isFocused();
        page.keyboard().press(moves.get(2));
        assertThat(cells.nth(1)).isFocused();
        Locator number = map.getByRole(AriaRole.SPINBUTTON);
        List<String> keep = keys.of("KEEP");
        List<String> change = keys.of("CHANGE");
        page.keyboard().press(change.get(0));
        number.fill("7");
        page.keyboard().press(keep.get(1));
        assertThat(number).hasCount(0);
        assertThat(cells.nth(1)).not().hasText("7.00");
        page.keyboard().press(change.get(1));
        number.fill("7");
        page.keyboard().press(keep.get(0));
        assertThat(cells.nth(1)).hasText("7.00");
    }

    private static void onTheArray(Page page, Keys keys) {
        Locator array = page.locator(".stride-input stride-tensor-view").first();
        Locator rows = array.locator("tbody tr");
        int last = rows.count() - 1;
        Locator first = rows.nth(0).locator("td").first();
        first.click();
        List<String> moves = keys.of("ARRAY");
        for (String key : List.of(moves.get(2), moves.get(3), moves.get(0), moves.get(1))) {
            page.keyboard().press(key);
        }
        assertThat(first).isFocused();
        page.keyboard().press(moves.get(3));
        assertThat(rows.nth(1).locator("td").first()).isFocused();
        page.keyboard().press(moves.get(1));
        List<String> row = keys.of("ROW");
        page.keyboard().press(row.get(1));
        assertThat(rows.nth(0).locator("td").last()).isFocused();
        page.keyboard().press(row.get(0));
        assertThat(first).isFocused();
        List<String> corners = keys.of("CORNERS");
        page.keyboard().press(corners.get(1));
        assertThat(rows.nth(last).locator("td").last()).isFocused();
        page.keyboard().press(corners.get(0));
        assertThat(first).isFocused();
    }

    private void onThePage(Page page, Keys keys) {
        keys.press("NEXT", () -> assertThat(page).hasURL(Pattern.compile("/exercise/pool_forward$")));
        assertThat(page.locator("h1")).containsText("pool_forward");
        keys.press("PREVIOUS", () -> assertThat(page).hasURL(Pattern.compile("/exercise/conv_forward$")));
        page.navigate(server.address() + "/progress");
        assertThat(page.locator("h1")).isVisible();
        keys.press("SKIP");
        assertThat(page.locator("main")).isFocused();
        assertThat(page).hasURL(server.address() + "/progress");
        keys.press("SHEET", () -> assertThat(sheet(page).locator("dl").first()).isVisible());
    }

    @Test
    void theQuestionMarkIsWrittenWhereOneWritesAndCanBeTurnedOff() {
        try (Browser.Window window = browser.open(Inspection.NARROW, ColorScheme.DARK)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            Page page = tab.page();
            tab.write("why");
            page.keyboard().press("?");
            says(tab, "why?");

            Locator button = page.locator("stride-shortcuts button");
            button.focus();
            page.keyboard().press("Enter");
            page.locator("#shortcuts-switch input").press("Space");
            page.keyboard().press("Escape");
            closed(page);
            assertThat(button).isFocused();
            page.keyboard().press("?");
            // The next key comes after whatever the one before had done
            page.keyboard().press("Enter");
            assertThat(sheet(page).locator("#shortcuts-switch input")).not().isChecked();
            assertThat(sheet(page)).hasCount(1);
            assertThat(window.errors()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en, The server does not answer, This visit has ended, Load the page again, Your progress",
        "zh, 服务器没有应答, 这次访问已经结束, 重新加载页面, 你的进度"
    })
    void aPageThatHasLostItsServerSaysSo(String language, String away, String ended, String reload, String title) {
        try (Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/progress");
            page.locator("stride-language button[lang^=" + language + "]").click();
            assertThat(page.locator("h1")).hasText(title);
            Locator status = page.locator("vaadin-connection-indicator");
            assertThat(status).hasAttribute("role", "status");

            window.context().setOffline(true);
            page.locator("stride-shortcuts button").click();
            assertThat(status.locator(".v-status-message")).containsText(away);
            assertThat(status.locator(".v-status-message")).isInViewport();
            inspectEverywhere(page, "offline-" + language);
            window.context().setOffline(false);
            assertThat(sheet(page).locator("dl").first()).isVisible();
            page.keyboard().press("Escape");
            closed(page);

            // A visit that the server has forgotten, which is how a page finds out that it was left alone for long
            page.context()
                    .addCookies(List.of(new Cookie("JSESSIONID", "forgotten")
                            .setUrl(server.address())
                            .setHttpOnly(true)));
            page.locator("stride-shortcuts button").click();
            Locator box = page.getByRole(
                    AriaRole.ALERTDIALOG,
                    new Page.GetByRoleOptions().setName(ended).setExact(true));
            assertThat(box).isVisible();
            assertThat(box).isFocused();
            inspectEverywhere(page, "ended-" + language);
            // Whoever types on when it comes loads nothing by a space
            page.keyboard().press("Space");
            assertThat(box).isVisible();
            page.keyboard().press("Tab");
            Locator button = box.getByRole(AriaRole.BUTTON);
            assertThat(button).isFocused();
            assertThat(button).hasText(reload);
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText(title);
            assertThat(box).hasCount(0);
        }
    }
}
