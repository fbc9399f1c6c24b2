package org.stride.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stride.exercise.Catalogue;

/**
 * A text of about two screens: a title, sections, and in them words, formulas, tables, code and figures.
 *
 * <p>Its file is CommonMark with tables: one {@code #} title, sections under {@code ##}. Formulas stand between {@code $} signs, or
 * {@code $$} on lines of their own. A number that follows from data is a link whose destination begins with {@code =}, such as
 * {@code [-5](=edge.Z[0,0])}, see {@link Claims}. A fenced block with the word {@code figure} holds a {@link Figure} in YAML.
 *
 * @param file where it was read
 * @param opening what stands before the first section
 */
public record Lesson(String file, String title, List<Block> opening, List<Section> sections) {
    public Lesson {
        opening = List.copyOf(opening);
        sections = List.copyOf(sections);
    }

    /** What stands under one heading. */
    public record Section(List<Inline> heading, List<Block> blocks) {
        public Section {
            heading = List.copyOf(heading);
            blocks = List.copyOf(blocks);
        }

        /** The heading's words alone. */
        public String title() {
            return Inline.plain(heading);
        }
    }

    /**
     * Reads a lesson.
     *
     * @param file what messages call it
     * @throws LessonException naming file and line, and what was expected there
     */
    public static Lesson parse(String file, String text, Catalogue catalogue) {
        return new LessonParser(file, new FigureReader(file, catalogue)).parse(text);
    }

    /** Every block, also those within others, in the order of the text. */
    public Stream<Block> blocks() {
        return Stream.concat(
                Block.all(opening), sections.stream().map(Section::blocks).flatMap(Block::all));
    }

    /** Everything within lines, in the order of the text but for the headings of sections, which come last. */
    public Stream<Inline> words() {
        return Stream.concat(
                blocks().flatMap(Block::inlines),
                sections.stream().map(Section::heading).flatMap(Inline::all));
    }

    public List<Figure> figures() {
        return blocks().filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .map(Block.Picture::figure)
                .toList();
    }

    public Optional<Figure> figure(String name) {
        return figures().stream().filter(figure -> figure.name().equals(name)).findFirst();
    }

    public List<Inline.Claim> claims() {
        return words().filter(Inline.Claim.class::isInstance)
                .map(Inline.Claim.class::cast)
                .toList();
    }
}
