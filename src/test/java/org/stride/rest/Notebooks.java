package org.stride.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Small notebooks. */
final class Notebooks {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Notebooks() {}

    /** One of a cell for each text. */
    static String of(String... cells) {
        return ofCells(
                Arrays.stream(cells).map(source -> cell(source, List.of())).toArray());
    }

    static Map<String, Object> cell(String source, List<?> outputs) {
        return Map.of("cell_type", "code", "metadata", Map.of(), "source", source, "outputs", outputs);
    }

    static String ofCells(Object... cells) {
        return JSON.writeValueAsString(
                Map.of("nbformat", 4, "nbformat_minor", 4, "metadata", Map.of(), "cells", List.of(cells)));
    }
}
