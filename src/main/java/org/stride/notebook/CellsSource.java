package org.stride.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The code of a notebook's cells; counts cells and characters over all of its worksheets. */
final class CellsSource {
    private final ReadingLimits limits;
    private int number;
    private int characters;

    CellsSource(ReadingLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads the list that comes next.
     *
     * @param codeKey under which a cell of code has its code
     */
    List<CodeCell> read(JsonText json, String codeKey) throws UnreadableFileException {
        List<CodeCell> found = new ArrayList<>();
        json.expect(JsonToken.START_ARRAY, "`cells`");
        for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
            number++;
            if (number > limits.cells()) {
                throw Refusals.tooManyCells(limits.cells());
            }
            if (token != JsonToken.START_OBJECT) {
                throw json.wrong("Cell " + number, "an object", token);
            }
            String code = new CellSource(json, codeKey).code();
            if (code != null) {
                found.add(new CodeCell(number, code));
            }
        }
        return found;
    }

    /** One cell. The type may stand behind the code. */
    private final class CellSource {
        private final JsonText json;
        private final String codeKey;
        private final Set<String> seen = new HashSet<>();

        private @Nullable String type;
        private @Nullable String language;
        private String source = "";

        CellSource(JsonText json, String codeKey) {
            this.json = json;
            this.codeKey = codeKey;
        }

        /** {@code null} if it is a cell of another type. */
        @Nullable
        String code() throws UnreadableFileException {
            for (String key = json.nextName(); key != null; key = json.nextName()) {
                readEntry(key);
            }
            if (type == null) {
                throw Refusals.missing("`cell_type`", "cell " + number);
            }
            if (!type.equals("code")) {
                characters -= source.length();
                return null;
            }
            NotebookSource.requirePython(language);
            return SourceText.withWholeCharacters(
                    SourceText.withPlainLineEnds(source).replace('\0', '\uFFFD'));
        }

        private void readEntry(String key) throws UnreadableFileException {
            if (key.equals("cell_type")) {
                once(key);
                json.expect(JsonToken.VALUE_STRING, "`cell_type` of cell " + number);
                type = json.text();
            } else if (key.equals(codeKey) && (type == null || type.equals("code"))) {
                once(key);
                source = readSource("`" + key + "` of cell " + number);
                characters += source.length();
            } else if (key.equals("language")) {
                language = readLanguage();
            } else {
                NotebookSource.pass(json);
            }
        }

        private void once(String key) throws UnreadableFileException {
            NotebookSource.once(seen, key, "cell " + number);
        }

        private @Nullable String readLanguage() {
            if (json.next() == JsonToken.VALUE_STRING) {
                return json.text();
            }
            json.skip();
            return null;
        }

        private String readSource(String what) throws UnreadableFileException {
            JsonToken token = json.next();
            if (token == JsonToken.VALUE_STRING) {
                return json.text(limits.characters() - characters);
            }
            if (token != JsonToken.START_ARRAY) {
                throw json.wrong(what, "a text or a list of texts", token);
            }
            SourceLines lines = new SourceLines(codeKey.equals(NotebookSource.CODE_OF_FORMAT_3));
            for (token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
                if (token != JsonToken.VALUE_STRING) {
                    throw json.wrong("Each line in " + what, "a text", token);
                }
                lines.add(json.text(limits.characters() - characters - lines.length()));
            }
            return lines.joined();
        }
    }
}
