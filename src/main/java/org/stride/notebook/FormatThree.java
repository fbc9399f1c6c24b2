package org.stride.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * From format 3 to format 4: worksheets are joined, what was renamed gets its new name, headings become text. Whatever format 4 has
 * no place for goes into the metadata of its cell.
 */
final class FormatThree {
    private static final Map<String, String> MIME_TYPES = Map.of(
            "text", "text/plain",
            "html", "text/html",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpeg", "image/jpeg",
            "latex", "text/latex",
            "json", "application/json",
            "javascript", "application/javascript");

    private FormatThree() {}

    static Json.Fields upgraded(Json.Fields notebook) throws UnreadableFileException {
        if (!(notebook.get("worksheets") instanceof Json.Items worksheets)) {
            throw Refusals.noCells();
        }
        List<Json> cells = new ArrayList<>();
        for (Json worksheet : worksheets.values()) {
            if (!(worksheet instanceof Json.Fields fields) || !(fields.get("cells") instanceof Json.Items items)) {
                throw Refusals.noCells();
            }
            for (Json cell : items.values()) {
                cells.add(cell instanceof Json.Fields all ? cell(all) : cell);
            }
        }
        return notebook.without("worksheets")
                .with("cells", new Json.Items(cells))
                .with("nbformat", Notebook.MAJOR)
                .with("nbformat_minor", 0);
    }

    private static Json.Fields cell(Json.Fields old) {
        Json.Fields metadata = old.get("metadata") instanceof Json.Fields fields ? fields : Json.Fields.none();
        if (old.get("cell_type") instanceof Json.Text(String type)) {
            return switch (type) {
                case "code" -> code(old, metadata);
                case "heading" -> heading(old).with("metadata", metadata);
                case "html" -> text(old).with("cell_type", Cell.MARKDOWN).with("metadata", metadata);
                default -> text(old).with("metadata", metadata);
            };
        }
        return old;
    }

    private static Json.Fields code(Json.Fields old, Json.Fields metadata) {
        Json.Fields leftOver = old.without("cell_type", "metadata", "input", "outputs", "prompt_number");
        List<Json> outputs = old.get("outputs") instanceof Json.Items items
                ? items.values().stream().map(FormatThree::output).toList()
                : List.of();
        return Json.Fields.none()
                .with("cell_type", Cell.CODE)
                .with("source", joined(or(old.get("input"), new Json.Text(""))))
                .with("execution_count", or(old.get("prompt_number"), Json.Nothing.NULL))
                .with("outputs", new Json.Items(outputs))
                .with("metadata", metadata.withAll(leftOver.values()));
    }

    private static Json.Fields text(Json.Fields old) {
        return old.with("source", joined(or(old.get("source"), new Json.Text(""))));
    }

    /** A list of lines as one text; whatever else it is stays. */
    private static Json joined(Json source) {
        if (!(source instanceof Json.Items items)) {
            return source;
        }
        SourceLines lines = new SourceLines(true);
        for (Json line : items.values()) {
            if (!(line instanceof Json.Text(String text))) {
                return source;
            }
            lines.add(text);
        }
        return new Json.Text(lines.joined());
    }

    private static Json or(@Nullable Json value, Json otherwise) {
        return value == null ? otherwise : value;
    }

    private static Json.Fields heading(Json.Fields old) {
        int level = old.get("level") instanceof Json.Numeral(String digits) && digits.matches("[1-6]")
                ? Integer.parseInt(digits)
                : 1;
        String text = joined(or(old.get("source"), new Json.Text(""))) instanceof Json.Text(String value)
                ? value.replace('\n', ' ')
                : "";
        return old.without("level").with("cell_type", Cell.MARKDOWN).with("source", "#".repeat(level) + " " + text);
    }

    private static Json output(Json old) {
        if (!(old instanceof Json.Fields all) || !(all.get("output_type") instanceof Json.Text(String type))) {
            return old;
        }
        return switch (type) {
            case "pyout" ->
                display(all.with("output_type", "execute_result")
                        .with("execution_count", or(all.get("prompt_number"), Json.Nothing.NULL))
                        .without("prompt_number"));
            case "display_data" -> display(all);
            case "pyerr" -> all.with("output_type", "error");
            case "stream" -> all.without("stream").with("name", or(all.get("stream"), new Json.Text("stdout")));
            default -> all;
        };
    }

    /** What is shown stood beside the rest, and now stands below {@code data}. */
    private static Json.Fields display(Json.Fields all) {
        Json.Fields rest = Json.Fields.none();
        SequencedMap<String, Json> data = new LinkedHashMap<>();
        for (Map.Entry<String, Json> field : all.values().entrySet()) {
            switch (field.getKey()) {
                case "output_type", "execution_count", "metadata" -> rest = rest.with(field.getKey(), field.getValue());
                default -> data.put(MIME_TYPES.getOrDefault(field.getKey(), field.getKey()), field.getValue());
            }
        }
        Json.Fields shown = rest.with("data", new Json.Fields(data));
        return shown.has("metadata") ? shown : shown.with("metadata", Json.Fields.none());
    }
}
