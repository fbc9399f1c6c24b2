package org.stride.autograder;

import org.stride.exercise.Seeds;
import org.stride.installation.Release;
import org.stride.python.Greeting;
import org.stride.python.PythonRunner;
import org.stride.report.FileReport;

/** With what files are judged, as their reports tell it. */
final class Environment {
    private static final String UNKNOWN = "unknown";

    private Environment() {}

    /** Python's part is known once a process of the runner has started. */
    static FileReport.Environment of(PythonRunner runner, Seeds seeds) {
        Greeting greeting = runner.status().greeting();
        return new FileReport.Environment(
                Release.version(),
                greeting == null ? UNKNOWN : greeting.numpyVersion(),
                greeting == null ? UNKNOWN : greeting.pythonVersion(),
                seeds.fingerprint());
    }
}
