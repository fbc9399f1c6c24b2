package org.stride.autograder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.stride.exercise.Seeds;
import org.stride.python.Greeting;
import org.stride.python.PythonRunner;
import org.stride.report.FileReport;

/** With what files are judged, as their reports tell it. */
final class Environment {
    private static final String UNKNOWN = "unknown";
    private static final String VERSION = version();

    private Environment() {}

    /** Python's part is known once a process of the runner has started. */
    static FileReport.Environment of(PythonRunner runner, Seeds seeds) {
        Greeting greeting = runner.status().greeting();
        return new FileReport.Environment(
                VERSION,
                greeting == null ? UNKNOWN : greeting.numpyVersion(),
                greeting == null ? UNKNOWN : greeting.pythonVersion(),
                seeds.fingerprint());
    }

    /** The version that the build wrote down. */
    private static String version() {
        try (InputStream stream = Environment.class.getResourceAsStream("/META-INF/build-info.properties")) {
            Properties build = new Properties();
            if (stream != null) {
                build.load(stream);
            }
            return build.getProperty("build.version", UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
