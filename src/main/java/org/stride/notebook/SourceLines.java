package org.stride.notebook;

/** Puts together a source that stands as a list of lines. In format 4 each line has its end; in format 3 some programs left all out. */
final class SourceLines {
    private final StringBuilder text = new StringBuilder();
    private final boolean formatThree;
    private boolean any;
    private String between = "";

    SourceLines(boolean formatThree) {
        this.formatThree = formatThree;
    }

    void add(String line) {
        if (any) {
            text.append(between);
        } else if (formatThree && !line.endsWith("\n") && !line.endsWith("\r")) {
            between = "\n";
        }
        any = true;
        text.append(line);
    }

    int length() {
        return text.length();
    }

    String joined() {
        return text.toString();
    }
}
