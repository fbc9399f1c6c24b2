package org.stride.notebook;

/**
 * How much of a file is read, so that none costs more than it is worth.
 *
 * @param bytes of the whole file, outputs included, which are passed over
 * @param characters of all code together
 * @param cells of every type together
 * @param depth to which lists and objects may be nested
 */
public record ReadingLimits(long bytes, int characters, int cells, int depth) {
    /** Far more than any exercise needs. */
    public static final ReadingLimits USUAL = new ReadingLimits(512L << 20, 2_000_000, 10_000, 500);

    /** A character is four bytes at most, in every encoding that is read. */
    private static final int BYTES_PER_CHARACTER = 4;

    public ReadingLimits {
        if (bytes < 1 || characters < 1 || cells < 1 || depth < 1) {
            throw new IllegalArgumentException("reading limits must be 1 or more, got " + bytes + " bytes, "
                    + characters + " characters, " + cells + " cells, depth " + depth);
        }
        if (characters > Integer.MAX_VALUE / BYTES_PER_CHARACTER - 1) {
            throw new IllegalArgumentException("reading limits: too many characters: " + characters);
        }
    }

    /** So much of a file's beginning holds every script that is not too long. */
    int scriptBytes() {
        return BYTES_PER_CHARACTER * (characters + 1);
    }
}
