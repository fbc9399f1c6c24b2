package org.stride.autograder;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stride.autograder.Assignment.Task;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * An instructor's assignment, in YAML or JSON. A function that is left out is not part of it.
 *
 * <pre>{@code
 * zero_pad: 10
 * conv_backward: {points: 5, optional: true}
 * }</pre>
 */
public final class PointsFile {
    private static final Set<String> FIELDS = Set.of("points", "optional");

    private PointsFile() {}

    /**
     * Reads an assignment.
     *
     * @throws IllegalArgumentException naming what is wrong with the text, and what was expected
     */
    public static Assignment parse(String text, Catalogue catalogue) {
        if (!(load(text) instanceof Map<?, ?> entries) || entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "points: expected a function and its points in each line, such as 'zero_pad: 10'");
        }
        List<String> names = catalogue.exercises().stream().map(Exercise::name).toList();
        entries.keySet().forEach(name -> {
            if (!names.contains(String.valueOf(name))) {
                throw new IllegalArgumentException(
                        "points: there is no function " + name + "; there are " + String.join(", ", names));
            }
        });
        SequencedMap<String, Task> tasks = new LinkedHashMap<>();
        for (String name : names) {
            if (entries.containsKey(name)) {
                tasks.put(name, task(name, entries.get(name)));
            }
        }
        return new Assignment(tasks);
    }

    /** What {@link #parse} reads as this assignment: a line for each function. */
    public static String format(Assignment assignment) {
        StringBuilder lines = new StringBuilder();
        assignment.tasks().forEach((name, task) -> {
            String points = new BigDecimal(Double.toString(task.points()))
                    .stripTrailingZeros()
                    .toPlainString();
            lines.append(name)
                    .append(": ")
                    .append(task.optional() ? "{points: " + points + ", optional: true}" : points)
                    .append('\n');
        });
        return lines.toString();
    }

    private static @Nullable Object load(String text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("points: this is neither YAML nor JSON: " + e.getMessage(), e);
        }
    }

    private static Task task(String name, @Nullable Object value) {
        if (value instanceof Number points) {
            return new Task(points(name, points), false);
        }
        if (value instanceof Map<?, ?> fields && fields.get("points") instanceof Number points) {
            Set<String> unknown = new TreeSet<>();
            fields.keySet().forEach(key -> unknown.add(String.valueOf(key)));
            unknown.removeAll(FIELDS);
            Object optional = fields.get("optional");
            if (unknown.isEmpty() && (optional == null || optional instanceof Boolean)) {
                return new Task(points(name, points), Boolean.TRUE.equals(optional));
            }
        }
        throw new IllegalArgumentException(
                "points: expected for " + name + " a number, or {points: number, optional: true}, got " + value);
    }

    private static double points(String name, Number points) {
        double value = points.doubleValue();
        if (!(value >= 0) || value > 1e6) {
            throw new IllegalArgumentException(
                    "points: expected for " + name + " a number from 0 to 1000000, got " + points);
        }
        return value;
    }
}
