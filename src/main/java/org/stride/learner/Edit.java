package org.stride.learner;

import java.util.regex.Pattern;

/**
 * A text on its way from an editor to the database.
 *
 * @param base the revision that it grew out of; 0 if there was none
 * @param editor one editor of one tab
 * @param sequence that editor's count of its saves of this exercise
 */
public record Edit(String text, long base, String editor, long sequence) {
    /** The longest text that is kept, in characters. */
    public static final int MAX_LENGTH = 100_000;

    private static final Pattern EDITOR = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public Edit {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "text: expected at most " + MAX_LENGTH + " characters, got " + text.length());
        }
        if (!EDITOR.matcher(editor).matches()) {
            throw new IllegalArgumentException("editor: expected 1 to 64 letters, digits and hyphens");
        }
        if (base < 0 || sequence < 0) {
            throw new IllegalArgumentException("base and sequence: expected 0 or more, got " + base + ", " + sequence);
        }
    }
}
