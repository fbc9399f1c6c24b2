package org.stride.python;

/** How the arrays of a call lie in memory; right code gives the same for each. */
public enum Layout {
    /** Row by row, as NumPy makes them. */
    CONTIGUOUS("contiguous"),
    /** Column by column, as a transposed array lies. */
    COLUMNS_FIRST("columns first"),
    /** A view of every second element of a larger array. */
    EVERY_SECOND("every second"),
    /** Row by row, and writing into them raises. */
    READ_ONLY("read only");

    private final String word;

    Layout(String word) {
        this.word = word;
    }

    /** As {@code submission.py} calls it. */
    String word() {
        return word;
    }
}
