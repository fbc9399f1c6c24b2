package org.stride.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a figure:
 *
 * <pre>{@code
 * name: edge
 * operation: conv_forward
 * arguments: {A_prev: [[3, 0, 1], [1, 5, 8]], W: [[1, -1], [1, -1]], b: 0, stride: 1, pad: 0}
 * caption: One sentence that says what to look for.
 * }</pre>
 */
final class FigureReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final List<String> KEYS = List.of("name", "operation", "arguments", "caption");

    private final String file;
    private final Catalogue catalogue;

    FigureReader(String file, Catalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
    }

    /**
     * @param line where the block begins, for messages
     * @param words reads a caption
     */
    Figure read(String yaml, int line, Function<String, List<Inline>> words) {
        Map<?, ?> entries = entries(yaml, line);
        for (Object key : entries.keySet()) {
            if (!(key instanceof String text) || !KEYS.contains(text)) {
                throw new LessonException(file, line, "a figure has " + String.join(", ", KEYS) + ", not " + key);
            }
        }
        String name = text(entries, "name", line);
        if (!NAME.matcher(name).matches()) {
            throw new LessonException(file, line, "a figure’s name has letters, digits and '_', got " + name);
        }
        String operation = text(entries, "operation", line);
        Optional<Exercise> exercise = catalogue.find(operation);
        if (exercise.isEmpty() && !operation.equals(Figure.TOUCHES) && !operation.equals(Figure.PICTURE)) {
            throw broken(line, name, "operation must be the name of an exercise, touches or picture, got " + operation);
        }
        if (!(entries.get("arguments") instanceof Map<?, ?> arguments)) {
            throw broken(line, name, "arguments must be a mapping, got " + entries.get("arguments"));
        }
        List<Inline> caption = words.apply(text(entries, "caption", line));
        try {
            return FigureMaker.make(name, operation, exercise, new FigureData(arguments), caption);
        } catch (IllegalArgumentException e) {
            throw broken(line, name, e.getMessage());
        }
    }

    private Map<?, ?> entries(String yaml, int line) {
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            if (root instanceof Map<?, ?> entries) {
                return entries;
            }
            throw new LessonException(file, line, "a figure must be a mapping in YAML, got " + root);
        } catch (MarkedYAMLException e) {
            int within = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new LessonException(file, line + within, "a figure must be YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new LessonException(file, line, "a figure must be YAML: " + e.getMessage());
        }
    }

    private String text(Map<?, ?> entries, String key, int line) {
        Object value = entries.get(key);
        if (!(value instanceof String text) || text.isBlank()) {
            throw new LessonException(file, line, "a figure’s " + key + " must be a text, got " + value);
        }
        return text.strip();
    }

    private LessonException broken(int line, String name, @Nullable String fault) {
        return new LessonException(file, line, "figure " + name + ": " + fault);
    }
}
