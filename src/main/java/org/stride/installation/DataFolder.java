package org.stride.installation;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The folder in which an installation keeps what is its own. */
public final class DataFolder {
    private static final int SECRET_BYTES = 32;

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
     * The secret behind the held-out cases; made on the first call, the same ever after.
     *
     * @throws UnusableDataFolderException if it can be neither read nor made
     */
    public byte[] secret() {
        Path file = folder.resolve("secret");
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return parse(file, Files.readString(file).strip());
        } catch (IOException e) {
            throw new UnusableDataFolderException(
                    "Stride cannot keep its data in " + folder + " ("
                            + e.getClass().getSimpleName() + ")",
                    "Make that folder writable, or choose another with --stride.data=FOLDER",
                    e);
        }
    }

    /** Writes to a neighbour and moves it into place, so that a crash leaves no half of a secret. */
    private void make(Path file) throws IOException {
        Files.createDirectories(folder);
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Path neighbour = Files.createTempFile(folder, "secret", ".new");
        try {
            Files.writeString(neighbour, HexFormat.of().formatHex(secret) + "\n");
            if (Files.getFileStore(neighbour).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(neighbour, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(neighbour, file);
        } catch (FileAlreadyExistsException e) {
            // Another process of this installation was faster: its secret serves both.
        } finally {
            Files.deleteIfExists(neighbour);
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
