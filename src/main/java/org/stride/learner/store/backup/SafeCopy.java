package org.stride.learner.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.stride.installation.DataFolder;

/** The file of an H2 database as it is, kept beside it before something is done that cannot be undone. */
public final class SafeCopy {
    private SafeCopy() {}

    /** Does nothing for a database that is no file, and where there is such a copy already. */
    public static void of(DataSource database, Path copy) throws IOException {
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            if (!url.startsWith("jdbc:h2:") || url.startsWith("jdbc:h2:mem:") || Files.exists(copy)) {
                return;
            }
            Path packed = Files.createTempFile(copy.getParent(), "copy", ".zip");
            Path half = Files.createTempFile(copy.getParent(), "copy", ".half");
            try {
                try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                    backup.setString(1, packed.toString());
                    backup.execute();
                }
                unpack(packed, half);
                DataFolder.forOwnerOnly(half);
                DataFolder.toDisk(half);
                Files.move(half, copy);
            } finally {
                Files.deleteIfExists(packed);
                Files.deleteIfExists(half);
            }
        } catch (SQLException e) {
            throw new IOException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    private static void unpack(Path packed, Path file) throws IOException {
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(one -> one.getName().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("H2 has made an empty copy"));
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
