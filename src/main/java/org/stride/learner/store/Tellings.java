package org.stride.learner.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stride.learner.Telling;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts as JSON. */
final class Tellings {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Tellings() {}

    static String write(Telling told) {
        return Escapes.escape(JSON.writeValueAsString(told));
    }

    static Telling read(@Nullable String verdict) {
        return JSON.readValue(Escapes.unescape(Objects.requireNonNull(verdict)), Telling.class);
    }
}
