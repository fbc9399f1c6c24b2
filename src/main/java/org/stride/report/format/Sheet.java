package org.stride.report.format;

import java.util.List;

/** Collects the lines of a report, wrapped and indented. Whatever is put on it, only its own colours reach a terminal. */
final class Sheet {
    static final int WIDTH = 100;

    private final boolean colour;
    private final StringBuilder lines = new StringBuilder();

    Sheet(boolean colour) {
        this.colour = colour;
    }

    void blank() {
        lines.append('\n');
    }

    void paragraph(Paint paint, int indent, String text) {
        Wrap.lines(text, WIDTH - indent).forEach(line -> put(" ".repeat(indent) + painted(paint, line)));
    }

    void paragraph(int indent, String text) {
        paragraph(Paint.PLAIN, indent, text);
    }

    /** A lead, such as a label, with a text beside it; the lead stands in a line of its own if the text leaves it no room. */
    void hanging(Paint paint, String lead, int indent, String text) {
        String shown = Visible.line(lead);
        List<String> wrapped = Wrap.lines(text, WIDTH - indent);
        int room = indent - Wrap.length(shown);
        if (room <= 0) {
            put(painted(paint, shown));
            wrapped.forEach(line -> put(" ".repeat(indent) + line));
        } else {
            put(painted(paint, shown) + " ".repeat(room) + wrapped.getFirst());
            wrapped.stream().skip(1).forEach(line -> put(" ".repeat(indent) + line));
        }
    }

    /** A line of code: never wrapped, but cut. */
    void code(int indent, String code) {
        String shown = Visible.line(Wrap.cut(code.strip(), WIDTH).replace('\t', ' '));
        put(" ".repeat(indent) + Wrap.cut(shown, WIDTH - indent));
    }

    /** One line whose columns are filled in already. */
    void row(Paint paint, String text) {
        put(painted(paint, Visible.line(text).stripTrailing()));
    }

    void heading(String text) {
        List<String> wrapped = Wrap.lines(Visible.line(text), WIDTH);
        wrapped.forEach(line -> put(painted(Paint.STRONG, line)));
        put("─".repeat(Wrap.length(wrapped.getLast())));
    }

    private void put(String line) {
        lines.append(line.stripTrailing()).append('\n');
    }

    private String painted(Paint paint, String text) {
        return colour ? paint.on(text) : text;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
