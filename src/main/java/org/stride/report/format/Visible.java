package org.stride.report.format;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Shows the characters that a terminal, an editor or a parser would obey or refuse, as Python writes them: {@code \x1b},
 * {@code \u202e}.
 */
final class Visible {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private Visible() {}

    /** For one line: its breaks and tabs are shown too. */
    static String line(String text) {
        return shown(text, c -> false);
    }

    /** For a paragraph: line breaks stay, each as {@code \n}, and a tab becomes four spaces. */
    static String paragraph(String text) {
        return shown(text.replace("\r\n", "\n").replace("\t", "    "), c -> c == '\n');
    }

    /** For a cell of a table, which keeps its line breaks and tabs. */
    static String cell(String text) {
        return shown(text, c -> c == '\n' || c == '\r' || c == '\t');
    }

    private static String shown(String text, IntPredicate kept) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (kept.test(c) || !isObeyed(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(escape(c));
            }
        });
        return shown.toString();
    }

    /** Whether a character does something, or cannot be written, instead of being seen. */
    static boolean isObeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // The two joiners only shape the letters beside them: Persian and emoji need them.
            case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
            default -> isNoCharacter(c);
        };
    }

    private static boolean isNoCharacter(int c) {
        return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
        };
    }
}
