package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.json;
import static org.stride.rest.Client.problem;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExercisesTest extends ApiTest {
    private static final String CHECK = "/api/v1/exercises/zero_pad/check";

    @Test
    void theExercisesAreListedInTheOrderOfTheCourse() {
        HttpResponse<String> answer = client.get("/api/v1/exercises");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode exercises = json(answer);
        assertThat(exercises).hasSize(8);
        assertThat(IntStream.range(0, 8)
                        .mapToObj(n -> exercises.get(n).get("name").asString()))
                .startsWith("zero_pad", "conv_single_step", "conv_forward")
                .endsWith("pool_backward");
        assertThat(IntStream.range(0, 8).map(n -> exercises.get(n).get("number").asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void anExerciseTellsAllThatIsNeededToWriteIt() {
        JsonNode exercise = json(client.get("/api/v1/exercises/conv_forward"));

        assertThat(exercise.get("title").asString()).isEqualTo("Convolution, forward");
        assertThat(exercise.get("signature").asString()).isEqualTo("conv_forward(A_prev, W, b, hparameters)");
        assertThat(exercise.get("parameters").get(0).get("shape").asString())
                .isEqualTo("(m, n_H_prev, n_W_prev, n_C_prev)");
        assertThat(exercise.get("returns")).hasSize(2);
        assertThat(exercise.get("returns").get(1).get("parts")).isNotEmpty();
        assertThat(exercise.get("starter").asString()).startsWith("def conv_forward(");
        assertThat(exercise.get("helpers").get(0).get("name").asString()).isEqualTo("zero_pad");
        assertThat(exercise.get("helpers").get(0).get("code").asString()).startsWith("def zero_pad(");
    }

    @Test
    void anExerciseThatThereIsNotNamesThoseThatThereAre() {
        String detail = problem(client.get("/api/v1/exercises/conv_sideways"), 404, "unknown-exercise");

        assertThat(detail).contains("conv_sideways").contains("zero_pad, conv_single_step, ");
    }

    @Test
    void rightSourcePassesAllChecksThatTheExerciseTellsOf() {
        HttpResponse<String> answer = client.check("zero_pad", SOLUTION);

        JsonNode exercise = json(client.get("/api/v1/exercises/zero_pad"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode report = json(answer);
        assertThat(report.get("status").asString()).isEqualTo("passed");
        assertThat(report.get("shown").get("passed")).isEqualTo(exercise.get("shown_checks"));
        assertThat(report.get("shown").get("total")).isEqualTo(exercise.get("shown_checks"));
        assertThat(report.get("held_out").get("total")).isEqualTo(exercise.get("held_out_checks"));
        assertThat(report.get("diagnosis").isNull()).isTrue();
    }

    @Test
    void wrongSourceIsToldWhatIsWrongAndWhy() {
        JsonNode report = json(client.check("zero_pad", "def zero_pad(X, pad):\r\n    return X\r\n"));

        assertThat(report.get("status").asString()).isEqualTo("failed");
        assertThat(report.get("diagnosis").get("id").asString()).isEqualTo("flaw.returns_x_unpadded");
        assertThat(report.get("first_difference").get("expected").asString()).isEqualTo("(4, 9, 9, 2)");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"def zero_pad(X, pad):\n    return X", "x = 1", "def zero_pad(X, pad):\n    return X)"})
    void whatIsSaidOfAFunctionFollowsTheSchemaOfReports(String source) {
        String schema = read("src/main/resources/org/stride/report/report.schema.json")
                .replace("\"$ref\": \"#/$defs/file_report\"", "\"$ref\": \"#/$defs/function_report\"");

        HttpResponse<String> answer = client.check("zero_pad", source);

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(answer.body(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void sourceWithoutTheFunctionIsNotAttempted() {
        JsonNode report = json(client.check("zero_pad", "x = 1"));

        assertThat(report.get("status").asString()).isEqualTo("not_attempted");
    }

    @Test
    void sourceThatIsNoPythonIsToldWhere() {
        JsonNode report = json(client.check("zero_pad", "def zero_pad(X, pad):\n    return X)"));

        assertThat(report.get("status").asString()).isEqualTo("error");
        assertThat(report.get("problem").get("place").get("line").asInt()).isEqualTo(2);
    }

    @Test
    void sourceThatIsTooLongIsRefusedWithBothNumbers() {
        String detail = problem(client.check("zero_pad", "#".repeat(100_001)), 413, "too-large");

        assertThat(detail).contains("100,000").contains("100,001");
    }

    @Test
    void sourceOfTheGreatestLengthIsChecked() {
        String source = SOLUTION + "#".repeat(100_000 - SOLUTION.length());

        assertThat(json(client.check("zero_pad", source)).get("status").asString())
                .isEqualTo("passed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"source": "x"      | line 1, column
            source=x            | line 1, column 1
            []                  | line 1, column 1
            {"source": 5}       | has none
            {"source": null}    | has none
            {}                  | has none
            ''                  | it is not
            """)
    void aBodyThatIsNoSourceIsToldWhatItShouldBe(String body, String told) {
        String detail = problem(client.postJson(CHECK, body), 400, "malformed");

        assertThat(detail).contains("`source`").contains(told);
    }

    @Test
    void deeplyNestedJsonIsRefusedAtOnce() {
        String detail = problem(client.postJson(CHECK, "{\"a\":" + "[".repeat(500_000)), 400, "malformed");

        assertThat(detail).contains("nested");
    }

    @Test
    void aLongBodyIsRefusedUnread() {
        String detail = problem(client.postJson(CHECK, " ".repeat(2 << 20) + "{}"), 413, "too-large");

        assertThat(detail).contains("1,048,576");
    }

    @Test
    void aLongBodyThatDoesNotTellItsLengthIsRefusedToo() {
        byte[] large = " ".repeat(2 << 20).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = client.send(client.request(CHECK)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertThat(problem(answer, 413, "too-large")).contains("1,048,576");
    }

    @Test
    void anotherMediaTypeIsToldWhichOneIsRead() {
        HttpResponse<String> answer = client.send(client.request(CHECK)
                .header("Content-Type", "text/x-python")
                .POST(BodyPublishers.ofString("def zero_pad(X, pad): return X")));

        assertThat(problem(answer, 415, "wrong-media-type"))
                .contains("application/json")
                .contains("text/x-python");
    }

    @Test
    void anotherMethodIsToldWhichOneThereIs() {
        HttpResponse<String> answer = client.delete("/api/v1/exercises");

        assertThat(problem(answer, 405, "wrong-method")).contains("GET").contains("DELETE");
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void whatIsNotThereIsAProblemAndNoPage() {
        assertThat(problem(client.get("/api/v1/elsewhere"), 404, "unknown-path"))
                .contains("/api/v1/elsewhere");
        problem(client.get("/api"), 404, "unknown-path");
        problem(client.get("/api/v2/exercises", "Accept", "text/html"), 404, "unknown-path");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"/api/v1/%zz", "/api/v1/jobs/a%2fb", "/api/v1/exercises/a%00b", "/api/v1/{}", "/%c0%ae%c0%ae/"})
    void aRequestThatIsNotEvenAnAddressIsAProblemToo(String path) {
        String answer = client.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "nosniff", "/problems/malformed", "\"status\":400")
                .doesNotContain("<");
    }

    @Test
    void aHeaderThatIsFarTooLongIsAProblemToo() {
        String answer = client.raw(
                "GET /api/v1/exercises HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/malformed");
    }

    @Test
    void whoeverChecksTooOftenIsToldWhenTheNextOneMayCome() {
        HttpResponse<String> first = client.postJson(CHECK, "{}");
        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"checks\";q=30;w=60");
        assertThat(first.headers().firstValue("RateLimit")).contains("\"checks\";r=29");
        for (int more = 1; more < 30; more++) {
            assertThat(client.postJson(CHECK, "{}").statusCode()).isEqualTo(400);
        }

        HttpResponse<String> tooMany = client.check("conv_forward", SOLUTION);

        assertThat(problem(tooMany, 429, "too-many-requests")).contains("30");
        assertThat(tooMany.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 2L);
        assertThat(client.get("/api/v1/exercises").statusCode()).isEqualTo(200);
        assertThat(anotherClient().postJson(CHECK, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aCheckThatIsAnsweredCountsOnce() {
        HttpResponse<String> answer = client.check("zero_pad", SOLUTION);

        assertThat(answer.headers().firstValue("RateLimit")).contains("\"checks\";r=29");
    }

    @Test
    void whomAProxyClaimsToCallForCountsForNothing() {
        for (int call = 0; call < 30; call++) {
            client.postJson(CHECK, "{}", "X-Forwarded-For", "192.0.2." + call);
        }

        problem(client.postJson(CHECK, "{}", "X-Forwarded-For", "192.0.2.99"), 429, "too-many-requests");
    }
}
