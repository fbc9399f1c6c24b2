package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.report.FileReport;

class CsvFormatTest {
    private static List<List<String>> cells(String csv) {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> cells(List<FileReport> reports) {
        return cells(Written.by(new CsvFormat(), reports));
    }

    private static FileReport named(String file) {
        return SampleReports.report(file, FileReport.Status.PASSED, 0, 0, List.of(), List.of());
    }

    @Test
    void aRowForEachFileAColumnForEachFunction() {
        List<List<String>> cells = cells(SampleReports.all());

        assertThat(cells)
                .hasSize(1 + SampleReports.all().size())
                .allSatisfy(row -> assertThat(row).hasSize(14));
        assertThat(cells.getFirst())
                .startsWith("file", "status", "score", "possible", "percent")
                .containsSequence(SampleReports.COURSE)
                .endsWith("problem");
        assertThat(cells.get(2))
                .containsExactly(
                        "student_07.ipynb",
                        "failed",
                        "2",
                        "4",
                        "50",
                        "passed",
                        "passed",
                        "failed",
                        "not_attempted",
                        "not_attempted",
                        "passed",
                        "error",
                        "failed",
                        "");
        assertThat(cells.get(5))
                .containsExactly(
                        "student_04.ipynb",
                        "failed",
                        "0.333333",
                        "2.833333",
                        "11.76",
                        "passed",
                        "",
                        "failed",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "");
        assertThat(cells.get(7))
                .startsWith("student_06.ipynb", "error", "0", "4", "0")
                .endsWith("It is not a notebook: a JSON object was expected, and `PK` came.");
    }

    @Test
    void linesEndAsRfc4180Says() {
        assertThat(Written.by(new CsvFormat(), SampleReports.script()))
                .isEqualTo("file,status,score,possible,percent,conv_single_step,problem\r\n"
                        + "week one/student_05 (2).py,failed,0,1,0,error,\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://example.org\",\"x\")",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x"
            })
    void whatASpreadsheetWouldComputeIsGuarded(String file) {
        assertThat(cells(List.of(named(file))).get(1).getFirst()).isEqualTo("'" + file);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "student_01.ipynb",
                "a=b.py",
                "a,b.py",
                "\"quoted\".py",
                "two\nlines.py",
                "two\r\nlines.py",
                " space ",
                "'apostrophe.py",
                "#comment.py",
                "\\.py",
                ";=1+1",
                "",
                "ünï 😀.py"
            })
    void anyOtherNameIsReadBackTheSame(String file) {
        assertThat(cells(List.of(named(file))).get(1).getFirst()).isEqualTo(file);
    }

    @Test
    void problemsAndNamesOfFunctionsAreGuardedToo() {
        List<List<String>> cells = cells(List.of(SampleReports.hostileUnreadable(), SampleReports.hostileName()));

        assertThat(cells.get(0).get(5)).isEqualTo("'=x\\x1b[31m\n\\u202e<b>");
        assertThat(cells.get(1).getLast()).startsWith("'=1+1\n<script>");
    }

    @Test
    void aFaultOfOursIsAProblem() {
        List<List<String>> cells = cells(List.of(SampleReports.faulty(), SampleReports.faultyFunction()));

        assertThat(cells.get(1).getLast()).endsWith("this installation: no Python.");
        assertThat(cells.get(2).getLast()).endsWith("this installation: it is full.");
    }

    @Test
    void ourOwnNumbersAreNotGuarded() {
        FileReport report =
                SampleReports.report("student_09.py", FileReport.Status.FAILED, -1, 4, List.of(), List.of());

        assertThat(cells(List.of(report)).get(1)).containsSequence("-1", "4", "-25");
    }

    @Test
    void nothingOfAHostileReportIsObeyed() {
        String csv = Written.by(new CsvFormat(), SampleReports.hostile());

        assertThat(csv.codePoints().filter(c -> c != '\r' && c != '\n' && Visible.isObeyed(c)))
                .isEmpty();
        assertThat(cells(csv).get(1).getFirst())
                .isEqualTo("'=cmd|' /C calc'!A0\\x1b]0;owned\\x07\\u202egnp\n<b>.ipynb");
    }

    @Test
    void writtenAgainTheCellsAreTheSame() throws IOException {
        String csv = Written.by(new CsvFormat(), SampleReports.all());
        StringBuilder again = new StringBuilder();
        for (List<String> row : cells(csv)) {
            CSVFormat.RFC4180.printRecord(again, new ArrayList<Object>(row).toArray());
        }

        assertThat(again).hasToString(csv);
    }
}
