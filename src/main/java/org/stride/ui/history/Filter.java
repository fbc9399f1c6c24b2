package org.stride.ui.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.stride.learner.Summary;

/** What of a history is listed. */
enum Filter {
    ALL,
    CODE,
    CARDS,
    PASSED;

    boolean lets(Summary entry) {
        return switch (this) {
            case ALL -> true;
            case CODE -> !entry.ofCard();
            case CARDS -> entry.ofCard();
            case PASSED -> Boolean.TRUE.equals(entry.passed());
        };
    }

    String key() {
        return switch (this) {
            case ALL -> "history.filter.all";
            case CODE -> "history.filter.code";
            case CARDS -> "history.filter.cards";
            case PASSED -> "history.filter.passed";
        };
    }

    /** As it stands in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Filter> of(String word) {
        return Arrays.stream(values())
                .filter(filter -> filter.word().equals(word))
                .findFirst();
    }
}
