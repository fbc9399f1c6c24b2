package org.stride.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a notebook as Jupyter does: format 4.5 or, if it was read in a later one, that; keys sorted, one blank for each level, code as
 * a list of lines. The same notebook gives the same bytes.
 */
public final class NotebookWriter {
    /** Where Python ends a line, so that Jupyter, when it saves the file, cuts at the same places. */
    private static final Pattern AFTER_LINE =
            Pattern.compile("(?<=\\r\\n)|(?<=\\r)(?!\\n)|(?<=[\\n\\u000b\\f\\u001c-\\u001e\\u0085\\u2028\\u2029])");

    private NotebookWriter() {}

    public static byte[] write(Notebook notebook) {
        Json.Fields all = notebook.rest()
                .with("nbformat", Notebook.MAJOR)
                .with("nbformat_minor", Math.max(Notebook.MINOR, notebook.minor()))
                .with("metadata", notebook.metadata())
                .with("cells", new Json.Items(cells(notebook.cells())));
        return (JsonPrinter.print(all) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<Json> cells(List<Cell> cells) {
        Set<String> taken = new HashSet<>();
        cells.forEach(cell -> {
            if (cell.id() != null) {
                taken.add(cell.id());
            }
        });
        Set<String> given = new HashSet<>();
        List<Json> written = new ArrayList<>();
        for (Cell cell : cells) {
            String id = cell.id();
            if (id == null || !Cell.ID.matcher(id).matches() || !given.add(id)) {
                id = free("cell-" + (written.size() + 1), taken);
                taken.add(id);
                given.add(id);
            }
            written.add(cell(cell, id));
        }
        return written;
    }

    private static String free(String wanted, Set<String> taken) {
        String id = wanted;
        for (int more = 2; taken.contains(id); more++) {
            id = wanted + "-" + more;
        }
        return id;
    }

    private static Json.Fields cell(Cell cell, String id) {
        Json.Fields all = cell.rest()
                .with("cell_type", cell.type())
                .with("id", id)
                .with("metadata", cell.metadata())
                .with("source", lines(cell.source()));
        if (!cell.isCode()) {
            return all;
        }
        Json.Fields withOutputs = all.has("outputs") ? all : all.with("outputs", Json.Items.none());
        return withOutputs.has("execution_count")
                ? withOutputs
                : withOutputs.with("execution_count", Json.Nothing.NULL);
    }

    private static Json.Items lines(String source) {
        List<Json> lines = new ArrayList<>();
        for (String line : AFTER_LINE.split(source, -1)) {
            if (!line.isEmpty()) {
                lines.add(new Json.Text(line));
            }
        }
        return new Json.Items(lines);
    }
}
