package org.stride.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and with what.
 *
 * @param jar Stride
 * @param serverOptions the JVM options with which the launcher starts it
 * @param chromium the browser, if there is one
 * @param python a Python with NumPy, if there is one
 */
record Setup(
        Path jar,
        List<String> serverOptions,
        @Nullable Path chromium,
        @Nullable Path python) {
    static Setup ofSystemProperties() {
        return new Setup(
                Path.of(System.getProperty("stride.jar", "target/stride/stride.jar")),
                System.getProperty("stride.server.options", "")
                        .lines()
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .toList(),
                program("stride.chromium"),
                program("stride.python"));
    }

    Path pythonOrMissing() throws MissingException {
        if (python == null) {
            throw new MissingException("there is no Python with NumPy");
        }
        return python;
    }

    private static @Nullable Path program(String property) {
        String place = System.getProperty(property);
        return place == null ? null : Path.of(place);
    }
}
