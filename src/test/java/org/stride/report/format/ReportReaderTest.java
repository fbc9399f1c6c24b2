package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.report.format.JsonFormat.Layout;

class ReportReaderTest {
    private static final String FIRST = Written.by(new JsonFormat(Layout.PRETTY), SampleReports.unreadable());
    private static final int LINES_OF_FIRST = (int) FIRST.lines().count();
    private static final String SECOND = Written.by(new JsonFormat(Layout.PRETTY), SampleReports.failing());

    static List<BrokenReport> broken() {
        return BrokenReport.all();
    }

    private static String refusal(String text) {
        return refusal(Written.stream(text));
    }

    private static String refusal(InputStream text) {
        return catchThrowableOfType(UnreadableReportException.class, () -> JsonFormat.read(text))
                .getMessage();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void oneThingWrongIsEnough(BrokenReport broken) {
        assertThat(refusal(FIRST + "\n" + broken.node() + "\n" + FIRST))
                .startsWith("report 2, which begins in line " + (LINES_OF_FIRST + 2) + ": ")
                .contains(broken.refusal());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    "score": 2,       | "score": 5,       | score must be at most 4, got 5
                    "score": 2,       | "score": 1e999,   | score must be a number of 0 or more, got
                    "points": 1,      | "points": 0.5,    | functions[0].score must be at most 0.5, got 1
                    "passed": 4,      | "passed": 5,      | functions[0].shown.passed must be at most the total, 4, got 5
                    "total": 4        | "total": 4.0      | functions[0].shown.total must be a whole number of 0 or more, got 4.0
                    "total": 4        | "total": 1e10     | functions[0].shown.total must be a whole number of 0 or more, got
                    "total": 4        | "total": 9999999999 | functions[0].shown.total must be a whole number of 0 or more, got 9999999999
                    """)
    void numbersMustFitOneAnother(String line, String instead, String refusal) {
        assertThat(SECOND).contains(line);
        int at = SECOND.indexOf(line);
        String changed = SECOND.substring(0, at) + instead + SECOND.substring(at + line.length());

        assertThat(refusal(FIRST + changed))
                .startsWith("report 2, which begins in line " + (LINES_OF_FIRST + 1) + ": " + refusal);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '~',
            value = {"[]", "\"text\"", "12", "null", "true"})
    void whatIsNoObjectIsRefused(String value) {
        assertThat(refusal(FIRST + value))
                .isEqualTo("report 2, which begins in line " + (LINES_OF_FIRST + 1)
                        + ": a report must be an object, got " + value);
    }

    @Test
    void aTextThatBreaksOffIsRefusedWithItsLine() {
        String text = FIRST + SECOND.substring(0, SECOND.indexOf("\"possible\""));

        assertThat(refusal(text))
                .startsWith("report 2, line " + (LINES_OF_FIRST + 6) + ", column ")
                .contains(": this is not JSON: ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "{'file': NaN}",
                "{file: 1}",
                "{'file': 1,}",
                "nonsense",
                "}",
                "{'file': 'a\u001bb'}",
                "// comment",
                "<html>"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThat(refusal("\n" + text.replace('\'', '"')))
                .startsWith("report 1, line 2, column ")
                .contains(": this is not JSON: ")
                .matches(message -> message.codePoints().noneMatch(Visible::isObeyed));
    }

    @Test
    void aKeyThatComesTwiceIsRefused() {
        assertThat(refusal(FIRST.replace("\"score\": 0,", "\"score\": 0, \"score\": 4,")))
                .startsWith("report 1, line 5, column ")
                .contains("Duplicate", "score");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] text = FIRST.getBytes(StandardCharsets.ISO_8859_1);
        text[FIRST.indexOf("student")] = (byte) 0xff;

        assertThat(refusal(new ByteArrayInputStream(text)))
                .startsWith("report 1, line 2, column ")
                .contains("UTF-8");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(refusal("{\"file\":".repeat(100_000)))
                .startsWith("report 1: this is not JSON: ")
                .contains("depth");
    }

    @Test
    void whatCameIsNotRepeatedAtLength() {
        assertThat(refusal(FIRST.replace("\"status\": \"error\"", "\"status\": \"" + "x".repeat(1_000_000) + "\"")))
                .hasSizeLessThan(250)
                .endsWith("xxx…");
    }

    @Test
    void aFaultOfTheStreamIsNotOneOfTheText() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        assertThat(catchThrowableOfType(IOException.class, () -> JsonFormat.read(closed)))
                .hasMessage("Stream closed");
    }

    @Test
    void theStreamStaysOpen() throws Exception {
        boolean[] closed = new boolean[1];
        InputStream stream = new ByteArrayInputStream(FIRST.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        assertThat(JsonFormat.read(stream)).hasSize(1);
        assertThat(closed[0]).isFalse();
    }
}
