package org.stride.ui.exercise;

import java.util.List;
import java.util.stream.IntStream;
import org.stride.exercise.Parameter;

/** Names the axes of arrays. */
final class Axes {
    private Axes() {}

    /** The names that the parameter, or the part of a tuple such as {@code cache[0]}, gives them; their numbers otherwise. */
    static List<String> of(List<Parameter> parameters, String part, int rank) {
        List<String> names = parameters.stream()
                .filter(parameter -> part.equals(parameter.name()) || part.startsWith(parameter.name() + "["))
                .findFirst()
                .map(parameter -> inside(parameter, part))
                .orElse(List.of());
        return names.size() == rank
                ? names
                : IntStream.range(0, rank).mapToObj(Integer::toString).toList();
    }

    private static List<String> inside(Parameter parameter, String part) {
        if (part.equals(parameter.name())) {
            return parameter.axes();
        }
        int place = Integer.parseInt(part.substring(part.indexOf('[') + 1, part.indexOf(']')));
        return parameter.parts().get(place).axes();
    }
}
