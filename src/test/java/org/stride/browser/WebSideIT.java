package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may come at the server from the web, each time followed by an honest check. */
class WebSideIT extends BrowserTest {
    private static final String ELSEWHERE = "http://elsewhere.example";

    @Override
    Server startServer() {
        return Server.startWithPython("--stride.slots=1");
    }

    @AfterEach
    void thenAnHonestCheckPasses() throws IOException {
        try (Browser.Window window = browser.open(Inspection.WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write(Files.readString(Path.of("src/test/resources/solutions/zero_pad.np_pad.py")));
            tab.check();
            tab.passes();
        }
    }

    @Test
    void aPageOfAnotherSiteMayReadNothing() throws IOException, InterruptedException {
        HttpResponse<String> page = send(
                HttpClient.newHttpClient(),
                request("/?v-r=init&location=&query=").GET());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void theSessionDoesNotTravelFromOtherSitesAndNoScriptReadsIt() throws IOException, InterruptedException {
        HttpResponse<String> page =
                send(HttpClient.newHttpClient(), request("/").GET());

        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    }

    @Test
    void aVisitGetsACookieThatNoScriptReadsAndThatIsKnownAgain() {
        try (Browser.Window window = browser.open(Inspection.WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(server.address() + "/");
            PlaywrightAssertions.assertThat(page.locator(".stride-path").first())
                    .isVisible();

            Cookie cookie = learnerCookie(page);
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(cookie.path).isEqualTo("/");
            assertThat(page.evaluate("document.cookie")).isEqualTo("");

            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            page.reload();
            PlaywrightAssertions.assertThat(page.locator(".stride-path").first())
                    .isVisible();
            assertThat(learnerCookie(page).value).as("with a new session").isEqualTo(cookie.value);
        }
    }

    private static Cookie learnerCookie(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("stride-learner"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRequestWithoutThePagesOwnTokenDoesNothing() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        send(client, request("/").GET());
        send(client, request("/?v-r=init&location=&query=").GET());

        HttpResponse<String> answer = send(
                client,
                request("/?v-r=uidl&v-uiId=0")
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"csrfToken\":\"guessed\",\"rpc\":[],\"syncId\":0,\"clientId\":0}")));

        assertThat(answer.body())
                .contains("\"appError\"")
                .contains("\"changes\":{}")
                .contains("\"syncId\":-1");
    }

    @Test
    void manyClicksAtOnceAreOneVerdict() {
        try (Browser.Window window = browser.open(Inspection.WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write("def zero_pad(X, pad):\n    return X");
            tab.page().locator("#check").click(new Locator.ClickOptions().setClickCount(12));

            tab.fails();
            PlaywrightAssertions.assertThat(tab.page().locator("#verdict .stride-banner"))
                    .hasCount(1);
        }
    }

    @Test
    void aStormOfReloadsLeavesNothingBehind() {
        try (Browser.Window window = browser.open(Inspection.WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.write("def zero_pad(X, pad):\n    while True: pass");
            for (int time = 0; time < 10; time++) {
                tab.check();
                tab.page().reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
                tab.ready();
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).header("Origin", ELSEWHERE);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
