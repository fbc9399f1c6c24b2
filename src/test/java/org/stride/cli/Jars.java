package org.stride.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small jars in place of the real one. */
final class Jars {
    private Jars() {}

    /** One that has, by its names, all that Stride needs. */
    static Path whole(Path file) throws IOException {
        return write(file, StrideJar.RUN_COMMAND);
    }

    /** One as it lies in a container, with its libraries beside it. */
    static Path apart(Path file) throws IOException {
        return write(file, StrideJar.RUN_COMMAND.replace("BOOT-INF/classes/", ""));
    }

    private static Path write(Path file, String entry) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("code".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }
}
