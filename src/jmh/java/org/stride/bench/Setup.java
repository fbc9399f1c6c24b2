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
 */
record Setup(Path jar, List<String> serverOptions, @Nullable Path chromium) {
    static Setup ofSystemProperties() {
        String chromium = System.getProperty("stride.chromium");
        return new Setup(
                Path.of(System.getProperty("stride.jar", "target/stride.jar")),
                System.getProperty("stride.server.options", "")
                        .lines()
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .toList(),
                chromium == null ? null : Path.of(chromium));
    }
}
