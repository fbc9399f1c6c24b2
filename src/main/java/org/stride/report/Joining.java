package org.stride.report;

import java.util.Collection;
import java.util.List;

/** Puts texts together with the marks and spaces of the reader’s language. */
public final class Joining {
    private Joining() {}

    /** Such as: a, b, c. */
    public static String list(Translator texts, Collection<String> items) {
        return joined(texts, "join.list", items);
    }

    /** For items that hold commas themselves. */
    public static String longList(Translator texts, Collection<String> items) {
        return joined(texts, "join.long_list", items);
    }

    /** One sentence after the other; empty ones are left out. */
    public static String sentences(Translator texts, String... sentences) {
        return joined(
                texts,
                "join.sentences",
                List.of(sentences).stream()
                        .filter(sentence -> !sentence.isEmpty())
                        .toList());
    }

    public static String sentences(Translator texts, Collection<String> sentences) {
        return sentences(texts, sentences.toArray(String[]::new));
    }

    /** Such as: Card C: Fails. */
    public static String labelled(Translator texts, String label, String text) {
        return texts.text("join.labelled", label, text);
    }

    private static String joined(Translator texts, String key, Collection<String> parts) {
        return parts.stream().reduce((a, b) -> texts.text(key, a, b)).orElse("");
    }
}
