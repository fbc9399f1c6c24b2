package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Where a learner writes the function of an exercise, by what is seen and pressed there. */
record WriteTab(Page page) {
    /** Opens it by its address. */
    static WriteTab open(Browser.Window window, Server server, String exercise) {
        return open(window.page(), server, exercise);
    }

    static WriteTab open(Page page, Server server, String exercise) {
        page.navigate(server.address() + "/exercise/" + exercise + "?way=write");
        WriteTab tab = new WriteTab(page);
        tab.ready();
        return tab;
    }

    WriteTab foldTheLesson() {
        Inspection.foldTheLesson(page);
        return this;
    }

    /** Until then keys would be lost. */
    void ready() {
        assertThat(code()).isVisible();
        assertThat(cell()).isVisible();
        // Lines are measured once they are on screen, which pictures of the whole page do not wait for
        page.locator("#try-out").scrollIntoViewIfNeeded();
        page.locator("#check").scrollIntoViewIfNeeded();
    }

    /** The text of the function. */
    Locator code() {
        return page.locator("#editor .cm-content");
    }

    /** The line on whether what is typed is saved. */
    Locator saving() {
        return page.locator("#editor stride-draft-status [aria-hidden]");
    }

    void isSaved() {
        assertThat(saving()).hasText(Pattern.compile("^saved \\d\\d:\\d\\d:\\d\\d$"));
    }

    /** Where the learner chooses between two texts. */
    Locator choice() {
        return page.locator("#editor stride-draft-choice section");
    }

    /** What became of the choice. */
    Locator chosen() {
        return page.locator("#editor stride-draft-choice .outcome");
    }

    Locator line(String text) {
        return page.locator("#editor .cm-line", new Page.LocatorOptions().setHasText(text));
    }

    /** What is said below the line of the function that is wrong. */
    Locator note() {
        return page.locator("#editor .note:not(.warning)");
    }

    /** The text of the scratch cell. */
    Locator cell() {
        return page.locator(".stride-scratch .cm-content");
    }

    Locator cellNote() {
        return page.locator(".stride-scratch .note");
    }

    /** What came of the scratch cell. */
    Locator output() {
        return page.locator(".stride-scratch #output");
    }

    /** The row with the progress of what runs. */
    Locator progress() {
        return page.locator(".stride-sheet .stride-progress");
    }

    Locator cancel() {
        return page.locator(".stride-sheet #cancel");
    }

    Locator goToLine() {
        return page.locator("#go-to-line");
    }

    /** The sentence on why a run gave nothing. */
    Locator message() {
        return page.locator(".stride-sheet [role=status].stride-muted");
    }

    Locator verdict() {
        return page.locator("#verdict:visible");
    }

    Locator banner() {
        return verdict().locator(".stride-banner h2");
    }

    Locator step(int number) {
        return page.locator(".stride-steps li").nth(number - 1).locator("a");
    }

    void write(String source) {
        replace(code(), source);
    }

    void writeCell(String source) {
        replace(cell(), source);
    }

    private void replace(Locator editor, String source) {
        editor.focus();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(source);
    }

    /** Adds to the end of the text. */
    void append(String more) {
        code().focus();
        page.keyboard().press("ControlOrMeta+End");
        page.keyboard().type(more);
    }

    /** Puts a text in the place of all, as from the clipboard; given as JavaScript, which can say what Java cannot send. */
    void paste(String expression) {
        code().focus();
        page.keyboard().press("ControlOrMeta+a");
        page.evaluate("""
                () => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', %s);
                  const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
                  content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }""".formatted(expression));
    }

    /** Adds to the end of the one line that holds the text. */
    void append(String line, String more) {
        line(line).click();
        page.keyboard().press("End");
        page.keyboard().type(more);
    }

    void check() {
        page.locator("#check").click();
    }

    void checkWithKeys() {
        page.keyboard().press("ControlOrMeta+Shift+Enter");
    }

    void tryOut() {
        page.locator("#try-out").click();
    }

    void passes() {
        assertThat(banner()).hasText("Your code: Passes");
    }

    void fails() {
        assertThat(banner()).hasText("Your code: Fails");
    }

    void stepIs(int number, String state) {
        assertThat(step(number)).hasClass(Pattern.compile("\\bstride-dot-" + state + "\\b"));
    }
}
