package org.stride.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns what stands within a line into words, formulas and claims. */
final class InlineReader {
    private final String file;
    private final int captionLine;

    InlineReader(String file) {
        this(file, 0);
    }

    /** For a caption, whose lines are all told as that of its figure. */
    InlineReader(String file, int captionLine) {
        this.file = file;
        this.captionLine = captionLine;
    }

    List<Inline> read(Node parent) {
        List<Inline> words = new ArrayList<>();
        for (Node node : LessonParser.children(parent)) {
            add(words, inline(node));
        }
        return words;
    }

    /** Words beside words become one stretch: the parser cuts them wherever a sign could have meant something. */
    private static void add(List<Inline> words, Inline next) {
        if (next instanceof Inline.Text text && !words.isEmpty() && words.getLast() instanceof Inline.Text before) {
            words.set(words.size() - 1, new Inline.Text(before.text() + text.text(), before.line()));
        } else {
            words.add(next);
        }
    }

    private Inline inline(Node node) {
        return switch (node) {
            case Text text -> text(text);
            case SoftLineBreak end -> new Inline.Text("\n", line(end));
            case HardLineBreak end -> new Inline.Text("\n", line(end));
            case Code code -> new Inline.Code(code.getLiteral());
            case FormulaSyntax.FormulaNode formula -> new Inline.Formula(formula.latex());
            case Emphasis emphasis -> new Inline.Emphasis(false, read(emphasis));
            case StrongEmphasis emphasis -> new Inline.Emphasis(true, read(emphasis));
            case Link link
            when link.getDestination().startsWith("=") ->
                new Inline.Claim(Inline.plain(read(link)), link.getDestination().substring(1), line(link));
            case Link link -> new Inline.Link(link.getDestination(), read(link));
            default ->
                throw new LessonException(
                        file,
                        line(node),
                        "a line has words, emphasis, code, links, formulas and claims, not " + kind(node));
        };
    }

    private Inline text(Text text) {
        String words = text.getLiteral();
        if (words.contains("$")) {
            throw new LessonException(
                    file, line(text), "a formula begins and ends with '$' within a paragraph, got: " + words);
        }
        return new Inline.Text(words, line(text));
    }

    private int line(Node node) {
        return captionLine > 0 ? captionLine : LessonParser.line(node);
    }

    /** What a writer would call it. */
    static String kind(Node node) {
        return switch (node.getClass().getSimpleName()) {
            case "HtmlBlock", "HtmlInline" -> "HTML";
            case "ThematicBreak" -> "a horizontal rule";
            case "IndentedCodeBlock" -> "indented code";
            case "Image" -> "an image";
            case "Heading" -> "a heading of four or more '#'";
            default -> node.getClass().getSimpleName();
        };
    }
}
