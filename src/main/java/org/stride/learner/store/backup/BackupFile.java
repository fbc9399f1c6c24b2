package org.stride.learner.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup that is whole: opening it reads every byte and compares it with what the manifest says. Nothing is ever unpacked into a file,
 * so a name in it is only a name.
 */
public final class BackupFile implements AutoCloseable {
    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST_MANIFEST = 1 << 20;
    private static final int LONGEST_SECRET = 1 << 10;
    private static final int SHORTEST_SECRET = 16;
    private static final Pattern NAME = Pattern.compile("secret|tables/[a-z][a-z0-9_]{0,62}\\.jsonl");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ZipFile zip;
    private final Manifest manifest;
    private final byte[] secret;

    private BackupFile(ZipFile zip, Manifest manifest, byte[] secret) {
        this.zip = zip;
        this.manifest = manifest;
        this.secret = secret;
    }

    /**
     * Opens a backup and verifies all of it.
     *
     * @param newestSchema what this Stride knows
     * @throws BackupException if it is none, or is damaged, or comes from a newer Stride
     */
    static BackupFile open(Path file, int newestSchema) {
        try {
            ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                return verified(zip, newestSchema);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new BackupException("there is no file " + file, e);
        } catch (ZipException | IllegalArgumentException e) {
            throw new BackupException("the backup is damaged, or is none: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BackupException("the backup cannot be read: " + e.getMessage(), e);
        }
    }

    private static BackupFile verified(ZipFile zip, int newestSchema) throws IOException {
        Set<String> names = names(zip);
        Manifest manifest = manifest(zip);
        if (manifest.format() > Manifest.FORMAT || manifest.schema() > newestSchema) {
            throw new BackupException("the backup was made by a newer Stride, " + manifest.stride()
                    + ": restore it with that version, or with a newer one");
        }
        if (manifest.format() < 1 || manifest.schema() < 1) {
            throw new BackupException("the backup is damaged: its manifest names no version");
        }
        List<String> listed =
                manifest.entries().stream().map(Manifest.Entry::name).toList();
        if (!names.equals(Set.copyOf(listed)) || names.size() != listed.size()) {
            throw new BackupException("the backup is damaged: it does not hold the files that its manifest lists");
        }
        for (Manifest.Entry entry : manifest.entries()) {
            verify(zip, entry);
        }
        return new BackupFile(zip, manifest, secret(zip));
    }

    /** All but the manifest's. */
    private static Set<String> names(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw new BackupException("this is no backup of Stride’s: it holds " + zip.size() + " files");
        }
        List<String> all = zip.stream().map(ZipEntry::getName).toList();
        Set<String> names = new HashSet<>(all);
        if (!names.remove(Manifest.NAME)) {
            throw new BackupException("this is no backup of Stride’s: it holds no " + Manifest.NAME);
        }
        if (names.size() != all.size() - 1) {
            throw new BackupException("the backup is damaged: it holds two files of one name");
        }
        names.stream().filter(name -> !NAME.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new BackupException("this is no backup of Stride’s: it holds a file called " + printable(name));
        });
        return names;
    }

    private static String printable(String name) {
        String plain = name.codePoints()
                .limit(60)
                .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
                .collect(Collectors.joining());
        return plain.length() < name.length() ? plain + "…" : plain;
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        byte[] content = content(zip, Manifest.NAME, LONGEST_MANIFEST);
        CRC32 sum = new CRC32();
        sum.update(content);
        if (sum.getValue() != zip.getEntry(Manifest.NAME).getCrc()) {
            throw new BackupException("the backup is damaged: its manifest is not what was written");
        }
        try {
            return JSON.readValue(content, Manifest.class);
        } catch (JacksonException | NullPointerException e) {
            throw new BackupException("this is no backup of Stride’s: its manifest cannot be read", e);
        }
    }

    private static byte[] content(ZipFile zip, String name, int most) throws IOException {
        try (InputStream stream = stream(zip, name)) {
            byte[] content = stream.readNBytes(most + 1);
            if (content.length > most) {
                throw new BackupException("the backup is damaged: " + name + " is too long");
            }
            return content;
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        InputStream stream = entry == null ? null : zip.getInputStream(entry);
        if (stream == null) {
            throw new BackupException("the backup is damaged: it holds no " + name);
        }
        return stream;
    }

    private static void verify(ZipFile zip, Manifest.Entry entry) throws IOException {
        try (Lines lines = new Lines(stream(zip, entry.name()))) {
            long rows = 0;
            // What has more lines than were promised need not be read to its end
            while (rows <= entry.rows() && lines.next() != null) {
                rows++;
            }
            if (rows != entry.rows() || !lines.sha256().equals(entry.sha256())) {
                throw new BackupException("the backup is damaged: " + entry.name() + " is not what was written");
            }
        }
    }

    private static byte[] secret(ZipFile zip) throws IOException {
        String text = new String(content(zip, Manifest.SECRET, LONGEST_SECRET), StandardCharsets.US_ASCII).strip();
        byte[] secret = HexFormat.of().parseHex(text);
        if (secret.length < SHORTEST_SECRET) {
            throw new BackupException("the backup is damaged: its secret is too short");
        }
        return secret;
    }

    public Manifest manifest() {
        return manifest;
    }

    public byte[] secret() {
        return secret.clone();
    }

    /** How much it takes when unpacked, in bytes. */
    public long size() {
        return zip.stream().mapToLong(ZipEntry::getSize).sum();
    }

    Lines lines(String table) throws IOException {
        return new Lines(stream(zip, Manifest.name(table)));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BackupException("the backup cannot be closed: " + e.getMessage(), e);
        }
    }
}
