package org.stride.grading.file;

import java.util.List;

/**
 * What was found about a file.
 *
 * @param functions one for each exercise that was asked for, in their order
 */
public record FileVerdict(Outline outline, List<FunctionVerdict> functions) {
    public FileVerdict {
        functions = List.copyOf(functions);
    }
}
