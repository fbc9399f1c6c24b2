package org.stride.autograder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stride.grading.file.Outline.Origin;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;
import org.stride.report.Place;

/** Places of a file as people find them. For one thread. */
final class Places {
    private static final int LONGEST = 200;

    private final SourceFile file;
    /** The lines of those cells that something was found in, by the cell's place. */
    private final Map<Integer, List<String>> lines = new HashMap<>();

    Places(SourceFile file) {
        this.file = file;
    }

    Place of(Origin origin) {
        int place = Math.min(origin.cell(), file.cells().size() - 1);
        CodeCell cell = file.cells().get(place);
        List<String> all =
                lines.computeIfAbsent(place, p -> List.of(cell.source().split("\n", -1)));
        return new Place(
                file.kind() == SourceFile.Kind.NOTEBOOK ? cell.number() : null,
                Math.max(1, origin.line()),
                code(all, origin.line()));
    }

    private static String code(List<String> lines, int line) {
        String text = line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
