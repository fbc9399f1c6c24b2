package org.stride.learner.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a database cannot be worked with, as far as its driver tells.
 *
 * @param sentence what is the matter
 * @param remedy what to do about it
 */
public record DatabaseTrouble(String sentence, String remedy) {
    private static final int H2_IN_USE = 90020;
    private static final int H2_WRITTEN_BY_ANOTHER = 90048;
    private static final int H2_WRONG_USER = 28000;
    private static final int H2_BROKEN = 90030;
    private static final int H2_INPUT_OUTPUT = 90028;
    private static final int H2_INPUT_OUTPUT_FILE = 90031;
    private static final int H2_READ_ONLY = 90097;
    private static final int H2_CANNOT_MAKE = 90062;
    private static final int H2_GENERAL = 50000;

    /** Of whatever kept somebody from working with it; empty if that is not the database's doing. */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                DatabaseTrouble trouble = of(e);
                if (trouble != null) {
                    return Optional.of(trouble);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable DatabaseTrouble of(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return e.getClass().getName().startsWith("org.h2.") ? h2(e) : postgreSql(e, state);
    }

    private static @Nullable DatabaseTrouble h2(SQLException e) {
        return switch (e.getErrorCode()) {
            case H2_IN_USE ->
                new DatabaseTrouble(
                        "The database in the data folder is in use by another program, most likely another Stride",
                        "Stop that one, or choose another folder with --stride.data=FOLDER");
            case H2_BROKEN, H2_WRITTEN_BY_ANOTHER, H2_GENERAL ->
                new DatabaseTrouble(
                        "The database file in the data folder is broken (" + firstLine(e) + ")",
                        "Move that file, stride.mv.db, away for somebody who can look into it, then: ./stride restore BACKUP");
            case H2_INPUT_OUTPUT, H2_INPUT_OUTPUT_FILE, H2_READ_ONLY, H2_CANNOT_MAKE ->
                new DatabaseTrouble(
                        "The database file in the data folder cannot be read and written (" + firstLine(e) + ")",
                        "Make it yours, see whether the disk is full, or choose another folder with --stride.data=FOLDER");
            case H2_WRONG_USER ->
                new DatabaseTrouble(
                        "The database file in the data folder is of another user or password",
                        "Set spring.datasource.username and spring.datasource.password");
            default -> null;
        };
    }

    private static @Nullable DatabaseTrouble postgreSql(SQLException e, String state) {
        if (state.startsWith("08")) {
            return new DatabaseTrouble(
                    "The database does not answer (" + firstLine(e) + ")",
                    "Start it, or correct spring.datasource.url");
        }
        if (state.startsWith("28")) {
            return new DatabaseTrouble(
                    "The database does not let us in (" + firstLine(e) + ")",
                    "Correct spring.datasource.username and spring.datasource.password");
        }
        return switch (state) {
            case "3D000" ->
                new DatabaseTrouble(
                        "There is no such database (" + firstLine(e) + ")",
                        "Create it, or correct spring.datasource.url");
            case "42501" ->
                new DatabaseTrouble(
                        "The database does not let us make tables (" + firstLine(e) + ")",
                        "Grant its user the right to create in the schema");
            case "53300" ->
                new DatabaseTrouble(
                        "The database has no connection left (" + firstLine(e) + ")",
                        "Raise its max_connections, or lower spring.datasource.hikari.maximum-pool-size");
            default -> null;
        };
    }

    private static String firstLine(SQLException e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line.replaceFirst("[.\\s]+$", "");
    }
}
