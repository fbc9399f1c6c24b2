package org.stride.learner.store.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A column, and how its values are written in JSON: the same from either database. */
record Column(String name, Kind kind) {
    /** What either database calls the same. */
    enum Kind {
        UUID,
        TEXT,
        NUMBER,
        TRUTH,
        TIME,
        DAY;

        static Kind of(String table, String column, String type) {
            return switch (type) {
                case "uuid" -> UUID;
                case "character varying", "text" -> TEXT;
                case "bigint", "integer" -> NUMBER;
                case "boolean" -> TRUTH;
                case "timestamp with time zone" -> TIME;
                case "date" -> DAY;
                default ->
                    throw new IllegalStateException(
                            "A backup does not know how to write " + type + ", as in " + table + "." + column);
            };
        }
    }

    @Nullable
    Object read(ResultSet row, int place) throws SQLException {
        Object value = switch (kind) {
            case UUID -> row.getObject(place, UUID.class);
            case TEXT -> row.getString(place);
            case NUMBER -> row.getLong(place);
            case TRUTH -> row.getBoolean(place);
            case TIME -> row.getObject(place, OffsetDateTime.class);
            case DAY -> row.getObject(place, LocalDate.class);
        };
        if (row.wasNull()) {
            return null;
        }
        return switch (value) {
            case OffsetDateTime time ->
                time.withOffsetSameInstant(ZoneOffset.UTC).toString();
            case UUID id -> id.toString();
            case LocalDate day -> day.toString();
            default -> value;
        };
    }

    /** @throws RuntimeException if that is no value of this kind */
    void write(PreparedStatement statement, int place, JsonNode value) throws SQLException {
        if (value.isNull()) {
            statement.setNull(place, type());
            return;
        }
        switch (kind) {
            case UUID -> statement.setObject(place, java.util.UUID.fromString(value.stringValue()));
            case TEXT -> statement.setString(place, value.stringValue());
            case NUMBER -> statement.setLong(place, value.longValue());
            case TRUTH -> statement.setBoolean(place, value.booleanValue());
            case TIME -> statement.setObject(place, OffsetDateTime.parse(value.stringValue()));
            case DAY -> statement.setObject(place, LocalDate.parse(value.stringValue()));
        }
    }

    private int type() {
        return switch (kind) {
            case UUID -> Types.OTHER;
            case TEXT -> Types.VARCHAR;
            case NUMBER -> Types.BIGINT;
            case TRUTH -> Types.BOOLEAN;
            case TIME -> Types.TIMESTAMP_WITH_TIMEZONE;
            case DAY -> Types.DATE;
        };
    }
}
