package org.stride.report.format;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit, between words where it can. Every character counts as one column wide. */
final class Wrap {
    /** No text of a report is worth more than this many characters, or lines, of a reader's time. */
    private static final int LONGEST = 2_000;

    private static final int MOST_LINES = 40;
    private static final String MORE = "…";

    private Wrap() {}

    /** At least one line, none longer than the width, and nothing in them that a terminal would obey. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : Visible.paragraph(cut(text.strip(), LONGEST))
                .replaceAll("\n{3,}", "\n\n")
                .split("\n", -1)) {
            wrap(line.stripTrailing(), width, lines);
        }
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
        first.add(MORE);
        return first;
    }

    private static void wrap(String line, int width, List<String> lines) {
        String rest = line;
        while (length(rest) > width) {
            int end = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', end);
            int at = space > 0 && !rest.substring(0, space).isBlank() ? space : end;
            lines.add(rest.substring(0, at).stripTrailing());
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
    }

    /** The text if it is short enough, else its beginning with an ellipsis at its end. */
    static String cut(String text, int longest) {
        return text.length() <= longest || length(text) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + MORE;
    }

    /** The text if it is short enough, else its end with an ellipsis before it. */
    static String cutFront(String text, int longest) {
        return length(text) <= longest
                ? text
                : MORE + text.substring(text.offsetByCodePoints(text.length(), 1 - longest));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
