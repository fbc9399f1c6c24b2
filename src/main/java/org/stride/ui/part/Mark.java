package org.stride.ui.part;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a line of source.
 *
 * @param line counted from 1
 * @param column where on the line it begins, counted from 1 in characters of Java; null means the whole line
 * @param message plain text, with line breaks if need be
 * @param variables what the names on the line stood for, as Python prints it
 */
public record Mark(int line, @Nullable Integer column, Severity severity, String message, List<Variable> variables) {
    /** How grave it is. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** A name and the value that it had. */
    public record Variable(String name, String value) {
        public Variable {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    public Mark {
        if (line < 1 || (column != null && column < 1)) {
            throw new IllegalArgumentException("Mark: lines and columns count from 1, not " + line + ", " + column);
        }
        variables = List.copyOf(variables);
    }

    /** A mark of a whole line. */
    public static Mark of(int line, Severity severity, String message) {
        return new Mark(line, null, severity, message, List.of());
    }

    /** Marks as the page takes them, each with the text of its line, by which the page finds the line after an edit. */
    static List<OnPage> on(String source, List<Mark> marks) {
        List<String> lines = source.lines().toList();
        return marks.stream().map(mark -> mark.on(lines)).toList();
    }

    private OnPage on(List<String> lines) {
        return new OnPage(
                line,
                column,
                line <= lines.size() ? lines.get(line - 1) : null,
                severity.name().toLowerCase(Locale.ROOT),
                message,
                variables);
    }

    record OnPage(
            int line,
            @Nullable Integer column,
            @Nullable String text,
            String severity,
            String message,
            List<Variable> variables) {}
}
