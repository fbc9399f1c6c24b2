package org.stride.learner.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes all that a connection sees, row by row: what is in memory does not grow with what there is. */
final class BackupWriter {
    /** So many rows come from the database at a time. */
    private static final int PORTION = 200;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final ZipOutputStream zip;
    private final MessageDigest digest = sha256();
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final BackupProgress progress;
    private long done;
    private long all;

    private BackupWriter(Connection connection, OutputStream out, BackupProgress progress) {
        this.connection = connection;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.progress = progress;
    }

    /** Leaves {@code out} open. */
    static Manifest write(
            Connection connection, OutputStream out, byte[] secret, String stride, Instant now, BackupProgress progress)
            throws SQLException, IOException {
        return new BackupWriter(connection, out, progress).write(secret, stride, now);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private Manifest write(byte[] secret, String stride, Instant now) throws SQLException, IOException {
        List<Table> tables = Table.all(connection);
        for (Table table : tables) {
            all += Backups.count(connection, "select count(*) from " + table.name());
        }
        entry(Manifest.SECRET, out -> {
            out.write((HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII));
            return 1;
        });
        for (Table table : tables) {
            entry(Manifest.name(table.name()), out -> rows(table, out));
        }
        Backups.Contents contents = Backups.Contents.of(connection);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                stride,
                Schema.version(connection),
                now,
                contents.learners(),
                contents.attempts(),
                entries);
        // Last, since only now it is known what it says
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        progress.at(done, all);
        return manifest;
    }

    /** Writes an entry, and says how many lines that were. */
    private interface Content {
        long write(OutputStream out) throws SQLException, IOException;
    }

    private void entry(String name, Content content) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(name));
        digest.reset();
        long rows = content.write(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, rows, HexFormat.of().formatHex(digest.digest())));
    }

    private long rows(Table table, OutputStream out) throws SQLException, IOException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PORTION);
            try (ResultSet row = statement.executeQuery(table.select())) {
                while (row.next()) {
                    out.write(JSON.writeValueAsBytes(values(table, row)));
                    out.write('\n');
                    rows++;
                    if (++done % PORTION == 0) {
                        progress.at(done, all);
                    }
                }
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> values(Table table, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        int place = 1;
        for (Column column : table.columns()) {
            values.put(column.name(), column.read(row, place++));
        }
        return values;
    }
}
