package org.stride.autograder;

import java.util.List;
import org.stride.grading.file.Outline.Origin;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;
import org.stride.report.Place;

/** Places of a file as people find them. */
final class Places {
    private static final int LONGEST = 200;

    private final SourceFile file;

    Places(SourceFile file) {
        this.file = file;
    }

    Place of(Origin origin) {
        CodeCell cell = file.cells().get(Math.min(origin.cell(), file.cells().size() - 1));
        return new Place(
                file.kind() == SourceFile.Kind.NOTEBOOK ? cell.number() : null,
                Math.max(1, origin.line()),
                code(cell, origin.line()));
    }

    private static String code(CodeCell cell, int line) {
        List<String> lines = List.of(cell.source().split("\n", -1));
        String text = line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
