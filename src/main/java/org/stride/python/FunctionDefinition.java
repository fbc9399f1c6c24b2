package org.stride.python;

import java.util.List;

/**
 * A function that a learner’s code defines.
 *
 * @param line counted from 1
 * @param parameters their names, in order
 */
public record FunctionDefinition(String name, int line, List<String> parameters) {
    public FunctionDefinition {
        parameters = List.copyOf(parameters);
    }
}
