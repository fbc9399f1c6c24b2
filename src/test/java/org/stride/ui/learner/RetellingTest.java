package org.stride.ui.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.grading.CheckListener;
import org.stride.grading.code.CodeVerdict;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Kind;
import org.stride.python.PythonRunner;
import org.stride.report.Translations;

/** What the history keeps of verdicts on code that real Python ran. */
class RetellingTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private static Telling told(String exercise, String code) {
        try (PythonRunner runner = CodeGraders.runner()) {
            CodeVerdict verdict =
                    CodeGraders.grader(CATALOGUE, runner).grade(CATALOGUE.get(exercise), code, "", CheckListener.NONE);
            return new Retelling(new Translations()).of(verdict);
        }
    }

    private static List<Kind> kinds(Telling telling) {
        return telling.passages().stream().map(Telling.Passage::kind).toList();
    }

    @Test
    void wrongNumbersAreKeptWithTheirWorkingAlsoBesideAPlainerProblem() {
        Telling swapped = told("conv_single_step", """
                import numpy as np

                def conv_single_step(W, a_slice_prev, b):
                    return np.sum(W * a_slice_prev) - float(b[0, 0, 0])
                """);

        assertThat(kinds(swapped)).contains(Kind.PROBLEM, Kind.EVIDENCE, Kind.WORKING);
    }

    @Test
    void whatTheErrorSaysIsNotSaidAgain() {
        Telling raised = told("conv_single_step", """
                def conv_single_step(a_slice_prev, W, b):
                    return a_slice_prev * V
                """);

        assertThat(kinds(raised)).contains(Kind.PROBLEM).doesNotContain(Kind.EVIDENCE, Kind.WORKING);
    }
}
