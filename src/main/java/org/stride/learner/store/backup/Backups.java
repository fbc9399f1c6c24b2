package org.stride.learner.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;
import org.stride.installation.DataFolder;

/** Backups of one database. */
public final class Backups {
    private final DataSource database;
    private final String stride;
    private final Clock clock;
    private final int latest;

    /**
     * Of a database whose tables there are, or will be.
     *
     * @param stride the version of this Stride
     */
    public Backups(DataSource database, String stride, Clock clock) {
        this.database = database;
        this.stride = stride;
        this.clock = clock;
        latest = Schema.latest(Schema.flyway(database));
    }

    /** Of a database that no server of this installation has open; makes its tables if there are none. */
    public static Backups at(DatabaseAddress address, String stride, Clock clock) {
        Backups backups = new Backups(address.source(), stride, clock);
        address.reach();
        Schema.migrate(backups.database, backups.latest);
        return backups;
    }

    /** How much there is. */
    public Contents contents() {
        try (Connection connection = database.getConnection()) {
            return Contents.of(connection);
        } catch (SQLException e) {
            throw failed("the database cannot be read", e);
        }
    }

    /**
     * So much there is.
     *
     * @param attempts of all learners
     */
    public record Contents(long learners, long attempts) {
        static Contents of(Connection connection) throws SQLException {
            return new Contents(
                    count(connection, "select count(*) from learner"),
                    count(connection, "select count(*) from history where verdict is not null"));
        }
    }

    /** Writes what there is at this moment, whatever is written meanwhile; leaves {@code out} open. */
    public Manifest write(OutputStream out, byte[] secret, BackupProgress progress) throws IOException {
        try (Connection connection = connection()) {
            try {
                // One moment for all tables; H2 has that only here
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                return BackupWriter.write(
                        connection, out, secret, stride, Objects.requireNonNull(clock.instant()), progress);
            } finally {
                connection.rollback();
                settle(connection);
            }
        } catch (SQLException e) {
            throw failed("the database cannot be read", e);
        }
    }

    /** Opens a backup that this Stride can restore, and verifies all of it. */
    public BackupFile open(Path file) {
        return BackupFile.open(file, latest);
    }

    /** Whether the backup's tables are those of an earlier Stride. */
    public boolean older(BackupFile backup) {
        return backup.manifest().schema() < latest;
    }

    /**
     * Makes of an older backup one of the present version: in a database of its own, by the same migrations that a start makes.
     *
     * @param folder where there is room for both, for as long as this takes
     */
    public void bringUpToDate(BackupFile older, Path folder, Path newer) throws IOException {
        Path scratch = Files.createTempDirectory(folder, "restore");
        DatabaseAddress address = new DatabaseAddress(new DataFolder(scratch).databaseUrl(), "", "");
        DataSource database = address.source();
        try (OutputStream out = Files.newOutputStream(newer)) {
            Schema.migrate(database, older.manifest().schema());
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                fill(connection, older, BackupProgress.NONE);
                connection.commit();
            }
            Schema.migrate(database, latest);
            new Backups(database, older.manifest().stride(), clock).write(out, older.secret(), BackupProgress.NONE);
        } catch (SQLException e) {
            throw failed("the backup is of an older version, and cannot be brought up to this one", e);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    /** Gives back the room that a restore took, where nobody else has the database open. */
    public void tidy() {
        try (Connection connection = database.getConnection()) {
            if (!isPostgreSql(connection)) {
                execute(connection, "shutdown compact");
            }
        } catch (SQLException e) {
            throw failed("the database could not be tidied up; all is restored", e);
        }
    }

    /** Which restore the database has seen last, by the id that it was given. */
    public Optional<UUID> lastRestored() {
        return Schema.lastRestored(database);
    }

    /** Takes what the database held before it is replaced. */
    public interface Safety {
        OutputStream open() throws IOException;

        /** It is written. */
        void done() throws IOException;
    }

    /**
     * Replaces all that there is, or nothing; others wait meanwhile.
     *
     * @param secret the one that belongs to what there is
     * @param id for {@link #lastRestored}
     * @param safety where to what there was goes
     */
    public void replace(BackupFile backup, byte[] secret, UUID id, Safety safety, BackupProgress progress)
            throws IOException {
        try (Connection connection = connection()) {
            try {
                List<Table> tables = Table.all(connection);
                lock(connection, tables);
                try (OutputStream out = safety.open()) {
                    BackupWriter.write(
                            connection,
                            out,
                            secret,
                            stride,
                            Objects.requireNonNull(clock.instant()),
                            BackupProgress.NONE);
                }
                safety.done();
                for (Table table : tables.reversed()) {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate("delete from " + table.name());
                    }
                }
                fill(connection, backup, progress);
                Restored.put(connection, id, Objects.requireNonNull(clock.instant()));
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                settle(connection);
            }
            force(connection);
        } catch (SQLException e) {
            throw failed("the database does not take the backup", e);
        }
    }

    /** Nobody else writes until the end of the transaction; an H2 file is ours alone, and its server keeps everybody out. */
    private static void lock(Connection connection, List<Table> tables) throws SQLException {
        if (isPostgreSql(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '30s'");
                statement.execute("lock table "
                        + tables.stream().map(Table::name).collect(Collectors.joining(", ")) + " in exclusive mode");
            }
        }
    }

    private static void fill(Connection connection, BackupFile backup, BackupProgress progress)
            throws SQLException, IOException {
        List<Table> tables = Table.all(connection);
        Set<String> expected = tables.stream().map(Table::name).collect(Collectors.toSet());
        Set<String> there = backup.manifest().entries().stream()
                .filter(Manifest.Entry::isTable)
                .map(Manifest.Entry::table)
                .collect(Collectors.toSet());
        if (!expected.equals(there)) {
            throw new BackupException(
                    "the backup is damaged: it has the tables " + sorted(there) + ", not " + sorted(expected));
        }
        TableWriter writer =
                new TableWriter(connection, progress, backup.manifest().rows());
        for (Table table : tables) {
            try (Lines lines = backup.lines(table.name())) {
                writer.write(table, lines);
            }
        }
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private Connection connection() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        if (!isPostgreSql(connection)) {
            // Otherwise H2 has all rows of an answer in memory
            execute(connection, "set lazy_query_execution 1");
        }
        return connection;
    }

    /** As the pool gave it. */
    private static void settle(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        if (!isPostgreSql(connection)) {
            execute(connection, "set lazy_query_execution 0");
        }
        connection.setAutoCommit(true);
    }

    private static void force(Connection connection) throws SQLException {
        if (!isPostgreSql(connection)) {
            execute(connection, "checkpoint sync");
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static boolean isPostgreSql(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static BackupException failed(String what, SQLException e) {
        return new BackupException(
                what + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
}
