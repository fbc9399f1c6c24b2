package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.Place;
import org.stride.report.Translations;

class TextFormatTest {
    private static final Translations TEXTS = new Translations();
    private static final TextFormat PLAIN = new TextFormat(TEXTS);
    private static final TextFormat COLOURED = new TextFormat(TEXTS, true);

    static List<Named<FileReport>> samples() {
        return SampleReports.named();
    }

    private static String golden(String name) throws IOException {
        try (InputStream stream = TextFormatTest.class.getResourceAsStream("/reports/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(FileReport... reports) {
        return Written.by(PLAIN, reports);
    }

    private static FileReport reportOn(FunctionReport... functions) {
        return SampleReports.report("student_09.py", FileReport.Status.FAILED, 0, 4, List.of(functions), List.of());
    }

    @Test
    void aFailingFileIsToldWhatIsRightWhatIsWrongWhyAndWhereToLook() throws IOException {
        assertThat(text(SampleReports.failing())).isEqualTo(golden("failing.txt"));
    }

    @Test
    void manyFilesEndWithATable() throws IOException {
        String text = Written.by(PLAIN, SampleReports.all());

        assertThat(text.substring(text.indexOf("\nAll files\n") + 1)).isEqualTo(golden("table.txt"));
        SampleReports.all().forEach(report -> assertThat(text).contains(text(report)));
    }

    @Test
    void aRightFunctionTakesOneLine() {
        assertThat(text(SampleReports.allPassed()).lines())
                .hasSize(16)
                .filteredOn(line -> line.startsWith("✓"))
                .hasSize(8)
                .allSatisfy(line ->
                        assertThat(line).contains("  passed  All 4 shown checks pass; all 17 held-out checks pass."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void nothingReachesATerminalThatItWouldObey(FileReport report) {
        assertThat(text(report).codePoints().filter(c -> c != '\n' && Visible.isObeyed(c)))
                .isEmpty();
    }

    @Test
    void neitherANameNorAProblemReachesATerminalAsItIs() {
        String text = text(SampleReports.hostileName(), SampleReports.hostileUnreadable());

        assertThat(text.codePoints().filter(c -> c != '\n' && Visible.isObeyed(c)))
                .isEmpty();
        assertThat(text).contains("✓ =x\\x1b[31m\\n\\u202e<b>  passed", "1\u00a0=x\\x1b[31m");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void noLineIsLongerThanThePage(FileReport report) {
        assertThat(text(report).lines())
                .allSatisfy(line -> assertThat(Wrap.length(line)).isLessThanOrEqualTo(100));
        assertThat(text(report, report).lines())
                .allSatisfy(line -> assertThat(Wrap.length(line)).isLessThanOrEqualTo(100));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void coloursAddNothingButColours(FileReport report) {
        String coloured = Written.by(COLOURED, report, report);

        assertThat(coloured.replaceAll("\u001b\\[\\d*m", "").replaceAll("(?m) +$", ""))
                .isEqualTo(text(report, report));
        assertThat(coloured).contains("\u001b[1m", "\u001b[2m");
    }

    @Test
    void coloursTellRightFromWrong() {
        assertThat(Written.by(COLOURED, SampleReports.failing()))
                .contains("\u001b[32m✓ zero_pad", "\u001b[31m✗ conv_forward", "\u001b[33m– pool_forward")
                .contains("\u001b[2m· conv_backward", "\u001b[31m! distribute_value", "\u001b[1m  Why\u001b[0m");
    }

    @Test
    void aTextCannotPassForALineOfTheReport() {
        assertThat(text(SampleReports.hostile()).lines())
                .noneMatch(line -> line.startsWith("✓"))
                .filteredOn(line -> line.contains("✓ zero_pad passed"))
                .containsExactly("  ✓ zero_pad passed");
    }

    @Test
    void backticksStay() {
        assertThat(text(SampleReports.hostile())).contains("`tick` ${x} {0} ''");
    }

    @Test
    void aScriptHasLinesButNoCells() {
        assertThat(text(SampleReports.script())).contains("""
                          Look at     line 12
                                        return np.sum(s) + float(b) # the sum
                        """).doesNotContain("cell");
    }

    @Test
    void anUnreadableFileIsToldWhy() {
        assertThat(text(SampleReports.unreadable())).isEqualTo("""
                        student_06.ipynb · 0 of 4 · could not be read
                        ─────────────────────────────────────────────
                        This file could not be read, so nothing in it was judged.
                        It is not a notebook: a JSON object was expected, and `PK` came.

                        Judged by Stride 0.1.0 with NumPy 2.3.5 on Python 3.13.5, held-out checks of secret 5f0c2a91.
                        """);
    }

    @Test
    void pointsAreToldWhereTheyDiffer() {
        assertThat(text(SampleReports.weighted()))
                .startsWith("student_04.ipynb · 0.33 of 2.83\n")
                .contains("✓ zero_pad      passed (0.33 of 0.33)  All 4", "✗ conv_forward  failed (0 of 2.5)\n");
    }

    @Test
    void theBeginningSaysWhatToDoNext() {
        assertThat(text(SampleReports.allPassed())).contains("\nEverything is right.\n");
        assertThat(text(SampleReports.untouched())).contains("\nNothing is written yet. Begin with `zero_pad`.\n");
        assertThat(text(SampleReports.optionalFails()))
                .contains(
                        "\nEverything that counts is right. Of the optional functions, look at `distribute_value` next.\n");
        assertThat(text(SampleReports.weighted()))
                .contains("\n1 of the 2 functions that count is right. Look at `conv_forward` next.\n");
        assertThat(text(reportOn(
                        SampleFunctions.passed("zero_pad", false),
                        SampleFunctions.notAttempted("pool_backward", true))))
                .contains("\nEverything that counts is right. The optional functions are still there to try.\n");
        assertThat(text(reportOn(SampleFunctions.notAttempted("zero_pad", false), SampleFunctions.ceiling())))
                .contains("\nNo function that counts is right yet;", "Begin with\n`conv_forward`.\n");
    }

    @Test
    void whatIsWrongByAnothersFaultPointsThere() {
        assertThat(text(reportOn(SampleFunctions.blamed())))
                .contains("look at `distribute_value` next.", "  Helpers     With the right `distribute_value`")
                .doesNotContain("Look at", "def pool_backward");
    }

    @Test
    void whatIsWrongWithoutAKnownPlacePointsToItsFirstLine() {
        FunctionReport wrong = SampleFunctions.blamed();
        FunctionReport byItself = new FunctionReport(
                wrong.name(),
                wrong.status(),
                false,
                1,
                0,
                wrong.place(),
                wrong.shown(),
                wrong.heldOut(),
                wrong.summary(),
                null,
                null,
                new Finding("diagnosis.unknown", null, "This is not a mistake that we know."),
                null,
                List.of(),
                0);

        assertThat(text(reportOn(byItself))).contains("""
                          Why         This is not a mistake that we know.
                          Look at     cell 19, line 1
                                        def pool_backward(dA, cache, mode="max"):
                        """);
    }

    @Test
    void whatStandsUnderAnotherNameIsPointedTo() {
        assertThat(text(reportOn(SampleFunctions.renamed()))).contains("– zero_pad  not attempted  It is as", """
                          Mend first  The checks call `zero_pad`. Name it `zero_pad`.
                          Look at     cell 5, line 2
                                        def zeropad(X, pad):
                        """);
    }

    @Test
    void aFaultOfOursIsCalledOurs() {
        assertThat(text(SampleReports.faultyFunction()))
                .contains("\nNot everything could be judged, for a reason that lies with this installation", """
                        ! pool_forward  could not run
                          It could not be judged.
                          Our fault   It could not be judged for a reason that lies with this installation: it is full.

                        """)
                .doesNotContain("Mend first", "Look at");
        assertThat(text(SampleReports.faulty()))
                .startsWith("student_10.ipynb · 0 of 4 · could not be judged\n")
                .containsOnlyOnce("for a reason that lies with this installation: no Python.");
    }

    @Test
    void aPlaceIsToldOnce() {
        FunctionReport function = SampleReports.hostile().functions().getFirst();

        assertThat(function.problem()).isEqualTo(function.diagnosis());
        assertThat(text(reportOn(function))).containsOnlyOnce("Look at");
    }

    @Test
    void aLineOfCodeIsNotWrapped() {
        Place place = new Place(2, 1, "\t\tx = [" + "1, ".repeat(100) + "]");
        FunctionReport function = SampleReports.hostile().functions().getFirst();
        Finding finding = new Finding("flaw.long", place, "It is long.");
        FunctionReport wrong = new FunctionReport(
                function.name(),
                function.status(),
                false,
                1,
                0,
                null,
                null,
                null,
                "It fails.",
                null,
                finding,
                null,
                null,
                List.of(),
                0);

        assertThat(text(reportOn(wrong)).lines())
                .filteredOn(line -> line.contains("x = ["))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .hasSize(100)
                        .startsWith(" ".repeat(16) + "x = [1, 1, ")
                        .endsWith("…"));
    }

    @Test
    void theEndOfALongNameStandsInTheTable() {
        FileReport report = SampleReports.report(
                "submissions/" + "week_".repeat(40) + "1/student_09.ipynb",
                FileReport.Status.PASSED,
                1,
                1,
                List.of(),
                List.of());

        assertThat(text(report, report).lines())
                .filteredOn(line -> line.startsWith("…"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("week_1/student_09.ipynb  1 of 1"));
    }
}
