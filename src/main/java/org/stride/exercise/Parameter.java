package org.stride.exercise;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a signature, or one part of what the function returns.
 *
 * @param axes the names of an array's axes, such as {@code m, n_H, n_W, n_C}; empty where it is no array
 * @param type what it is where it is no array, in Python's terms, such as {@code int}
 * @param parts the parts of a tuple, such as those of a cache; empty where it is none
 */
public record Parameter(
        String name, List<String> axes, @Nullable String type, List<Parameter> parts) {
    public Parameter {
        axes = List.copyOf(axes);
        parts = List.copyOf(parts);
    }

    /** The parameter that a path such as {@code Z} or {@code cache[0]} leads to. */
    public static Optional<Parameter> find(List<Parameter> parameters, String path) {
        int bracket = path.indexOf('[');
        String first = bracket < 0 ? path : path.substring(0, bracket);
        Optional<Parameter> outer =
                parameters.stream().filter(p -> p.name().equals(first)).findFirst();
        return bracket < 0
                ? outer
                : outer.map(p -> p.parts().get(Integer.parseInt(path.substring(bracket + 1, path.indexOf(']')))));
    }

    /** The shape as a learner reads it, such as {@code (m, n_H, n_W, n_C)}, or the type. */
    public String shape() {
        if (type != null) {
            return type;
        }
        return axes.size() == 1 ? "(" + axes.getFirst() + ",)" : "(" + String.join(", ", axes) + ")";
    }
}
