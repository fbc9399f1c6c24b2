package org.stride.ui.part;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in ASCII, in which any text reaches the page. What is sent to it goes through UTF-8, which has no place for half of a
 * surrogate pair.
 */
final class AsciiJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private AsciiJson() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
