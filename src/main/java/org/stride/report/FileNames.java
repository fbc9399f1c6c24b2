package org.stride.report;

import org.jspecify.annotations.Nullable;

/** Names of files as they came: words in a report, which no file of ours is ever called by. */
public final class FileNames {
    private static final String NAMELESS = "file";
    private static final int LONGEST = 100;

    private FileNames() {}

    /** The last part of a path, in characters that can be seen. */
    public static String shown(@Nullable String name) {
        String path = name == null ? "" : name;
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        StringBuilder shown = new StringBuilder();
        last.codePoints().filter(FileNames::canBeSeen).limit(LONGEST).forEach(shown::appendCodePoint);
        String text = shown.toString().strip();
        return text.replace(".", "").isEmpty() ? NAMELESS : text;
    }

    private static boolean canBeSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
