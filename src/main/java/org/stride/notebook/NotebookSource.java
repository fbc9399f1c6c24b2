package org.stride.notebook;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * The code of a notebook, read in one pass that keeps nothing but code. Keys come in any order: Jupyter sorts them, so that the
 * format and the language stand behind the cells.
 */
final class NotebookSource {
    static final String CODE_OF_FORMAT_3 = "input";

    private static final String CODE_OF_FORMAT_4 = "source";
    private static final String NOTEBOOK = "the notebook";

    private final Reader reader;
    private final ReadingLimits limits;
    private final CellsSource code;

    private @Nullable List<CodeCell> cells;
    private @Nullable List<CodeCell> worksheets;
    private @Nullable String format;
    private @Nullable String language;

    NotebookSource(Reader reader, ReadingLimits limits) {
        this.reader = reader;
        this.limits = limits;
        code = new CellsSource(limits);
    }

    SourceFile read() throws UnreadableFileException, IOException {
        return JsonText.read(reader, limits, json -> {
            readNotebook(json);
            return file();
        });
    }

    private SourceFile file() throws UnreadableFileException {
        List<CodeCell> first = Objects.equals(format, "3") ? worksheets : cells;
        List<CodeCell> found = first != null ? first : cells != null ? cells : worksheets;
        if (found == null) {
            throw Refusals.noCells();
        }
        if (format != null && !format.equals("3") && !format.equals("4")) {
            throw Refusals.unknownFormat(format);
        }
        requirePython(language);
        return new SourceFile(SourceFile.Kind.NOTEBOOK, found);
    }

    static void requirePython(@Nullable String language) throws UnreadableFileException {
        if (language != null && !language.toLowerCase(Locale.ROOT).matches("i?python[\\d.]*|pypy[\\d.]*")) {
            throw Refusals.language(language);
        }
    }

    private void readNotebook(JsonText json) throws UnreadableFileException {
        Set<String> seen = new HashSet<>();
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            switch (key) {
                case "cells" -> {
                    once(seen, key, NOTEBOOK);
                    cells = code.read(json, CODE_OF_FORMAT_4);
                }
                case "worksheets" -> {
                    once(seen, key, NOTEBOOK);
                    worksheets = worksheets(json);
                }
                case "nbformat" -> {
                    once(seen, key, NOTEBOOK);
                    json.expect(JsonToken.VALUE_NUMBER_INT, "`nbformat`");
                    format = shortened(json.text());
                }
                case "metadata" -> {
                    once(seen, key, NOTEBOOK);
                    json.expect(JsonToken.START_OBJECT, "`metadata` of the notebook");
                    readMetadata(json);
                }
                default -> pass(json);
            }
        }
    }

    static void once(Set<String> seen, String key, String where) throws UnreadableFileException {
        if (!seen.add(key)) {
            throw Refusals.twice(key, where);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 12 ? text : text.substring(0, 12) + "…";
    }

    static void pass(JsonText json) {
        json.next();
        json.skip();
    }

    /** The language is in {@code language_info}, which the kernel wrote, else in {@code kernelspec}; of odd types in neither. */
    private void readMetadata(JsonText json) {
        String ofKernel = null;
        String direct = null;
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            switch (key) {
                case "language_info" -> direct = entry(json, "name");
                case "kernelspec" -> ofKernel = entry(json, "language");
                default -> pass(json);
            }
        }
        language = direct != null ? direct : ofKernel;
    }

    /** The text of one entry of the object that comes next. */
    private static @Nullable String entry(JsonText json, String wanted) {
        if (json.next() != JsonToken.START_OBJECT) {
            json.skip();
            return null;
        }
        String found = null;
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            if (json.next() == JsonToken.VALUE_STRING && key.equals(wanted)) {
                found = json.text();
            } else {
                json.skip();
            }
        }
        return found;
    }

    private List<CodeCell> worksheets(JsonText json) throws UnreadableFileException {
        List<CodeCell> found = new ArrayList<>();
        json.expect(JsonToken.START_ARRAY, "`worksheets`");
        for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
            if (token != JsonToken.START_OBJECT) {
                throw json.wrong("Each of the `worksheets`", "an object", token);
            }
            Set<String> seen = new HashSet<>();
            for (String key = json.nextName(); key != null; key = json.nextName()) {
                if (key.equals("cells")) {
                    once(seen, key, "a worksheet");
                    found.addAll(code.read(json, CODE_OF_FORMAT_3));
                } else {
                    pass(json);
                }
            }
        }
        return found;
    }
}
