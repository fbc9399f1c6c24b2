package org.stride.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stride.installation.DataFolder;
import org.stride.installation.UnusableDataFolderException;

/** From what the held-out checks are drawn: the secret that was named, else that of the environment, else the installation's. */
final class Secret {
    private static final Pattern HEXADECIMAL = Pattern.compile("([0-9a-f]{2}){16,}");

    private Secret() {}

    /**
     * The secret's bytes.
     *
     * @param named a text, or a file that holds one
     */
    static byte[] key(@Nullable String named) throws IOException {
        String given = named == null ? System.getenv("STRIDE_SECRET") : named;
        if (given == null || given.isBlank()) {
            try {
                return new DataFolder(dataFolder()).secret();
            } catch (UnusableDataFolderException e) {
                throw new CommandException(e.getMessage() + ". Name a secret with --secret");
            }
        }
        return bytes(isFile(given) ? content(Path.of(given)) : given);
    }

    private static String content(Path file) throws IOException {
        String content = Files.readString(file).strip();
        if (content.isEmpty()) {
            throw new CommandException("the file " + file + " must hold the secret, it is empty");
        }
        return content;
    }

    private static Path dataFolder() {
        String named = System.getenv("STRIDE_DATA");
        return named == null || named.isBlank() ? DataFolder.ofUser() : Path.of(named);
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** What an installation's own secret file holds is that secret; any other text becomes one. */
    private static byte[] bytes(String text) {
        try {
            if (HEXADECIMAL.matcher(text).matches()) {
                return HexFormat.of().parseHex(text);
            }
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
