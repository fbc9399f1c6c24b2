package org.stride.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Seeds;

/**
 * The zip that Gradescope makes an autograder of: it unpacks it into {@code /autograder/source}, runs {@code setup.sh} once, and
 * {@code run_autograder} for each submission. It makes the scripts executable by itself, so the zip need not say that they are. The
 * same parts give the same bytes.
 */
final class GradescopeKit {
    /** The one time that every file of a kit has. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Path jar;
    private final byte[] secret;
    private final @Nullable String points;

    /**
     * Puts a kit together.
     *
     * @param jar that judges
     * @param secret behind the held-out checks
     * @param points the assignment, as {@code PointsFile} has it; {@code null} for the usual one
     */
    GradescopeKit(Path jar, byte[] secret, @Nullable String points) {
        this.jar = jar;
        this.secret = secret.clone();
        this.points = points;
    }

    String fingerprint() {
        return new Seeds(secret).fingerprint();
    }

    void write(OutputStream stream) throws IOException {
        Map<String, Part> parts = new TreeMap<>();
        parts.put("README.txt", text(resource("README.txt").replace("FINGERPRINT", fingerprint())));
        parts.put("run_autograder", text(resource("run_autograder")));
        parts.put("secret", text(HexFormat.of().formatHex(secret) + "\n"));
        parts.put("setup.sh", text(resource("setup.sh")));
        parts.put("stride.jar", zip -> Files.copy(jar, zip));
        if (points != null) {
            parts.put("points.yaml", text(points));
        }
        try (ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                part.getValue().write(zip);
                zip.closeEntry();
            }
        }
    }

    private static Part text(String text) {
        return zip -> zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = GradescopeKit.class.getResourceAsStream("gradescope/" + name)) {
            if (stream == null) {
                throw new IOException("there is no resource gradescope/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is in one file of a kit. */
    @FunctionalInterface
    private interface Part {
        void write(OutputStream zip) throws IOException;
    }
}
