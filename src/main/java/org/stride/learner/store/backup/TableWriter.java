package org.stride.learner.store.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts the lines of a backup into a table, a portion at a time. */
final class TableWriter {
    private static final int MOST_ROWS = 500;
    private static final int MOST_BYTES = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final BackupProgress progress;
    private final long all;
    private long done;

    TableWriter(Connection connection, BackupProgress progress, long all) {
        this.connection = connection;
        this.progress = progress;
        this.all = all;
    }

    void write(Table table, Lines lines) throws SQLException, IOException {
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            int rows = 0;
            int bytes = 0;
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                set(insert, table, line);
                insert.addBatch();
                rows++;
                bytes += line.length;
                if (rows == MOST_ROWS || bytes > MOST_BYTES) {
                    insert.executeBatch();
                    done += rows;
                    rows = 0;
                    bytes = 0;
                    progress.at(done, all);
                }
            }
            if (rows > 0) {
                insert.executeBatch();
                done += rows;
            }
        }
        progress.at(done, all);
    }

    private static void set(PreparedStatement insert, Table table, byte[] line) throws SQLException {
        try {
            JsonNode row = JSON.readTree(line);
            if (row.size() != table.columns().size()) {
                throw new BackupException("the backup is damaged: a row of " + table.name() + " has " + row.size()
                        + " columns, not " + table.columns().size());
            }
            int place = 1;
            for (Column column : table.columns()) {
                column.write(insert, place++, row.required(column.name()));
            }
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new BackupException("the backup is damaged: a row of " + table.name() + " cannot be read", e);
        }
    }
}
