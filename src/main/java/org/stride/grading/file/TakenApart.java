package org.stride.grading.file;

import java.util.Map;

/**
 * A file in pieces.
 *
 * @param texts by the exercise's name, each solved function with what it needs, as it belongs into its editor
 */
public record TakenApart(Outline outline, Map<String, String> texts) {
    /** Of a file without any code. */
    public static final TakenApart EMPTY = new TakenApart(Outline.EMPTY, Map.of());

    public TakenApart {
        texts = Map.copyOf(texts);
    }
}
