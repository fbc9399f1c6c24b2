package org.stride.notebook;

import java.util.List;

/**
 * The code of a file, whatever its format.
 *
 * @param kind how its places are told
 * @param cells in the file's order; a script has one
 * @param encoding the name of the one that it is written in
 */
public record SourceFile(Kind kind, List<CodeCell> cells, String encoding) {
    /** The one that Python and Jupyter expect. */
    public static final String USUAL_ENCODING = "UTF-8";

    /** Of which kind a file is. */
    public enum Kind {
        NOTEBOOK,
        SCRIPT
    }

    /** A file in UTF-8. */
    public SourceFile(Kind kind, List<CodeCell> cells) {
        this(kind, cells, USUAL_ENCODING);
    }

    public SourceFile {
        cells = List.copyOf(cells);
    }
}
