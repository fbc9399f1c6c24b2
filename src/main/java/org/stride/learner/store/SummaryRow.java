package org.stride.learner.store;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stride.learner.Summary;

/** A row of {@code history} without what is long. */
record SummaryRow(
        long number,
        UUID id,
        String exercise,
        String kind,
        Instant madeAt,
        @Nullable String card,
        @Nullable Boolean predictedPass,
        @Nullable Boolean passed,
        @Nullable String mistake,
        @Nullable String mistakeName,
        @Nullable String summary) {
    Summary summarized() {
        return new Summary(
                number,
                id,
                exercise,
                Summary.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                madeAt,
                card,
                predictedPass,
                passed,
                mistake,
                mistakeName == null ? null : Escapes.unescape(mistakeName),
                summary == null ? "" : Escapes.unescape(summary));
    }
}
