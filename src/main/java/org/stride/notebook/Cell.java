package org.stride.notebook;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a notebook.
 *
 * @param type {@link #CODE}, {@link #MARKDOWN}, {@code raw}, or one of a later format
 * @param id {@code null} if it has none yet; it gets one when it is written
 * @param source with {@code \n} between its lines, unless it was read with others
 * @param rest whatever else it has: a cell of code its {@code outputs}, for one
 */
public record Cell(String type, @Nullable String id, String source, Json.Fields metadata, Json.Fields rest) {
    public static final String CODE = "code";
    public static final String MARKDOWN = "markdown";

    /** What the format allows as an id. */
    static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    public static Cell code(String id, String source) {
        return new Cell(CODE, id, source, Json.Fields.none(), Json.Fields.none());
    }

    public static Cell markdown(String id, String source) {
        return new Cell(MARKDOWN, id, source, Json.Fields.none(), Json.Fields.none());
    }

    public Cell withMetadata(String key, Json value) {
        return new Cell(type, id, source, metadata.with(key, value), rest);
    }

    Cell withId(String newId) {
        return new Cell(type, newId, source, metadata, rest);
    }

    public boolean isCode() {
        return type.equals(CODE);
    }
}
