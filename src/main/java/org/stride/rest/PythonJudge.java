package org.stride.rest;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.stride.autograder.Autograder;
import org.stride.grading.file.FileListener;
import org.stride.python.PythonRunner;
import org.stride.python.Unavailable;
import org.stride.report.FileReport;

/** Judges as long as Python runs. */
@Component
final class PythonJudge implements Judge {
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    private final Autograder autograder;
    private final PythonRunner runner;
    private final Problems problems;

    PythonJudge(Autograder autograder, PythonRunner runner, Problems problems) {
        this.autograder = autograder;
        this.runner = runner;
        this.problems = problems;
    }

    @Override
    public FileReport judge(Check check, String caller, FileListener listener) {
        FileReport report = autograder.grade(check.name(), check.file(), check.assignment(), caller, listener);
        if (report.faulty()) {
            needPython();
        }
        return report;
    }

    /** @throws ProblemException if nothing can be run */
    void needPython() {
        if (runner.status().state() instanceof Unavailable) {
            throw problems.of(ProblemType.UNAVAILABLE, "api.unavailable.detail").retryAfter(NEXT_TRY);
        }
    }

    /** The longest code that is run, in bytes. */
    int longestSource() {
        return runner.status().limits().source();
    }
}
