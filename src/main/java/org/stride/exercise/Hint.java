package org.stride.exercise;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A word that helps on, without saying everything. Its truth is part of it: cards, an example that is run, or both.
 *
 * @param id unique within the exercise, and for ever: it is what is written down when a learner takes it
 * @param texts what it says, by the language; code stands in backticks
 * @param mistakes the flaws for which it is offered before its turn
 * @param contrasts cards that show what it says
 * @param example {@code null} if there is none
 */
public record Hint(
        String id,
        Map<String, String> texts,
        List<String> mistakes,
        List<Contrast> contrasts,
        @Nullable Example example) {
    /** The languages in which every hint is written. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    public Hint {
        texts = Map.copyOf(texts);
        mistakes = List.copyOf(mistakes);
        contrasts = List.copyOf(contrasts);
        if (contrasts.isEmpty() && example == null) {
            throw new IllegalArgumentException("hint " + id + ": nothing shows that it is true");
        }
    }

    /** In this language, or in English if it is not written in it. */
    public String text(String language) {
        String english = texts.getOrDefault("en", "");
        return texts.getOrDefault(language, english);
    }

    /**
     * Two cards of which one passes and one fails: what tells them apart is what the hint speaks of.
     *
     * @param right the id of a strategy, whose listing has {@code says}
     * @param wrong the id of a flaw, whose listing has it not
     * @param unlike what the flaw's listing has and the strategy's has not; {@code null} if it need not be anything
     */
    public record Contrast(
            String right,
            String wrong,
            String says,
            @Nullable String unlike) {}

    /**
     * A few lines of NumPy in which the exercise's function may be called.
     *
     * @param prints what they print when every function is right
     */
    public record Example(String code, String prints) {}
}
