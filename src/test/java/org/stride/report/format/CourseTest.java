package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stride.exercise.Catalogue;
import org.stride.report.FileReport;

class CourseTest {
    @Test
    void theCourseIsThatOfTheCatalogue() {
        assertThat(Catalogue.load().exercises())
                .hasSize(8)
                .allSatisfy(exercise -> assertThat(Course.number(exercise.name()))
                        .as(exercise.name())
                        .isEqualTo(exercise.number()));
    }

    @Test
    void functionsComeInTheOrderOfTheCourseWhateverTheReportsBeginWith() {
        assertThat(Course.functions(List.of(SampleReports.script(), SampleReports.weighted(), SampleReports.failing())))
                .containsExactlyElementsOf(SampleReports.COURSE);
    }

    @Test
    void whatIsNotOfTheCourseComesLast() {
        FileReport other = SampleReports.report(
                "student_09.py",
                FileReport.Status.PASSED,
                1,
                1,
                List.of(SampleFunctions.passed("batch_norm", false), SampleFunctions.passed("zero_pad", false)),
                List.of());

        assertThat(Course.functions(List.of(other))).containsExactly("zero_pad", "batch_norm");
    }
}
