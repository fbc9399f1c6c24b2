package org.stride.grading.file;

import java.util.List;
import org.stride.grading.file.Outline.Origin;

/**
 * A function with the code that it needs, as long as all cells of its file together; what it does not need is empty.
 *
 * @param starts of each cell, the line of the program where it begins, from 1
 * @param inserted where in the file the last of these cells were taken from, out of a text
 */
public record Program(String source, List<Integer> starts, List<Origin> inserted) {
    /** Of a function that is not run. */
    static final Program NONE = new Program("", List.of(), List.of());

    public Program {
        starts = List.copyOf(starts);
        inserted = List.copyOf(inserted);
    }

    /** Where in the file a line of the program is. */
    public Origin origin(int line) {
        int cell = starts.size() - 1;
        while (cell > 0 && starts.get(cell) > line) {
            cell--;
        }
        return cell < 0
                ? new Origin(0, line)
                : given(new Origin(cell, line - starts.get(cell) + 1), starts.size(), inserted);
    }

    /** A place in the file as it was given, for one in an inserted cell that of the text it was in. */
    static Origin given(Origin origin, int cells, List<Origin> inserted) {
        int place = origin.cell() - (cells - inserted.size());
        return place < 0 ? origin : inserted.get(place);
    }
}
