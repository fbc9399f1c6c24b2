package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportNameTest {
    @Test
    void aReportIsNamedAfterItsFile() {
        assertThat(ReportName.inFolder("class/student_07.ipynb")).isEqualTo(Path.of("class/student_07.ipynb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x.py", "/x.py", "./.././x.py", "//../x.py"})
    void nothingLeadsOutOfTheFolder(String file) {
        assertThat(ReportName.inFolder(file)).isEqualTo(Path.of("x.py"));
    }

    @Test
    void longNamesAreCutAndStayDifferent() {
        String begin = "ü".repeat(130);
        Path one = ReportName.inFolder(begin + "1.py"), other = ReportName.inFolder(begin + "2.py");
        assertThat(one).isNotEqualTo(other);
        assertThat(one.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void whatNoNameCanHoldIsReplaced() {
        assertThat(ReportName.inFolder("a\0b.py")).isEqualTo(Path.of("a_b.py"));
    }
}
