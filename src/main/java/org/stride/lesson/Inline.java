package org.stride.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands within a line of a lesson. */
public sealed interface Inline {
    /**
     * Words. A line break of the file is a {@code \n} in them.
     *
     * @param line where they begin, from 1
     */
    record Text(String text, int line) implements Inline {
        /** The words in one line: between Chinese characters, which have no spaces, a line break is nothing. */
        public String joined() {
            return text.replaceAll("(?<=[\\p{IsHan}、-〿！-～])\n(?=[\\p{IsHan}、-〿！-～])", "")
                    .replace('\n', ' ');
        }
    }

    record Emphasis(boolean strong, List<Inline> words) implements Inline {
        public Emphasis {
            words = List.copyOf(words);
        }
    }

    record Code(String text) implements Inline {}

    /** A formula in LaTeX. */
    record Formula(String latex) implements Inline {}

    /**
     * A number that follows from data.
     *
     * @param shown as it stands in the text
     * @param expression what it must equal, see {@link Claims}
     */
    record Claim(String shown, String expression, int line) implements Inline {}

    /** A way to another page. */
    record Link(String destination, List<Inline> words) implements Inline {
        public Link {
            words = List.copyOf(words);
        }
    }

    /** This, and whatever stands within it. */
    default Stream<Inline> all() {
        return switch (this) {
            case Emphasis emphasis -> Stream.concat(Stream.of(this), all(emphasis.words()));
            case Link link -> Stream.concat(Stream.of(this), all(link.words()));
            case Text text -> Stream.of(text);
            case Code code -> Stream.of(code);
            case Formula formula -> Stream.of(formula);
            case Claim claim -> Stream.of(claim);
        };
    }

    /** All of these, and whatever stands within them. */
    static Stream<Inline> all(List<Inline> words) {
        return words.stream().flatMap(Inline::all);
    }

    /** The words alone. */
    static String plain(List<Inline> words) {
        return all(words)
                .map(word -> switch (word) {
                    case Text text -> text.joined();
                    case Code code -> code.text();
                    case Formula formula -> formula.latex();
                    case Claim claim -> claim.shown();
                    case Emphasis emphasis -> "";
                    case Link link -> "";
                })
                .collect(Collectors.joining());
    }
}
