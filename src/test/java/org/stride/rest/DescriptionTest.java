package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.json;
import static org.stride.rest.Client.problem;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.report.Translations;
import tools.jackson.databind.JsonNode;

/** The description of the interface, and its page. */
class DescriptionTest extends ApiTest {
    private JsonNode description() {
        HttpResponse<String> answer = client.get("/api/v1/openapi");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static Stream<Map.Entry<String, JsonNode>> operations(JsonNode description) {
        return description.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> Map.entry(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    @Test
    void itTellsOfThisInterfaceAndNothingElse() {
        assertThat(operations(description()).map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "get /api/v1/exercises",
                        "get /api/v1/exercises/{name}",
                        "post /api/v1/exercises/{name}/check",
                        "post /api/v1/files/check",
                        "post /api/v1/jobs",
                        "get /api/v1/jobs/{id}",
                        "delete /api/v1/jobs/{id}",
                        "get /api/v1/jobs/{id}/events",
                        "get /api/v1/jobs/{id}/report");
    }

    @Test
    void everyOperationHasASummaryANameOfItsOwnAndItsProblems() {
        JsonNode description = description();

        assertThat(operations(description)).allSatisfy(operation -> {
            JsonNode told = operation.getValue();
            assertThat(told.get("summary").asString()).isNotBlank();
            assertThat(told.get("operationId").asString()).doesNotContain("_");
            for (Map.Entry<String, JsonNode> response : told.get("responses").properties()) {
                assertThat(response.getValue().get("description").asString()).isNotBlank();
                if (response.getKey().compareTo("400") >= 0) {
                    assertThat(response.getValue().get("content").propertyNames())
                            .containsExactly("application/problem+json");
                }
            }
        });
    }

    @Test
    void everyProblemThatAMethodNamesIsDescribedWithItsStatus() {
        Set<String> described = new TreeSet<>();
        operations(description())
                .forEach(operation -> operation
                        .getValue()
                        .get("responses")
                        .properties()
                        .forEach(response -> Pattern.compile("/problems/[a-z-]+")
                                .matcher(response.getValue().get("description").asString())
                                .results()
                                .forEach(type -> described.add(response.getKey() + " " + type.group()))));

        // The other two come up where there is no operation
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ProblemType.values())
                        .filter(type -> type != ProblemType.UNKNOWN_PATH && type != ProblemType.WRONG_METHOD)
                        .map(type -> type.status().value() + " " + type.uri())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ProblemType.class)
    void everyProblemHasATitleAndStandsInTheDocument(ProblemType type) {
        assertThat(new Translations().text(type.title())).isNotBlank();
        assertThat(read("docs/rest.md"))
                .contains("| `" + type.uri() + "` | " + type.status().value() + " |");
    }

    @Test
    void reportsAreDescribedByTheSchemaThatTheyFollow() {
        JsonNode description = description();

        JsonNode schemas = description.get("components").get("schemas");
        assertThat(schemas.propertyNames())
                .contains("file_report", "function_report", "finding", "problem", "job", "exercise");
        // Nothing of the library that answers gets into it
        assertThat(schemas.propertyNames()).allMatch(name -> name.matches("[a-z_]+"));
        assertThat(schemas.get("function_report").get("properties").propertyNames())
                .contains("held_out", "first_difference", "diagnosis", "blame");
        assertThat(description.toString()).doesNotContain("$defs");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode description = description();

        assertThat(Pattern.compile("\"#(/[^\"]*)\"")
                        .matcher(description.toString())
                        .results())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.group(1)).isMissingNode())
                        .as(reference.group(1))
                        .isFalse());
    }

    @Test
    void thePageIsServedWithoutAnotherHost() {
        HttpResponse<String> page = client.get("/api/v1/docs");
        assertThat(page.statusCode()).isEqualTo(302);
        String address = page.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> html = client.get(address);
        HttpResponse<String> script = client.get("/api/v1/swagger-ui/swagger-initializer.js");
        JsonNode settings = json(client.get("/api/v1/openapi/swagger-config"));

        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.body()).doesNotContain("http://").doesNotContain("https://");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(script.body()).doesNotContain("petstore");
        assertThat(settings.get("validatorUrl").asString()).isEqualTo("none");
        assertThat(settings.get("url").asString()).isEqualTo("/api/v1/openapi");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/webjars/swagger-ui/index.html", "/webjars/swagger-ui/5.32.14/swagger-initializer.js"})
    void thePagesLibraryIsNotThereASecondTime(String path) {
        problem(client.get(path), 404, "unknown-path");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v3/api-docs", "/swagger-ui/index.html", "/swagger-ui.html", "/api-docs"})
    void itIsNowhereElse(String path) {
        assertThat(client.get(path).body()).doesNotContain("SwaggerUI").doesNotContain("\"paths\"");
    }
}
