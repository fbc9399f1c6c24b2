package org.stride.python;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where in the learner’s own code an exception came up; frames of libraries are left out.
 *
 * @param frames innermost last; none if none of the learner’s lines was under way
 * @param variables the innermost frame’s variables that have a short text, by name
 */
public record Traceback(List<Frame> frames, SequencedMap<String, String> variables) {
    /** Nothing is known. */
    public static final Traceback NONE = new Traceback(List.of(), new LinkedHashMap<>());

    public Traceback {
        frames = List.copyOf(frames);
        variables = new LinkedHashMap<>(variables);
    }

    /** Which text a line belongs to. */
    public enum Part {
        CODE,
        CELL
    }

    /**
     * One function under way.
     *
     * @param function its name; {@code <module>} outside of all functions
     * @param line counted from 1
     */
    public record Frame(Part part, String function, int line) {}

    /** The frame in which it came up, or {@code null} if none is known. */
    public @Nullable Frame innermost() {
        return frames.isEmpty() ? null : frames.getLast();
    }

    /** The line in which it came up, counted from 1; 0 if none is known. */
    public int line() {
        return frames.isEmpty() ? 0 : frames.getLast().line();
    }

    /** The variables, in the order of their first assignment. */
    @Override
    public SequencedMap<String, String> variables() {
        return new LinkedHashMap<>(variables);
    }

    static Traceback of(List<Frame> frames, Map<String, String> variables) {
        return new Traceback(frames, new LinkedHashMap<>(variables));
    }
}
