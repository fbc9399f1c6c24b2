package org.stride.ui.exercise;

import java.util.List;
import java.util.stream.IntStream;
import org.stride.exercise.Parameter;

/** Names the axes of arrays. */
final class Axes {
    private Axes() {}

    /** The names that the parameter, or the part of a tuple such as {@code cache[0]}, gives them; their numbers otherwise. */
    static List<String> of(List<Parameter> parameters, String part, int rank) {
        List<String> names =
                Parameter.find(parameters, part).map(Parameter::axes).orElse(List.of());
        return names.size() == rank
                ? names
                : IntStream.range(0, rank).mapToObj(Integer::toString).toList();
    }
}
