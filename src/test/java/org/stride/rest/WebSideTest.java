package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.problem;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites may try, each time followed by an honest check. */
class WebSideTest extends ApiTest {
    private static final String EXERCISES = "/api/v1/exercises";

    @AfterEach
    void thenAnHonestCheckPasses() {
        assertThat(Client.json(client.check("zero_pad", SOLUTION)).get("status").asString())
                .isEqualTo("passed");
    }

    private String head(String host, String... headers) {
        StringBuilder request = new StringBuilder("GET " + EXERCISES + " HTTP/1.1\r\nConnection: close\r\n");
        if (host != null) {
            request.append("Host: ").append(host).append("\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return client.raw(request.append("\r\n").toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"localhost", "localhost:8080", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8080", "LOCALHOST"})
    void thisMachineMayBeCalledByItsOwnNames(String host) {
        assertThat(head(host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "rebound.example",
                "rebound.example:8080",
                "localhost.rebound.example",
                "127.0.0.1.nip.example",
                "192.0.2.7"
            })
    void aNameThatWasBoundToThisMachineElsewhereIsRefused(String host) {
        assertThat(head(host))
                .startsWith("HTTP/1.1 403")
                .contains("/problems/this-machine-only")
                .contains("localhost");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "http://elsewhere.example",
                "https://localhost.elsewhere.example",
                "null",
                "http://localhost:1",
                "file://",
                "%%"
            })
    void aPageOfAnotherOriginIsRefused(String origin) {
        assertThat(head("localhost:8080", "Origin: " + origin))
                .startsWith("HTTP/1.1 403")
                .contains("/problems/cross-site")
                .doesNotContain("zero_pad");
    }

    @Test
    void aPageOfOurOwnIsAnswered() {
        assertThat(head("localhost:8080", "Origin: http://localhost:8080")).startsWith("HTTP/1.1 200");
        assertThat(head("localhost:8080", "Origin: http://localhost:8080", "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200");
        assertThat(head("localhost", "Sec-Fetch-Site: none")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"cross-site,empty", "same-site,empty", "cross-site,image", "cross-site,script", "cross-site,iframe"})
    void whatABrowserFetchesForAnotherSiteIsRefused(String site, String destination) {
        HttpResponse<String> answer = client.get(
                EXERCISES, "Sec-Fetch-Site", site, "Sec-Fetch-Dest", destination, "Sec-Fetch-Mode", "no-cors");

        problem(answer, 403, "cross-site");
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        HttpResponse<String> answer = client.upload(
                "/api/v1/jobs",
                "student_07.py",
                SOLUTION,
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Dest",
                "document");
        HttpResponse<String> older =
                client.upload("/api/v1/jobs", "student_07.py", SOLUTION, "Origin", "http://elsewhere.example");

        problem(answer, 403, "cross-site");
        problem(older, 403, "cross-site");
        assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
    }

    @Test
    void aLinkToTheDescriptionMayBeFollowed() {
        HttpResponse<String> answer =
                client.get("/api/v1/docs", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "document");

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void noOtherOriginIsEverAllowed() {
        HttpResponse<String> asked = client.send(client.request(EXERCISES)
                .header("Origin", "http://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        problem(asked, 403, "cross-site");
        for (HttpResponse<String> answer : List.of(asked, client.get(EXERCISES))) {
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        }
    }

    @Test
    void anotherSpellingOfThePathIsNoWayAround() {
        for (String path : new String[] {
            "/%61pi/v1/exercises",
            "/api;x=1/v1/exercises",
            "/x/../api/v1/exercises",
            "//api/v1/exercises",
            "/api/v1/exercises/"
        }) {
            assertThat(client.raw("GET " + path + " HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .doesNotContain("zero_pad");
        }
    }

    @Test
    void noSessionIsBegun() {
        assertThat(client.get(EXERCISES).headers().firstValue("Set-Cookie")).isEmpty();
    }
}
