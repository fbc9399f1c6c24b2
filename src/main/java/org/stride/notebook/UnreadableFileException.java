package org.stride.notebook;

import java.util.List;
import java.util.function.BiFunction;

/** A file that holds no code that could be read; the message says, to whoever sent it, what was expected and what came. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> parameters;

    /** @param message in English and in detail, for reports and programs */
    UnreadableFileException(String message, String key, Object... parameters) {
        super(message);
        this.key = key;
        this.parameters = List.of(parameters);
    }

    /**
     * The same for a page, in the language of its reader.
     *
     * @param texts gives the text of a key with its places filled in
     */
    public String said(BiFunction<String, Object[], String> texts) {
        return texts.apply(key, parameters.toArray());
    }
}
