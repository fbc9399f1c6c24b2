package org.stride.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Turns the file of a lesson into blocks. What a lesson may not hold, such as HTML, is named by its line. */
final class LessonParser {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), new FormulaSyntax());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final int TITLE = 1;
    private static final int SECTION = 2;
    private static final int PART = 3;

    private final String file;
    private final FigureReader figures;
    private final InlineReader inlines;
    private final Set<String> figureNames = new HashSet<>();

    private @Nullable String title;
    private final List<Block> opening = new ArrayList<>();
    private final List<Lesson.Section> sections = new ArrayList<>();
    private @Nullable List<Inline> heading;
    private List<Block> blocks = opening;

    LessonParser(String file, FigureReader figures) {
        this.file = file;
        this.figures = figures;
        this.inlines = new InlineReader(file);
    }

    Lesson parse(String text) {
        for (Node node : children(PARSER.parse(text))) {
            if (node instanceof Heading found && found.getLevel() <= SECTION) {
                begin(found);
            } else if (title == null) {
                throw new LessonException(file, line(node), "must begin with a title, '# …'");
            } else {
                blocks.add(block(node));
            }
        }
        endSection();
        if (title == null) {
            throw new LessonException(file, 1, "must begin with a title, '# …'");
        }
        return new Lesson(file, title, opening, sections);
    }

    private void begin(Heading found) {
        if (found.getLevel() == TITLE) {
            if (title != null) {
                throw new LessonException(file, line(found), "a lesson has one title: write '##' before a section");
            }
            title = Inline.plain(inlines.read(found));
            return;
        }
        if (title == null) {
            throw new LessonException(file, line(found), "must begin with a title, '# …'");
        }
        endSection();
        heading = inlines.read(found);
        blocks = new ArrayList<>();
    }

    private void endSection() {
        if (heading != null) {
            sections.add(new Lesson.Section(heading, blocks));
        }
    }

    private List<Block> blocks(Node parent) {
        return children(parent).stream().map(this::block).toList();
    }

    private Block block(Node node) {
        return switch (node) {
            case Heading found when found.getLevel() == PART -> new Block.Subheading(inlines.read(found));
            case Paragraph paragraph -> new Block.Paragraph(inlines.read(paragraph));
            case BulletList list -> new Block.Points(false, 1, items(list));
            case OrderedList list -> {
                Integer first = list.getMarkerStartNumber();
                yield new Block.Points(true, first == null ? 1 : first, items(list));
            }
            case BlockQuote quote -> new Block.Quote(blocks(quote));
            case TableBlock table -> table(table);
            case FencedCodeBlock code -> fenced(code);
            case FormulaSyntax.FormulaBlockNode formula -> {
                if (!formula.closed() || formula.latex().isEmpty()) {
                    throw new LessonException(file, line(node), "a formula that begins with '$$' must end with '$$'");
                }
                yield new Block.Formula(formula.latex());
            }
            default ->
                throw new LessonException(
                        file,
                        line(node),
                        "a lesson has paragraphs, lists, tables, quotes, fenced code, formulas, figures, and headings"
                                + " of up to three '#', not " + InlineReader.kind(node));
        };
    }

    private List<List<Block>> items(ListBlock list) {
        return children(list).stream().map(this::blocks).toList();
    }

    private Block table(TableBlock table) {
        List<List<Inline>> head = new ArrayList<>();
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Node part : children(table)) {
            for (Node row : children(part)) {
                List<List<Inline>> cells = cells(row);
                if (part instanceof TableHead) {
                    head.addAll(cells);
                } else {
                    rows.add(cells);
                }
            }
        }
        return new Block.Table(head, rows);
    }

    private List<List<Inline>> cells(Node row) {
        if (!(row instanceof TableRow)) {
            throw new LessonException(file, line(row), "a table has rows of cells");
        }
        return children(row).stream()
                .map(TableCell.class::cast)
                .map(inlines::read)
                .toList();
    }

    private Block fenced(FencedCodeBlock code) {
        String word = code.getInfo() == null ? "" : code.getInfo().strip();
        if (!word.equals("figure")) {
            return new Block.Code(word, code.getLiteral());
        }
        int line = line(code);
        Figure figure = figures.read(code.getLiteral(), line, caption -> caption(caption, line));
        if (!figureNames.add(figure.name())) {
            throw new LessonException(file, line, "another figure of this lesson is named " + figure.name());
        }
        return new Block.Picture(figure);
    }

    /** A caption is one paragraph, and may hold whatever a line may. */
    private List<Inline> caption(String text, int line) {
        List<Node> parts = children(PARSER.parse(text));
        if (parts.size() != 1 || !(parts.getFirst() instanceof Paragraph paragraph)) {
            throw new LessonException(file, line, "a caption is one paragraph, got: " + text);
        }
        return new InlineReader(file, line).read(paragraph);
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** The line of the file on which a node begins, from 1. */
    static int line(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().getFirst().getLineIndex() + 1;
            }
        }
        return 1;
    }
}
