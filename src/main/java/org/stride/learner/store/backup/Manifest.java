package org.stride.learner.store.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param format how the file is laid out
 * @param stride the version that made it
 * @param schema the version of the tables, of Flyway's
 * @param learners how many there are
 * @param attempts how many there are
 */
public record Manifest(
        int format, String stride, int schema, Instant at, long learners, long attempts, List<Entry> entries) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String SECRET = "secret";

    private static final String FOLDER = "tables/";
    private static final String SUFFIX = ".jsonl";

    public Manifest {
        entries = List.copyOf(entries);
    }

    /**
     * One file of the backup.
     *
     * @param rows how many lines it has
     * @param sha256 of its content, in hexadecimal digits
     */
    public record Entry(String name, long rows, String sha256) {
        boolean isTable() {
            return name.startsWith(FOLDER);
        }

        String table() {
            return name.substring(FOLDER.length(), name.length() - SUFFIX.length());
        }
    }

    static String name(String table) {
        return FOLDER + table + SUFFIX;
    }

    /** How many rows the tables have together. */
    long rows() {
        return entries.stream().filter(Entry::isTable).mapToLong(Entry::rows).sum();
    }
}
