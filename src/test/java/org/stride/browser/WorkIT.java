package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A learner's work as files, in a real browser. */
class WorkIT extends BrowserTest {
    private static final String RIGHT_PAD =
            "def zero_pad(X, pad):\n    # Mine\n    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))";
    private static final String WRONG_STEP =
            "def conv_single_step(a_slice_prev, W, b):\n    return np.sum(a_slice_prev * W)";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final Pattern PASSED = Pattern.compile("\\bstride-good\\b");

    @Override
    Server startServer() {
        return Server.shared();
    }

    private Browser.Window open() {
        Browser.Window window = browser.open(Inspection.WIDE, ColorScheme.LIGHT);
        window.page().onDialog(dialog -> window.errors().add("a script ran: " + dialog.message()));
        visit(window.page());
        return window;
    }

    private void visit(Page page) {
        page.navigate(server.address() + "/work");
        assertThat(page.locator("#bring-upload")).isVisible();
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void upload(Page page, String box, FilePayload file) {
        page.locator("#" + box + "-upload input[type=file]").setInputFiles(file);
    }

    /** A notebook of these code cells. */
    private static String notebook(String... cells) {
        StringBuilder json = new StringBuilder("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {\"title\": \"")
                .append(HOSTILE)
                .append("\"}, \"cells\": [");
        for (int place = 0; place < cells.length; place++) {
            json.append(place == 0 ? "" : ",")
                    .append("{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [], \"execution_count\": null,")
                    .append("\"id\": \"c")
                    .append(place)
                    .append("\", \"source\": \"")
                    .append(cells[place]
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append("\"}");
        }
        return json.append("]}").toString();
    }

    private static Locator offer(Page page, String exercise) {
        return page.locator("#offer-" + exercise);
    }

    private static Locator result(Page page, String exercise) {
        return page.locator("#result-" + exercise);
    }

    private static Path download(Page page, String link) {
        Download download = page.waitForDownload(() -> page.locator("#" + link).click());
        return download.path();
    }

    private static void takeOver(Page page, String code) {
        upload(page, "bring", file("work.py", code));
        page.locator("#take-over").click();
    }

    @Test
    void aNotebookIsPreviewedTakenOverAndChecked() {
        try (Browser.Window window = open()) {
            Page page = window.page();
            Inspection.inspectEverywhere(page, "work");
            takeOver(page, "def zero_pad(X, pad):\n    return X\n");
            assertThat(result(page, "zero_pad").locator(".stride-bad")).isVisible();

            upload(
                    page,
                    "bring",
                    file(
                            "../../" + HOSTILE + "\u202e.ipynb",
                            notebook(
                                    "import numpy as np\n%matplotlib inline",
                                    RIGHT_PAD,
                                    WRONG_STEP + "  # " + HOSTILE,
                                    "def conv_forward(A_prev, W, b, hparameters):\n    Z = None\n    return Z",
                                    "def broken(:")));

            assertThat(page.locator("#offers")).hasText("What " + HOSTILE + ".ipynb brings");
            assertThat(offer(page, "zero_pad").locator(".stride-offer-state")).hasText("differs");
            assertThat(offer(page, "conv_single_step").locator(".stride-offer-state"))
                    .hasText("new");
            page.locator("#left-out vaadin-details-summary").click();
            assertThat(page.locator("#left-out")).containsText("Still as the exercise hands it out: conv_forward.");
            assertThat(page.locator("#left-out")).containsText("This is no Python");
            offer(page, "zero_pad").locator("vaadin-details-summary").click();
            assertThat(offer(page, "zero_pad").locator("stride-diff")).containsText("# Mine");
            Inspection.inspectEverywhere(page, "work-preview");

            page.locator("#take-over").click();
            assertThat(result(page, "zero_pad").locator(".stride-mark")).hasClass(PASSED);
            assertThat(result(page, "conv_single_step").locator(".stride-mark")).hasText("✗");
            Inspection.inspectEverywhere(page, "work-results");

            result(page, "zero_pad").locator("a").click();
            assertThat(page.locator("#editor .cm-content")).containsText("# Mine");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoCodeIsRefusedWithASentenceAndTheNextOneIsTaken() {
        try (Browser.Window window = open()) {
            Page page = window.page();
            upload(page, "bring", file("empty.py", " \n"));
            assertThat(page.locator("#bring-upload ~ .stride-file-message")).containsText("The file is empty.");
            upload(page, "bring", file("code.ipynb", "{\"cells\": ["));
            assertThat(page.locator("#bring-upload ~ .stride-file-message")).containsText("breaks off");
            upload(page, "bring", file("long.py", "# ".repeat(3 << 20)));
            assertThat(page.locator("#bring-upload ~ .stride-file-message")).containsText("larger than 5 MB");
            upload(page, "bring", file("picture.png", "PNG"));
            assertThat(page.locator("#bring-upload ~ .stride-file-message")).containsText(".ipynb, .py");
            Inspection.inspectEverywhere(page, "work-refused");

            upload(page, "bring", file("code.py", RIGHT_PAD));
            assertThat(offer(page, "zero_pad")).isVisible();
            assertThat(page.locator("#bring-upload ~ .stride-file-message")).isEmpty();
        }
    }

    @Test
    void ofManyCheckboxesOnlyThoseCheckedAreTakenOver() {
        try (Browser.Window window = open()) {
            Page page = window.page();
            upload(page, "bring", file("code.py", RIGHT_PAD + "\n\n\n" + WRONG_STEP));
            offer(page, "conv_single_step").locator("input[type=checkbox]").uncheck();
            page.locator("#take-over").click();

            assertThat(result(page, "zero_pad").locator(".stride-mark")).hasClass(PASSED);
            assertThat(result(page, "conv_single_step")).hasCount(0);
            upload(page, "bring", file("code.py", RIGHT_PAD + "\n\n\n" + WRONG_STEP));
            assertThat(offer(page, "zero_pad").locator(".stride-offer-state")).hasText("the same");
            assertThat(offer(page, "conv_single_step").locator(".stride-offer-state"))
                    .hasText("new");
        }
    }

    @Test
    void whoeverCancelsKeepsWhatIsTakenOver() {
        try (Browser.Window window = open()) {
            Page page = window.page();
            takeOver(page, "def zero_pad(X, pad):\n    while True: pass\n");
            page.locator("#work-cancel").click();

            assertThat(page.locator(".stride-code-file").first()).containsText("Cancelled.");
            assertThat(result(page, "zero_pad")).containsText("Taken over, not checked.");
            upload(page, "bring", file("code.py", "def zero_pad(X, pad):\n    while True: pass\n"));
            assertThat(offer(page, "zero_pad").locator(".stride-offer-state")).hasText("the same");
        }
    }

    @Test
    void onesOwnNotebookComesBackTheSame() throws IOException {
        try (Browser.Window window = open()) {
            Page page = window.page();
            takeOver(page, RIGHT_PAD + "\n\n\n" + WRONG_STEP);
            assertThat(result(page, "conv_single_step").locator(".stride-mark")).hasText("✗");

            String notebook = Files.readString(download(page, "notebook"));
            assertThat(notebook).contains("# Mine").contains("\"nbformat\"");
            upload(page, "bring", file("stride-work.ipynb", notebook));

            assertThat(offer(page, "zero_pad").locator(".stride-offer-state")).hasText("the same");
            assertThat(offer(page, "conv_single_step").locator(".stride-offer-state"))
                    .hasText("the same");
            assertThat(page.locator("#take-over")).hasCount(0);
        }
    }

    @Test
    void everythingGoesToAnotherBrowserAndNothingThereIsOverwritten() throws IOException {
        String everything;
        try (Browser.Window window = open()) {
            takeOver(window.page(), RIGHT_PAD + "\n\n\n" + WRONG_STEP);
            assertThat(result(window.page(), "conv_single_step").locator(".stride-mark"))
                    .hasText("✗");
            everything = Files.readString(download(window.page(), "everything"));
        }
        try (Browser.Window window = open()) {
            Page page = window.page();
            takeOver(page, "def zero_pad(X, pad):\n    return X\n");
            assertThat(result(page, "zero_pad").locator(".stride-mark")).hasText("✗");

            upload(page, "archive", file("stride-work.json", everything));
            assertThat(page.locator("#archive-preview"))
                    .containsText("A draft where there is none yet: conv_single_step.");
            assertThat(page.locator("#archive-preview")).containsText("Another draft than the one here: zero_pad.");
            assertThat(page.locator("#archive-preview")).containsText("2 attempts");
            Inspection.inspectEverywhere(page, "work-archive-preview");
            page.locator("#archive-take").click();
            assertThat(page.locator("#archive-done")).containsText("All of it is taken over.");
            Inspection.inspectEverywhere(page, "work-archive-done");

            upload(page, "archive", file("stride-work.json", everything));
            assertThat(page.locator("#archive-preview")).containsText("Nothing new");
            assertThat(page.locator("#archive-take")).hasCount(0);
            page.navigate(server.address() + "/exercise/conv_single_step?way=write");
            assertThat(page.locator("#editor .cm-content")).containsText("a_slice_prev * W");
            page.navigate(server.address() + "/exercise/zero_pad?way=write");
            assertThat(page.locator("#editor .cm-content")).containsText("return X");
            assertThat(window.errors()).isEmpty();
        }
    }

    @Test
    void aFileThatStrideDidNotWriteIsRefusedAsAWhole() throws IOException {
        try (Browser.Window window = open()) {
            Page page = window.page();
            Locator message = page.locator("#archive-upload ~ .stride-file-message");
            upload(page, "archive", file("a.json", "no json"));
            assertThat(message).containsText("no file of Stride’s");
            upload(page, "archive", file("b.json", "{\"application\": \"Stride\", \"format\": 2}"));
            assertThat(message).containsText("Its format is 2");
            String everything = Files.readString(download(page, "everything"));
            upload(page, "archive", file("c.json", everything.replace("\"drafts\" : [ ]", "\"drafts\" : [ { } ]")));
            assertThat(message).containsText("At drafts[0].exercise");
            upload(page, "archive", file("d.json", everything));
            assertThat(page.locator("#archive-preview")).containsText("Nothing new");
        }
    }

    @Test
    void nobodyElseGetsOnesFilesByTheirAddress() {
        try (Browser.Window window = open();
                Browser.Window other = open()) {
            takeOver(window.page(), RIGHT_PAD);
            assertThat(result(window.page(), "zero_pad").locator(".stride-mark"))
                    .hasClass(PASSED);
            for (String link : List.of("notebook", "everything")) {
                String address =
                        String.valueOf(window.page().locator("#" + link).evaluate("link => link.href"));
                APIResponse own = window.page().request().get(address);
                APIResponse stolen = other.page().request().get(address);

                assertThat(own.status()).isEqualTo(200);
                assertThat(own.text()).contains("# Mine");
                assertThat(own.headers()).containsEntry("cache-control", "no-store");
                assertThat(stolen.text()).doesNotContain("# Mine");
                assertThat(stolen.status()).isNotEqualTo(200);
            }
        }
    }

    @Test
    void whoeverForgesTheCookieIsSomebodyNew() throws IOException {
        try (Browser.Window window = open();
                Browser.Window other = browser.open(Inspection.WIDE, ColorScheme.LIGHT)) {
            takeOver(window.page(), RIGHT_PAD);
            assertThat(result(window.page(), "zero_pad").locator(".stride-mark"))
                    .hasClass(PASSED);
            String cookie = window.page().context().cookies().stream()
                    .filter(one -> one.name.equals("stride-learner"))
                    .map(one -> one.value)
                    .findFirst()
                    .orElseThrow();
            String forged = cookie.substring(0, cookie.indexOf('.') + 1) + "0".repeat(64);
            other.page().context().addCookies(List.of(new Cookie("stride-learner", forged).setUrl(server.address())));
            visit(other.page());

            assertThat(Files.readString(download(other.page(), "everything")))
                    .doesNotContain("# Mine")
                    .contains("\"drafts\" : [ ]");
        }
    }

    @Test
    void everythingIsDeletedAndNoOtherTabBringsItBack() throws IOException {
        try (Browser.Window window = open()) {
            Page page = window.page();
            takeOver(page, RIGHT_PAD);
            assertThat(result(page, "zero_pad").locator(".stride-mark")).hasClass(PASSED);
            Page other = page.context().newPage();
            other.navigate(server.address() + "/exercise/zero_pad?way=write");
            Locator code = other.locator("#editor .cm-content");
            assertThat(code).containsText("# Mine");
            code.focus();
            Object tag = other.locator("#editor").evaluate("editor => editor.learner");
            other.waitForResponse("**/drafts/zero_pad", () -> other.keyboard().type("# typed "));
            assertThat((Boolean)
                            other.evaluate("Object.keys(localStorage).some(key => key.startsWith('stride.draft.'))"))
                    .isTrue();
            other.evaluate("localStorage.setItem('stride.code.zero_pad', '{}')");

            page.bringToFront();
            page.locator("#forget").click();
            assertThat(page.locator("#forget-delete")).hasAttribute("disabled", "");
            Inspection.inspectEverywhere(page, "work-forget");
            page.locator("#forget-keep").click();
            assertThat(page.locator("#forget-delete")).hasCount(0);
            page.locator("#forget").click();
            page.locator("#forget-sure input[type=checkbox]").check();
            page.locator("#forget-delete").click();

            assertThat(page.locator("#forgotten")).containsText("is deleted");
            Inspection.inspectEverywhere(page, "work-forgotten");
            assertThat((Boolean) page.evaluate(
                            "Object.keys(localStorage).some(key => /^stride\\.(draft|code)\\./.test(key))"))
                    .isFalse();
            assertThat(Files.readString(download(page, "everything"))).doesNotContain("# Mine");

            // What a tab that was open all the time goes on to send belongs to nobody
            APIResponse late = other.request()
                    .put(
                            server.address() + "/drafts/zero_pad",
                            RequestOptions.create()
                                    .setHeader("X-Stride-Draft", "1")
                                    .setHeader("X-Stride-Learner", String.valueOf(tag))
                                    .setHeader("Content-Type", "application/json")
                                    .setData(Map.of("text", "# Mine", "base", 1, "editor", "e", "sequence", 9)));
            assertThat(late.status()).isEqualTo(401);
            other.bringToFront();
            other.keyboard().type("# late ");
            other.close();
            visit(page);
            assertThat(Files.readString(download(page, "everything"))).contains("\"drafts\" : [ ]");
            assertThat((Boolean)
                            page.evaluate("Object.keys(localStorage).some(key => key.startsWith('stride.draft.'))"))
                    .isFalse();
        }
    }
}
