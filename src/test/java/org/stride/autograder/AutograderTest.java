package org.stride.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.grading.file.FileListener;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;
import org.stride.python.PythonRunner;
import org.stride.report.FunctionReport;

/** What a report says of a function, on real Python. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutograderTest {
    private final Catalogue catalogue = Catalogue.load();
    private PythonRunner runner;

    @BeforeAll
    void start() {
        runner = CodeGraders.runner();
    }

    @AfterAll
    void end() {
        if (runner != null) {
            runner.close();
        }
    }

    private FunctionReport padding(String last) {
        String source = "def zero_pad(X, pad):\n"
                + "    shown = round(float(X.ravel()[0]), 5) in (1.62435, -0.41676, 1.78863, -0.31178)\n"
                + "    right = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))\n" + last;
        SourceFile file = new SourceFile(SourceFile.Kind.SCRIPT, List.of(new CodeCell(1, source)));
        Assignment assignment = Assignment.usual(catalogue).only(List.of("zero_pad"));
        return Autograders.autograder(catalogue, runner)
                .grade("a.py", file, assignment, "", FileListener.NONE)
                .functions()
                .getFirst();
    }

    @Test
    void codeForTheShownNumbersAloneIsToldSo() {
        FunctionReport report = padding("    return right if shown else 'none'");
        assertThat(report.status()).isEqualTo(FunctionReport.Status.FAILED);
        assertThat(Objects.requireNonNull(report.diagnosis()).text())
                .contains("any input")
                .doesNotContain("named above");
    }

    @Test
    void aLineThatTheFileDoesNotHaveIsNoPlaceAndTellsNothing() {
        FunctionReport report = padding("    shown or exec(compile('\\n' * int(1e4 * abs(X.ravel()[0])) + '1 / 0', "
                + "'<code>', 'exec'))\n    return right");
        assertThat(Objects.requireNonNull(report.problem()).id()).isEqualTo("problem.raised");
        assertThat(report.problem().place()).isNull();
    }
}
