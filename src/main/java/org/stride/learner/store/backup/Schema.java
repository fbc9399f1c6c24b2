package org.stride.learner.store.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The versions of the tables. */
public final class Schema {
    private Schema() {}

    /** The version that this Stride works with. */
    public static int latest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .mapToInt(Schema::number)
                .max()
                .orElseThrow();
    }

    /** The version that a database is of; 0 if it has no tables yet. */
    public static int present(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        return current == null ? 0 : number(current.getVersion());
    }

    static Flyway flyway(DataSource database) {
        return Flyway.configure().dataSource(database).load();
    }

    /** Makes the tables of a version, or brings them up to it. */
    static void migrate(DataSource database, int version) {
        Flyway.configure()
                .dataSource(database)
                .target(String.valueOf(version))
                .load()
                .migrate();
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select \"version\" from \"flyway_schema_history\" where \"success\" order by \"installed_rank\" desc limit 1")) {
            return rows.next() ? number(MigrationVersion.fromVersion(rows.getString(1))) : 0;
        }
    }

    /** The restore that a database has seen last. */
    public static Optional<UUID> lastRestored(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return Restored.last(connection);
        } catch (SQLException e) {
            throw new BackupException("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private static int number(MigrationVersion version) {
        return version.getMajor().intValueExact();
    }
}
