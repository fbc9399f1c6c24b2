package org.stride.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** The folder in which an installation keeps what is its own. */
public final class DataFolder {
    private static final int SECRET_BYTES = 32;
    private static final String SECRET = "secret";
    private static final String READY = "secret.ready";
    private static final String SCRATCH = "scratch";

    private final Path folder;

    public DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Where programs of this system keep the data of whoever runs this one. */
    public static Path ofUser() {
        return ofUser(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /** Where programs of this system keep a user's data. */
    static Path ofUser(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("windows")) {
            String roaming = environment.get("APPDATA");
            return roaming == null ? home.resolve("AppData/Roaming/Stride") : Path.of(roaming, "Stride");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Stride");
        }
        String data = environment.get("XDG_DATA_HOME");
        return data == null || data.isBlank() ? home.resolve(".local/share/stride") : Path.of(data, "stride");
    }

    /**
     * The database that is kept here: H2 in a file, with PostgreSQL's dialect. It writes to its file when it is closed or told to, not after
     * a delay of its own: that would take half of a transaction with it. A shut-down of the JVM leaves it to the application to close it.
     */
    public String databaseUrl() {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve("stride")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=" + Integer.MAX_VALUE
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    /** The folder itself. */
    public Path path() {
        return folder.toAbsolutePath();
    }

    /** Where whoever has taken the folder keeps what is half done; what lies there after a crash goes. */
    public Path scratch() throws IOException {
        Path scratch = Files.createDirectories(path().resolve(SCRATCH));
        forOwnerOnly(scratch);
        return scratch;
    }

    /**
     * Takes the folder for this process, until that is closed; empty if another process has it. The folder is made if there is none,
     * and closed to everybody but its owner.
     *
     * @throws UnusableDataFolderException if it cannot be used
     */
    public Optional<Occupancy> occupy() {
        try {
            Files.createDirectories(folder);
            forOwnerOnly(folder);
            Optional<Occupancy> taken = Occupancy.take(folder);
            if (taken.isPresent()) {
                FileSystemUtils.deleteRecursively(folder.resolve(SCRATCH)); // Of a process that was killed
            }
            return taken;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Who has taken the folder, if that process has said so. */
    public Optional<Occupancy.Occupant> occupant() {
        try {
            return Occupancy.Occupant.of(folder);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * The secret behind the held-out cases; made on the first call, the same ever after, unless a backup brings another.
     *
     * @throws UnusableDataFolderException if it can be neither read nor made
     */
    public byte[] secret() {
        Path file = folder.resolve(SECRET);
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder);
                byte[] secret = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(secret);
                put(file, hexadecimal(secret), false);
            }
            return parse(file, Files.readString(file).strip());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Lays a secret beside the present one, to take its place once the work that it belongs to is in the database.
     *
     * @param restore names that work
     */
    public void layReady(byte[] secret, UUID restore) throws IOException {
        put(folder.resolve(READY), restore + "\n" + hexadecimal(secret), true);
    }

    /**
     * Puts the secret that was laid ready in the place of the present one, if the work that it belongs to is in the database; otherwise
     * it goes. A crash may come at any moment: whoever starts next calls this again.
     */
    public void settle(Optional<UUID> restored) throws IOException {
        Path ready = folder.resolve(READY);
        if (Files.notExists(ready)) {
            return;
        }
        List<String> lines = Files.readAllLines(ready);
        if (lines.size() == 2
                && restored.map(UUID::toString).filter(lines.get(0)::equals).isPresent()) {
            put(folder.resolve(SECRET), lines.get(1) + "\n", true);
        }
        Files.delete(ready);
    }

    private UnusableDataFolderException unusable(IOException e) {
        return new UnusableDataFolderException(
                "Stride cannot keep its data in " + folder + " (" + e.getClass().getSimpleName() + ")",
                "Make that folder writable, or choose another with --stride.data=FOLDER",
                e);
    }

    private static String hexadecimal(byte[] secret) {
        return HexFormat.of().formatHex(secret) + "\n";
    }

    /** Writes to a neighbour and moves it into place, so that a crash leaves no half of a secret. */
    private void put(Path file, String content, boolean replace) throws IOException {
        Path neighbour = Files.createTempFile(folder, SECRET, ".new");
        try {
            forOwnerOnly(neighbour);
            try (FileChannel channel = FileChannel.open(neighbour, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.US_ASCII.encode(content));
                channel.force(true);
            }
            if (replace) {
                Files.move(neighbour, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(neighbour, file);
            }
        } catch (FileAlreadyExistsException e) {
            // Another process of this installation was faster: its secret serves both.
        } finally {
            Files.deleteIfExists(neighbour);
        }
    }

    /** Has all of a file on the disk before this returns, whatever becomes of the power. */
    public static void toDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Closes a file or a folder to everybody but its owner, where that can be said; a folder of another owner stays as it is. */
    public static void forOwnerOnly(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> own =
                PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------");
        if (!view.readAttributes().permissions().equals(own)) {
            try {
                view.setPermissions(own);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(path)) {
                    throw e;
                }
            }
        }
    }

    private static byte[] parse(Path file, String text) {
        try {
            byte[] secret = HexFormat.of().parseHex(text);
            if (secret.length >= 16) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one message for a file that holds no secret.
        }
        throw new UnusableDataFolderException(
                "The file " + file + " must hold at least 32 hexadecimal digits, it does not",
                "Restore it from a backup, or delete it: Stride then draws new held-out checks",
                null);
    }
}
