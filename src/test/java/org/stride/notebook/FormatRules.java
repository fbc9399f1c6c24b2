package org.stride.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of format 4.5 that Jupyter insists on, by another reader of JSON than the one that is tested. */
final class FormatRules {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private FormatRules() {}

    static void assertHeld(byte[] content) {
        JsonNode notebook = JSON.readTree(new String(content, UTF_8));
        assertThat(notebook.get("nbformat").isIntegralNumber()).isTrue();
        assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.get("nbformat_minor").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(notebook.get("metadata").isObject()).isTrue();
        assertThat(notebook.get("cells").isArray()).isTrue();
        Set<String> ids = new HashSet<>();
        for (JsonNode cell : notebook.get("cells")) {
            assertThat(cell.get("id").asString()).matches("[a-zA-Z0-9_-]{1,64}");
            assertThat(ids.add(cell.get("id").asString()))
                    .as("%s is unique", cell.get("id"))
                    .isTrue();
            assertCell(cell);
        }
        assertThat(new String(content, UTF_8)).endsWith("}\n");
    }

    private static void assertCell(JsonNode cell) {
        assertThat(cell.get("cell_type").asString()).isIn("code", "markdown", "raw");
        assertThat(cell.get("metadata").isObject()).isTrue();
        assertThat(cell.get("source").isArray()).isTrue();
        cell.get("source").forEach(line -> assertThat(line.isString()).isTrue());
        if (cell.get("cell_type").asString().equals("code")) {
            assertThat(cell.get("outputs").isArray()).isTrue();
            assertThat(cell.get("execution_count").isNull()
                            || cell.get("execution_count").isIntegralNumber())
                    .isTrue();
        }
    }
}
