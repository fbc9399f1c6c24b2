package org.stride.learner.store.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stride.learner.store.Databases;

/** A database with the tables of a version and the rows of {@code src/test/resources/schema/V….sql} in them. */
record Fixture(DataSource source) {
    /** Of the latest version. */
    static Fixture filled(Databases database) throws SQLException, IOException {
        DataSource source = new DatabaseAddress(database.freshUrl(), "", "").source();
        return of(source, Schema.latest(Schema.flyway(source)));
    }

    static Fixture of(Databases database, int version) throws SQLException, IOException {
        return of(new DatabaseAddress(database.freshUrl(), "", "").source(), version);
    }

    private static Fixture of(DataSource source, int version) throws SQLException, IOException {
        Fixture fixture = new Fixture(source);
        for (int each = 1; each <= version; each++) {
            Schema.migrate(source, each);
            fixture.execute(statements(each));
        }
        return fixture;
    }

    static String[] statements(int version) throws IOException {
        String name = "/schema/V" + version + ".sql";
        try (var script = Fixture.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IOException(
                        "Version " + version + " of the tables has no sample rows: write src/test/resources" + name);
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\\n", "");
            return text.strip().split(";\\n?(?=insert|$)");
        }
    }

    Backups backups() {
        return new Backups(source, "0.1", Clock.systemUTC());
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    List<String> strings(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    /** Every row of every table of learners' work, column by column, in words that both databases would choose. */
    List<String> rows() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (Table table : Table.all(connection)) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select * from " + table.name())) {
                    List<String> own = new ArrayList<>();
                    while (rows.next()) {
                        own.add(table.name() + " " + row(table, rows));
                    }
                    own.sort(null);
                    all.addAll(own);
                }
            }
        }
        return all;
    }

    /** Every value of every row that learners have made, whatever the columns are called. */
    List<String> texts() throws SQLException {
        return rows().stream().map(row -> row.replaceFirst("^\\w+ ", "")).toList();
    }

    private static Map<String, @Nullable Object> row(Table table, ResultSet rows) throws SQLException {
        Map<String, @Nullable Object> row = new TreeMap<>();
        for (Column column : table.columns()) {
            row.put(column.name(), column.read(rows, rows.findColumn(column.name())));
        }
        return row;
    }
}
