package org.stride.learner.store.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Which restore the database has seen last. */
final class Restored {
    static final String TABLE = "restored";

    private Restored() {}

    static Optional<UUID> last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from " + TABLE)) {
            return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /** Part of the caller's transaction. */
    static void put(Connection connection, UUID id, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + TABLE);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + TABLE + " (id, restored_at) values (?, ?)")) {
            insert.setObject(1, id);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
