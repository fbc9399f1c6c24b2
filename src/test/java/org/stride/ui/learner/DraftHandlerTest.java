package org.stride.ui.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stride.learner.Draft;
import org.stride.learner.LearnerId;
import org.stride.learner.store.Drafts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors send, over HTTP, as a browser would and as it would not. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "stride.data=target/test-data-${stride.fork:1}")
class DraftHandlerTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private LearnerCookie cookies;

    @Autowired
    private Drafts drafts;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LearnerId learner = LearnerId.random();

    private String cookie(LearnerId of) {
        return LearnerCookie.NAME + "=" + cookies.write(of, "/", false).getValue();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpRequest.Builder own(String path) {
        return request(path)
                .header("Cookie", cookie(learner))
                .header("Content-Type", "application/json")
                .header(DraftHandler.HEADER, "1");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(String text, long base, String editor, long sequence) {
        return JSON.writeValueAsString(Map.of("text", text, "base", base, "editor", editor, "sequence", sequence));
    }

    private HttpResponse<String> save(String text, long base, String editor, long sequence) {
        return send(own("/drafts/zero_pad").PUT(BodyPublishers.ofString(body(text, base, editor, sequence))));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private String draft() {
        return drafts.find(learner, "zero_pad").map(Draft::text).orElse("none");
    }

    @Test
    void whatIsSentIsInTheDatabaseWhenItIsAnswered() {
        HttpResponse<String> first = save("def", 0, "a", 1);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).get("revision").asLong()).isEqualTo(1);
        assertThat(json(first).get("savedAt").asLong()).isPositive();
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(draft()).isEqualTo("def");

        assertThat(json(save("def zero", 1, "a", 2)).get("revision").asLong()).isEqualTo(2);
        assertThat(draft()).isEqualTo("def zero");
    }

    @Test
    void whoAsksGetsTheDraftUnlessTheyHaveIt() {
        assertThat(json(send(own("/drafts/zero_pad").GET())).get("revision").asLong())
                .isZero();
        save("def", 0, "a", 1);

        HttpResponse<String> found = send(own("/drafts/zero_pad").GET());
        assertThat(json(found).get("text").asString()).isEqualTo("def");
        assertThat(send(own("/drafts/zero_pad").header("X-Stride-Revision", "1").GET())
                        .statusCode())
                .isEqualTo(204);
        assertThat(send(own("/drafts/zero_pad").header("X-Stride-Revision", "7").GET())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void twoTabsAreToldOfEachOtherAndTheLearnerChooses() {
        save("theirs", 0, "a", 1);
        HttpResponse<String> conflict = save("mine", 0, "b", 1);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(json(conflict).get("text").asString()).isEqualTo("theirs");
        assertThat(draft()).isEqualTo("theirs");

        HttpResponse<String> chosen = send(own("/drafts/zero_pad/choice")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(
                        Map.of("text", "mine", "base", 1, "editor", "b", "sequence", 1, "mine", true)))));
        assertThat(chosen.statusCode()).isEqualTo(200);
        assertThat(json(chosen).get("text").asString()).isEqualTo("mine");
        assertThat(json(chosen).get("revision").asLong()).isEqualTo(2);
        assertThat(draft()).isEqualTo("mine");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "\u0000",
                "\ud800",
                "x\udc00\ud800",
                "😀",
                "\u202e\ufeff\uffff",
                "\r\n\r\t",
                "</script>",
                "\u001a0000"
            })
    void everyKindOfTextGoesThereAndBack(String text) {
        HttpResponse<String> saved =
                send(own("/drafts/zero_pad").PUT(BodyPublishers.ofString(escaped(body(text, 0, "a", 1)))));
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(draft()).isEqualTo(text);

        HttpResponse<String> found = send(own("/drafts/zero_pad").GET());
        assertThat(found.body()).matches("[ -~]*");
        assertThat(json(found).get("text").asString()).isEqualTo(text);
    }

    /** As a browser writes it: half of a pair has no bytes of its own. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder();
        json.chars().forEach(c -> escaped.append(c < 127 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return escaped.toString();
    }

    @Test
    void nobodyGetsInWithoutACookieOfTheirOwn() {
        save("mine", 0, "a", 1);
        String signed = cookie(learner);
        LearnerId another = LearnerId.random();
        String forged = signed.replace(learner.toString(), another.toString());
        String body = body("theirs", 1, "a", 2);
        for (String cookie : new String[] {"a=b", forged, LearnerCookie.NAME + "=" + learner, signed + "0"}) {
            for (HttpRequest.Builder request : new HttpRequest.Builder[] {
                request("/drafts/zero_pad").GET(),
                request("/drafts/zero_pad").PUT(BodyPublishers.ofString(body)),
                request("/drafts/zero_pad/choice").POST(BodyPublishers.ofString(body))
            }) {
                HttpResponse<String> answer = send(request.header("Cookie", cookie)
                        .header("Content-Type", "application/json")
                        .header(DraftHandler.HEADER, "1"));
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.body()).isEqualTo("{}");
            }
        }
        assertThat(draft()).isEqualTo("mine");
        assertThat(drafts.all(another)).isEmpty();
    }

    @Test
    void anotherLearnerSeesNothingOfIt() {
        save("mine", 0, "a", 1);

        HttpResponse<String> found = send(request("/drafts/zero_pad")
                .header("Cookie", cookie(LearnerId.random()))
                .GET());
        assertThat(found.body()).doesNotContain("mine");
        assertThat(json(found).get("revision").asLong()).isZero();
    }

    @Test
    void anotherSitesPageChangesNothing() {
        String body = body("theirs", 0, "a", 1);
        // A form can send neither this type nor this header, and no page is allowed to ask for more
        HttpResponse<String> form = send(request("/drafts/zero_pad")
                .header("Cookie", cookie(learner))
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString(body)));
        HttpResponse<String> plain = send(request("/drafts/zero_pad")
                .header("Cookie", cookie(learner))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        HttpResponse<String> asked = send(request("/drafts/zero_pad")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", DraftHandler.HEADER)
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(form.statusCode()).isBetween(400, 499);
        assertThat(plain.statusCode()).isBetween(400, 499);
        assertThat(asked.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-allow"));
        assertThat(draft()).isEqualTo("none");
    }

    @Test
    void whatIsTooLongIsRefusedWithTheLimit() {
        HttpResponse<String> tooLong = save("x".repeat(100_001), 0, "a", 1);
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(json(tooLong).get("most").asInt()).isEqualTo(100_000);

        HttpResponse<String> huge = save("x".repeat(10_000_000), 0, "a", 1);
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(draft()).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"text\":\"x\"}",
                "{\"text\":null,\"base\":0,\"editor\":\"a\",\"sequence\":1}",
                "{\"text\":\"x\",\"base\":-1,\"editor\":\"a\",\"sequence\":1}",
                "{\"text\":\"x\",\"base\":0,\"editor\":\"<script>\",\"sequence\":1}",
                "{\"text\":\"x\",\"base\":0,\"editor\":\"\",\"sequence\":1}",
                "{\"text\":\"x\",\"base\":0,\"editor\":\"a\",\"sequence\":-1}",
                "{\"text\":{},\"base\":0,\"editor\":\"a\",\"sequence\":1}"
            })
    void whatMakesNoSenseIsRefused(String body) {
        assertThat(send(own("/drafts/zero_pad").PUT(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(draft()).isEqualTo("none");
    }

    @Test
    void thereAreDraftsOfExercisesOnly() {
        assertThat(send(own("/drafts/no_such_thing").PUT(BodyPublishers.ofString(body("x", 0, "a", 1))))
                        .statusCode())
                .isEqualTo(400);
        assertThat(drafts.all(learner)).isEmpty();
    }
}
