package org.stride.grading;

import java.util.List;
import java.util.stream.IntStream;
import org.stride.exercise.Parameter;

/**
 * Which axes of a part count examples, rows, columns and channels; -1 where none does. The gradient of the filters, say, has
 * neither examples nor rows of an image.
 */
record ImageAxes(int example, int row, int column, int channel) {
    static ImageAxes of(List<Parameter> parts, String part) {
        List<String> names = Parameter.find(parts, part).map(Parameter::axes).orElse(List.of());
        return new ImageAxes(
                names.indexOf("m"),
                first(names, "n_H"),
                first(names, "n_W"),
                names.size() == 4 ? first(names, "n_C") : -1);
    }

    private static int first(List<String> names, String beginning) {
        return IntStream.range(0, names.size())
                .filter(axis -> names.get(axis).startsWith(beginning) && names.contains("m"))
                .findFirst()
                .orElse(-1);
    }

    boolean image() {
        return row >= 0 && column >= 0;
    }
}
