package org.stride.learner.store.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table as the database describes it. Numbers that the database itself gives are no column here: they tell the order, which the order
 * of the lines tells too, and the database goes on with its own.
 *
 * @param key the columns by which its rows are in order
 */
record Table(String name, List<Column> columns, List<String> key) {
    /** Not what learners have done, but what the database knows of itself. */
    private static final Set<String> OF_THE_DATABASE = Set.of("flyway_schema_history", Restored.TABLE);

    private static final String COLUMNS = """
            select table_name, column_name, data_type, is_identity from information_schema.columns
            where table_schema = current_schema order by table_name, ordinal_position
            """;

    /** All of them, each after those that it refers to. */
    static List<Table> all(Connection connection) throws SQLException {
        Map<String, List<Column>> columns = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String table = rows.getString("table_name");
                if (!OF_THE_DATABASE.contains(table)) {
                    List<Column> own = columns.computeIfAbsent(table, name -> new ArrayList<>());
                    if (!rows.getString("is_identity").equals("YES")) {
                        String column = rows.getString("column_name");
                        String type = rows.getString("data_type").toLowerCase(java.util.Locale.ROOT);
                        own.add(new Column(column, Column.Kind.of(table, column, type)));
                    }
                }
            }
        }
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<Column>> table : columns.entrySet()) {
            tables.add(new Table(table.getKey(), List.copyOf(table.getValue()), key(connection, table.getKey())));
        }
        return inOrder(connection, tables);
    }

    private static List<String> key(Connection connection, String table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    private static List<Table> inOrder(Connection connection, List<Table> tables) throws SQLException {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        DatabaseMetaData database = connection.getMetaData();
        for (Table table : tables) {
            Set<String> own = new HashSet<>();
            try (ResultSet keys = database.getImportedKeys(null, connection.getSchema(), table.name())) {
                while (keys.next()) {
                    own.add(keys.getString("PKTABLE_NAME"));
                }
            }
            own.remove(table.name());
            parents.put(table.name(), own);
        }
        List<Table> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            for (Table table : tables) {
                if (!done.contains(table.name()) && done.containsAll(parents.getOrDefault(table.name(), Set.of()))) {
                    ordered.add(table);
                    done.add(table.name());
                }
            }
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + parents);
            }
        }
        return ordered;
    }

    String select() {
        return "select " + names() + " from " + name + " order by " + String.join(", ", key);
    }

    String insert() {
        return "insert into " + name + " (" + names() + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
