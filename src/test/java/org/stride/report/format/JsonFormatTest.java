package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stride.report.FileReport;
import org.stride.report.format.JsonFormat.Layout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonFormatTest {
    private static final JsonFormat LINES = new JsonFormat(Layout.LINES);
    private static final JsonFormat PRETTY = new JsonFormat(Layout.PRETTY);

    private static List<FileReport> read(String text) throws Exception {
        return JsonFormat.read(Written.stream(text));
    }

    /** As it comes back: times in whole milliseconds. */
    private static FileReport rounded(FileReport report) throws Exception {
        return read(Written.by(LINES, report)).getFirst();
    }

    private static JsonNode tree(FileReport report) {
        return JsonMapper.shared().readTree(Written.by(PRETTY, report));
    }

    @Test
    void linesAreOneObjectEach() {
        String text = Written.by(LINES, SampleReports.all());

        assertThat(text).endsWith("}\n");
        assertThat(text.lines())
                .hasSameSizeAs(SampleReports.all())
                .allSatisfy(line -> assertThat(line).startsWith("{\"file\":\"").endsWith("}"));
    }

    @Test
    void prettyIsIndentedByTwoWithLineFeedsOnly() {
        assertThat(Written.by(PRETTY, SampleReports.unreadable())).isEqualTo("""
                        {
                          "file": "student_06.ipynb",
                          "status": "error",
                          "problem": "It is not a notebook: a JSON object was expected, and `PK` came.",
                          "score": 0,
                          "possible": 4,
                          "functions": [],
                          "remarks": [],
                          "environment": {
                            "stride": "0.1.0",
                            "numpy": "2.3.5",
                            "python": "3.13.5",
                            "secret": "5f0c2a91"
                          },
                          "seconds": 0
                        }
                        """);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatIsWrittenIsReadBackTheSame(Layout layout) throws Exception {
        for (FileReport report : SampleReports.all()) {
            String text = Written.by(new JsonFormat(layout), report);
            FileReport back = read(text).getFirst();

            assertThat(Written.by(new JsonFormat(layout), back)).isEqualTo(text);
            assertThat(back).isEqualTo(rounded(report));
            assertThat(back.functions())
                    .usingRecursiveComparison()
                    .ignoringFields("seconds")
                    .isEqualTo(report.functions());
            assertThat(back)
                    .usingRecursiveComparison()
                    .ignoringFields("seconds", "functions.seconds")
                    .isEqualTo(report);
        }
    }

    @Test
    void anyMixtureOfLayoutsIsRead() throws Exception {
        String text = Written.by(PRETTY, SampleReports.failing()) + "\n \r\n" + Written.by(LINES, SampleReports.all())
                + Written.by(PRETTY, SampleReports.hostile()).strip();

        assertThat(read(text))
                .extracting(FileReport::file)
                .containsExactlyElementsOf(Stream.of(
                                Stream.of(SampleReports.failing()),
                                SampleReports.all().stream(),
                                Stream.of(SampleReports.hostile()))
                        .flatMap(reports -> reports.map(FileReport::file))
                        .toList());
    }

    @Test
    void nothingIsReadAsNoReports() throws Exception {
        assertThat(read("")).isEmpty();
        assertThat(read(" \n\n")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatTerminalsAndReadersOfLinesStumbleOnIsEscaped(Layout layout) {
        String text = Written.by(new JsonFormat(layout), SampleReports.hostile());

        assertThat(text.codePoints().filter(c -> c != '\n' && Visible.isObeyed(c)))
                .isEmpty();
        assertThat(text)
                .contains(
                        "\\u001B[31m",
                        "\\u0000",
                        "\\u007F",
                        "\\u009B2J",
                        "\\uD800 lone \\uDC00",
                        "\\u202E",
                        "\\u2028\\u2029")
                .contains("\\uFEFF\\uFFFE\\uFFFF \\uDB40\\uDC01", "😀", "<script>", "\\\\u0041");
    }

    @Test
    void numbersAreWrittenPlainly() {
        FileReport report = SampleReports.report(
                "student_09.py",
                FileReport.Status.PASSED,
                12_345_678_900.0,
                1e21,
                List.of(
                        SampleFunctions.worth(SampleFunctions.passed("zero_pad", false), 1.0, 0.1 + 0.2),
                        SampleFunctions.worth(SampleFunctions.passed("conv_forward", false), 1e-7, -0.0)),
                List.of());

        assertThat(Written.by(LINES, report))
                .contains("\"score\":12345678900,", "\"possible\":1000000000000000000000,")
                .contains("\"points\":1,\"score\":0.30000000000000004,", "\"points\":0.0000001,\"score\":0,");
    }

    @Test
    void timesAreRoundedToMilliseconds() {
        assertThat(tree(SampleReports.failing()).get("seconds").asString()).isEqualTo("1.235");
        assertThat(tree(SampleReports.script()).at("/functions/0/seconds").asString())
                .isEqualTo("0.124");
        assertThat(tree(SampleReports.unreadable()).get("seconds").asString()).isEqualTo("0");
    }

    @Test
    void keysStandInTheOrderOfTheRecords() {
        assertThat(tree(SampleReports.failing()).at("/functions/2").propertyNames())
                .containsExactly(
                        "name",
                        "status",
                        "optional",
                        "points",
                        "score",
                        "place",
                        "shown",
                        "held_out",
                        "summary",
                        "first_difference",
                        "problem",
                        "diagnosis",
                        "blame",
                        "notes",
                        "seconds");
    }
}
