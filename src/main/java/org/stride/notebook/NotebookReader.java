package org.stride.notebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads a notebook whole, so that it can be written again without a loss. Of format 3 it makes one of format 4. To get at the code
 * alone, as of a file from elsewhere, use {@link SourceFiles}, which keeps nothing else.
 */
public final class NotebookReader {
    /** What stands between quotation marks may be a picture, so a text may be as long as the file. */
    private static final ReadingLimits LIMITS = new ReadingLimits(64 << 20, 64 << 20, 10_000, 500);

    private NotebookReader() {}

    public static Notebook read(byte[] content) throws UnreadableFileException {
        if (content.length > LIMITS.bytes()) {
            throw Refusals.tooLarge(LIMITS.bytes());
        }
        SourceText.Mark mark = SourceText.mark(content);
        InputStreamReader reader = new InputStreamReader(
                new ByteArrayInputStream(content, mark.length(), content.length - mark.length()), mark.charset());
        try {
            return notebook(JsonText.read(reader, LIMITS, json -> fields(json, "the notebook")));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    // JSON

    private static Json.Fields fields(JsonText json, String where) throws UnreadableFileException {
        SequencedMap<String, Json> values = new LinkedHashMap<>();
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            if (values.put(key, value(json, json.next())) != null) {
                throw Refusals.twice(key, where);
            }
        }
        return new Json.Fields(values);
    }

    private static Json value(JsonText json, JsonToken token) throws UnreadableFileException {
        return switch (token) {
            case START_OBJECT -> fields(json, "an object");
            case START_ARRAY -> items(json);
            case VALUE_STRING -> new Json.Text(json.text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(json.text());
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> Json.Nothing.NULL;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + token);
        };
    }

    private static Json.Items items(JsonText json) throws UnreadableFileException {
        List<Json> values = new ArrayList<>();
        for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
            values.add(value(json, token));
        }
        return new Json.Items(values);
    }

    // The notebook

    private static Notebook notebook(Json.Fields read) throws UnreadableFileException {
        int major = integer(read, "nbformat");
        if (major != 3 && major != Notebook.MAJOR) {
            throw Refusals.unknownFormat(Integer.toString(major));
        }
        Json.Fields all = major == 3 ? FormatThree.upgraded(read) : read;
        if (!(all.get("cells") instanceof Json.Items items)) {
            throw Refusals.noCells();
        }
        List<Cell> cells = new ArrayList<>();
        for (Json item : items.values()) {
            cells.add(cell(item, "cell " + (cells.size() + 1)));
        }
        return new Notebook(
                integer(all, "nbformat_minor"),
                object(all, "metadata", "the notebook"),
                cells,
                all.without("nbformat", "nbformat_minor", "metadata", "cells"));
    }

    private static int integer(Json.Fields all, String name) throws UnreadableFileException {
        Json value = all.get(name);
        if (value == null) {
            throw Refusals.missing("`" + name + "`", "the notebook");
        }
        if (!(value instanceof Json.Numeral numeral) || !numeral.digits().matches("\\d{1,9}")) {
            throw Refusals.wrongType("`" + name + "`", "a whole number", "something else");
        }
        return Integer.parseInt(numeral.digits());
    }

    private static Json.Fields object(Json.Fields all, String name, String where) throws UnreadableFileException {
        return switch (all.get(name)) {
            case null -> Json.Fields.none();
            case Json.Fields fields -> fields;
            default -> throw Refusals.wrongType("`" + name + "` of " + where, "an object", "something else");
        };
    }

    private static Cell cell(Json item, String where) throws UnreadableFileException {
        if (!(item instanceof Json.Fields all)) {
            throw Refusals.wrongType("Each of the `cells`", "an object", "something else");
        }
        if (!(all.get("cell_type") instanceof Json.Text type)) {
            throw Refusals.missing("`cell_type`", where);
        }
        String id = all.get("id") instanceof Json.Text text ? text.value() : null;
        String[] known = {"cell_type", "source", "metadata", "id"};
        return new Cell(
                type.value(), id, joined(all.get("source"), where), object(all, "metadata", where), all.without(known));
    }

    /** A text that stands as one, or as a list of its lines. */
    static String joined(@Nullable Json source, String where) throws UnreadableFileException {
        if (source instanceof Json.Text text) {
            return text.value();
        }
        if (!(source instanceof Json.Items items) || !items.values().stream().allMatch(Json.Text.class::isInstance)) {
            throw Refusals.wrongType("`source` of " + where, "a text or a list of texts", "something else");
        }
        StringBuilder lines = new StringBuilder();
        items.values().forEach(line -> lines.append(((Json.Text) Objects.requireNonNull(line)).value()));
        return lines.toString();
    }
}
