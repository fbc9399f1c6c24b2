package org.stride.learner.store;

/**
 * Writes a text so that any database takes it and people can still read it there. PostgreSQL refuses the character 0, and half of a
 * surrogate pair is no character at all; both may be typed or pasted. Each becomes the control character SUB and its four hexadecimal
 * digits, as does SUB itself.
 */
final class Escapes {
    private static final char SUB = '\u001a';
    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;

    private Escapes() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == SUB || isHalf(text, i)) {
                escaped.append(SUB).append(String.format("%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String escaped) {
        int at = escaped.indexOf(SUB);
        if (at < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder(escaped.length());
        int from = 0;
        while (at >= 0) {
            int after = at + 1 + DIGITS;
            text.append(escaped, from, at)
                    .append((char) Integer.parseInt(escaped.substring(at + 1, after), HEXADECIMAL));
            from = after;
            at = escaped.indexOf(SUB, from);
        }
        return text.append(escaped, from, escaped.length()).toString();
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
