package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stride.report.FileReport;
import org.stride.report.Translations;
import org.stride.report.format.Formats.Look;

class FormatsTest {
    private static final Translations TEXTS = new Translations();
    private static final FileReport REPORT = SampleReports.failing();

    private static String written(Formats format, Look look) {
        return Written.by(format.create(TEXTS, look), REPORT);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everyFormatIsFoundByItsName(Formats format) {
        assertThat(Formats.named(format.toString())).isEqualTo(format);
    }

    @Test
    void theNamesAreThoseOfTheCommandLine() {
        assertThat(Formats.values())
                .extracting(Formats::toString)
                .containsExactly("text", "json", "junit", "gradescope", "csv");
    }

    @Test
    void whoAsksForAnotherIsToldThoseThatThereAre() {
        assertThatThrownBy(() -> Formats.named("yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no format is named 'yaml'; there are text, json, junit, gradescope, csv");
        assertThatThrownBy(() -> Formats.named("JSON")).hasMessageContaining("no format is named 'JSON'");
    }

    @Test
    void noTwoFormatsShareAnExtension() {
        assertThat(Arrays.stream(Formats.values()).map(Formats::extension)).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatTakesManyWritesMany(Formats format) {
        ReportFormat writer = format.create(TEXTS, Look.PLAIN);

        if (format.takesMany()) {
            assertThat(Written.by(writer, SampleReports.all())).contains("student_01.ipynb", "student_06.ipynb");
        } else {
            assertThatThrownBy(() -> Written.by(writer, SampleReports.all()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void eachWritesItsFormat() {
        assertThat(written(Formats.TEXT, Look.PLAIN)).isEqualTo(Written.by(new TextFormat(TEXTS), REPORT));
        assertThat(written(Formats.JSON, Look.PLAIN)).startsWith("{\n  \"file\"");
        assertThat(written(Formats.JUNIT, Look.PLAIN)).contains("<testsuites>");
        assertThat(written(Formats.GRADESCOPE, Look.PLAIN)).contains("\"stdout_visibility\"");
        assertThat(written(Formats.CSV, Look.PLAIN)).startsWith("file,status,");
    }

    @Test
    void theLookDecidesWhatAFormatLeavesOpen() {
        assertThat(written(Formats.TEXT, new Look(true, false))).contains("\u001b[");
        assertThat(written(Formats.TEXT, new Look(false, true))).doesNotContain("\u001b[");
        assertThat(written(Formats.JSON, new Look(false, true))).hasLineCount(1);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theSameReportsGiveTheSameText(Formats format) {
        assertThat(written(format, Look.PLAIN)).isEqualTo(written(format, Look.PLAIN));
    }
}
