package org.stride.rest;

import org.stride.autograder.Assignment;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;

/**
 * Something to be judged.
 *
 * @param name of the file, as the report tells it
 */
record Check(String name, SourceFile file, Assignment assignment) {
    /** How much of it there is, in characters. */
    int length() {
        return file.cells().stream()
                .map(CodeCell::source)
                .mapToInt(String::length)
                .sum();
    }
}
