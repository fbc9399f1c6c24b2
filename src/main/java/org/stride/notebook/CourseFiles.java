package org.stride.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What an exercise's folder holds for the notebook alone. */
final class CourseFiles {
    private CourseFiles() {}

    static boolean has(String exercise, String file) {
        return CourseFiles.class.getResource(path(exercise, file)) != null;
    }

    /** Without the line end at its end. */
    static String read(String exercise, String file) {
        try (InputStream stream = CourseFiles.class.getResourceAsStream(path(exercise, file))) {
            if (stream == null) {
                throw new IllegalStateException(path(exercise, file) + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String exercise, String file) {
        return "/exercises/" + exercise + "/" + file;
    }
}
