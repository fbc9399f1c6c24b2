package org.stride.lesson;

import java.util.List;
import java.util.stream.Stream;

/** What stands on lines of its own in a lesson. */
public sealed interface Block {
    /** The heading of a part of a section. */
    record Subheading(List<Inline> words) implements Block {
        public Subheading {
            words = List.copyOf(words);
        }
    }

    record Paragraph(List<Inline> words) implements Block {
        public Paragraph {
            words = List.copyOf(words);
        }
    }

    /**
     * A list.
     *
     * @param numbered whether its points have numbers, which then begin at {@code first}
     */
    record Points(boolean numbered, int first, List<List<Block>> items) implements Block {
        public Points {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** A table, whose first row names the columns; each cell is a list of words. */
    record Table(List<List<Inline>> head, List<List<List<Inline>>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** Source code; the language is empty where none is named. */
    record Code(String language, String text) implements Block {}

    /** A formula in LaTeX. */
    record Formula(String latex) implements Block {}

    /** Arrays to look at. */
    record Picture(Figure figure) implements Block {}

    /** This, and the blocks within it. */
    default Stream<Block> all() {
        return switch (this) {
            case Points points ->
                Stream.concat(Stream.of(this), points.items().stream().flatMap(Block::all));
            case Quote quote -> Stream.concat(Stream.of(this), all(quote.blocks()));
            case Subheading heading -> Stream.of(heading);
            case Paragraph paragraph -> Stream.of(paragraph);
            case Table table -> Stream.of(table);
            case Code code -> Stream.of(code);
            case Formula formula -> Stream.of(formula);
            case Picture picture -> Stream.of(picture);
        };
    }

    static Stream<Block> all(List<Block> blocks) {
        return blocks.stream().flatMap(Block::all);
    }

    /** What stands within the lines of this block, but not of those within it. */
    default Stream<Inline> inlines() {
        return switch (this) {
            case Subheading heading -> Inline.all(heading.words());
            case Paragraph paragraph -> Inline.all(paragraph.words());
            case Table table ->
                Stream.concat(Stream.of(table.head()), table.rows().stream())
                        .flatMap(List::stream)
                        .flatMap(Inline::all);
            case Picture picture -> Inline.all(picture.figure().caption());
            case Points points -> Stream.empty();
            case Quote quote -> Stream.empty();
            case Code code -> Stream.empty();
            case Formula formula -> Stream.empty();
        };
    }
}
