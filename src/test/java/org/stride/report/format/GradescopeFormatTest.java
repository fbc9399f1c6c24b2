package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.report.FileReport;
import org.stride.report.Translations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GradescopeFormatTest {
    private static final GradescopeFormat FORMAT = new GradescopeFormat(new Translations());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(GradescopeFormatTest.class.getResourceAsStream("/reports/gradescope-results.schema.json"));

    static List<Named<FileReport>> samples() {
        return SampleReports.named();
    }

    private static JsonNode results(FileReport report) {
        return JsonMapper.shared().readTree(Written.by(FORMAT, report));
    }

    private static List<String> of(JsonNode results, String key) {
        return results.get("tests")
                .valueStream()
                .map(test -> test.get(key).asString())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everySampleIsWhatGradescopeTakes(FileReport report) {
        assertThat(SCHEMA.validate(results(report))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'tests': []}",
                "{'score': '2'}",
                "{'score': 2, 'stdout_visibility': 'never'}",
                "{'score': 2, 'output_format': 'markdown'}",
                "{'score': 2, 'points': 2}",
                "{'score': 2, 'tests': [{'status': 'error'}]}",
                "{'score': 2, 'tests': [{'maxScore': 1}]}",
                "{'score': 2, 'tests': [{'number': 1}]}"
            })
    void theSchemaOfTheTestRefusesWhatGradescopeDoes(String results) {
        assertThat(SCHEMA.validate(JsonMapper.shared().readTree(results.replace('\'', '"'))))
                .isNotEmpty();
    }

    @Test
    void eachFunctionIsATestThatEverybodySees() {
        JsonNode results = results(SampleReports.failing());

        assertThat(of(results, "name")).containsExactlyElementsOf(SampleReports.COURSE);
        assertThat(of(results, "number")).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(of(results, "status"))
                .containsExactly("passed", "passed", "failed", "failed", "failed", "passed", "failed", "failed");
        assertThat(of(results, "visibility")).containsOnly("visible");
        assertThat(of(results, "output_format")).containsOnly("text");
    }

    @Test
    void theNumberIsThePlaceInTheCourseThoughOthersWereNotAskedFor() {
        assertThat(of(results(SampleReports.script()), "number")).containsExactly("2");
    }

    @Test
    void optionalFunctionsCountNothingAndSaySo() {
        JsonNode results = results(SampleReports.allPassed());

        assertThat(of(results, "score")).containsExactly("1", "1", "1", "1", "0", "0", "0", "0");
        assertThat(of(results, "max_score")).containsExactly("1", "1", "1", "1", "0", "0", "0", "0");
        assertThat(of(results, "output").subList(0, 4)).noneMatch(output -> output.contains("optional"));
        assertThat(of(results, "output").subList(4, 8))
                .allMatch(output ->
                        output.startsWith("This function is optional: it counts beside the score, not in it.\nAll 4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theScoreIsTheSumOfTheTests(FileReport report) {
        JsonNode results = results(report);
        double sum = results.get("tests")
                .valueStream()
                .mapToDouble(test -> test.get("score").asDouble())
                .sum();

        assertThat(results.get("score").asDouble()).isEqualTo(sum);
    }

    @Test
    void pointsAreKept() {
        JsonNode results = results(SampleReports.weighted());

        assertThat(results.get("score").asString()).isEqualTo("0.333333");
        assertThat(of(results, "score")).containsExactly("0.333333", "0");
        assertThat(of(results, "max_score")).containsExactly("0.333333", "2.5");
    }

    @Test
    void theOutputExplains() {
        JsonNode results = results(SampleReports.failing());

        assertThat(results.get("output").asString())
                .startsWith("2 of the 4 functions that count are right. Look at `conv_forward` next.\n")
                .contains("Commands of the notebook were left out.");
        assertThat(of(results, "output").get(2))
                .startsWith("1 of 4 shown checks fails (7 × 10, stride 3, pad 0);")
                .contains("\nWhy         This is what `np.ceil` gives", "\nLook at     cell 8, line 21\n");
    }

    @Test
    void theRestIsAsGradescopeNamesIt() {
        JsonNode results = results(SampleReports.failing());

        assertThat(results.get("execution_time").asString()).isEqualTo("1.235");
        assertThat(results.get("output_format").asString()).isEqualTo("text");
        assertThat(results.get("test_output_format").asString()).isEqualTo("text");
        assertThat(results.get("stdout_visibility").asString()).isEqualTo("hidden");
        assertThat(results.at("/extra_data/environment/secret").asString()).isEqualTo("5f0c2a91");
    }

    @Test
    void anUnreadableFileScoresNothingAndSaysWhy() {
        JsonNode results = results(SampleReports.unreadable());

        assertThat(results.get("score").asString()).isEqualTo("0");
        assertThat(results.get("tests")).isEmpty();
        assertThat(results.get("output").asString())
                .startsWith(
                        "This file could not be read, so nothing in it was judged.\nIt is not a notebook: a JSON object");
    }

    @Test
    void whereThereIsNothingToJudgeTheResultsAreNoPointsAndAReason() throws IOException {
        StringWriter text = new StringWriter();
        FORMAT.writeNothing("There is no notebook, but a.\u001b[31mdocx.", text);
        JsonNode results = JsonMapper.shared().readTree(text.toString());

        assertThat(SCHEMA.validate(results)).isEmpty();
        assertThat(results.get("score").asDouble()).isZero();
        assertThat(results.get("tests")).isEmpty();
        assertThat(results.get("stdout_visibility").asString()).isEqualTo("hidden");
        assertThat(results.get("output").asString()).isEqualTo("There is no notebook, but a.\\x1b[31mdocx.\n");
    }

    @Test
    void nothingOfAHostileReportIsObeyed() {
        JsonNode results = results(SampleReports.hostile());

        assertThat(Written.by(FORMAT, SampleReports.hostile())
                        .codePoints()
                        .filter(c -> c != '\n' && Visible.isObeyed(c)))
                .isEmpty();
        assertThat(of(results, "output").getFirst().codePoints().filter(c -> c != '\n' && Visible.isObeyed(c)))
                .isEmpty();
    }

    @Test
    void itTakesOneReportOnly() {
        assertThatThrownBy(() -> Written.by(FORMAT, SampleReports.allPassed(), SampleReports.failing()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Gradescope takes the report of one file, got 2");
        assertThatThrownBy(() -> Written.by(FORMAT)).hasMessageEndingWith("got 0");
    }
}
