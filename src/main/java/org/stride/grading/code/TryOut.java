package org.stride.grading.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.python.Traceback.Part;
import org.stride.python.Warning;

/**
 * What typed code did when it was tried out with a scratch cell.
 *
 * @param output everything that was printed, the value of the cell's last line included
 * @param value of the cell's last line; {@link Value#NONE} if there is none
 * @param problem what went wrong; {@code null} if nothing did
 * @param part in which of the two texts the problem's line is
 * @param fault whether it was ours
 */
public record TryOut(
        String output,
        List<Warning> warnings,
        Value value,
        @Nullable CodeProblem problem,
        Part part,
        boolean fault) {
    public TryOut {
        warnings = List.copyOf(warnings);
    }
}
