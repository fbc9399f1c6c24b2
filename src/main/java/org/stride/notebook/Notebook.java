package org.stride.notebook;

import java.util.List;

/**
 * A notebook as a whole, in format 4.
 *
 * @param minor the number behind the point of its format
 * @param rest whatever a later format may have beside cells and metadata
 */
public record Notebook(int minor, Json.Fields metadata, List<Cell> cells, Json.Fields rest) {
    /** The format that is written. */
    static final int MAJOR = 4;

    /** The first that gives every cell an id. */
    static final int MINOR = 5;

    public Notebook {
        cells = List.copyOf(cells);
    }

    /** For Python 3, by whatever kernel runs it under its usual name. */
    public static Notebook python(List<Cell> cells) {
        Json.Fields kernel = Json.Fields.none()
                .with("display_name", "Python 3")
                .with("language", "python")
                .with("name", "python3");
        Json.Fields language = Json.Fields.none().with("name", "python");
        return new Notebook(
                MINOR,
                Json.Fields.none().with("kernelspec", kernel).with("language_info", language),
                cells,
                Json.Fields.none());
    }
}
