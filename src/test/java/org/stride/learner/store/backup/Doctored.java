package org.stride.learner.store.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A backup that somebody has been at. */
final class Doctored {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Path to;

    private Doctored(Path to) {
        this.to = to;
    }

    static Doctored of(Path backup, Path to) throws IOException {
        Doctored doctored = new Doctored(to);
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                doctored.entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return doctored;
    }

    /** Adds or replaces a file, whatever the manifest says of it. */
    Doctored with(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Doctored without(String name) {
        entries.remove(name);
        return this;
    }

    Doctored manifest(UnaryOperator<String> change) {
        String text = new String(entries.get(Manifest.NAME), StandardCharsets.UTF_8);
        return with(Manifest.NAME, change.apply(text));
    }

    /** Gives a file this one line, and the manifest what belongs to it. */
    Doctored line(String name, String line) {
        byte[] content = (line + "\n").getBytes(StandardCharsets.UTF_8);
        entries.put(name, content);
        Manifest old = JSON.readValue(entries.get(Manifest.NAME), Manifest.class);
        String hash = HexFormat.of().formatHex(BackupWriter.sha256().digest(content));
        Manifest changed = new Manifest(
                old.format(),
                old.stride(),
                old.schema(),
                old.at(),
                old.learners(),
                old.attempts(),
                old.entries().stream()
                        .map(entry -> entry.name().equals(name) ? new Manifest.Entry(name, 1, hash) : entry)
                        .toList());
        entries.put(Manifest.NAME, JSON.writeValueAsBytes(changed));
        return this;
    }

    Path write() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return to;
    }
}
