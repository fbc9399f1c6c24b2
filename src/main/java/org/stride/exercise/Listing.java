package org.stride.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * NumPy source for reading.
 *
 * @param code the function as a learner would write it
 * @param decisiveLines the lines, counted from 1, in which it differs from its siblings
 */
public record Listing(String code, List<Integer> decisiveLines) {
    /** Ends a decisive line in a listing's file; not part of the code. */
    private static final String MARKER = "  #:";

    public Listing {
        decisiveLines = List.copyOf(decisiveLines);
    }

    static Listing parse(String text) {
        List<String> lines = new ArrayList<>();
        List<Integer> decisive = new ArrayList<>();
        for (String line : text.stripTrailing().split("\n", -1)) {
            if (line.endsWith(MARKER)) {
                decisive.add(lines.size() + 1);
            }
            lines.add(line.endsWith(MARKER) ? line.substring(0, line.length() - MARKER.length()) : line);
        }
        return new Listing(String.join("\n", lines) + "\n", decisive);
    }

    /** The decisive lines alone; neighbours keep their indentation among themselves, which sometimes is the whole mistake. */
    public String excerpt() {
        List<String> lines = code.lines().toList();
        List<String> decisive =
                decisiveLines.stream().map(line -> lines.get(line - 1)).toList();
        boolean neighbours = decisiveLines.getLast() - decisiveLines.getFirst() == decisiveLines.size() - 1;
        return neighbours
                ? String.join("\n", decisive).stripIndent()
                : decisive.stream().map(String::strip).collect(Collectors.joining("\n"));
    }
}
