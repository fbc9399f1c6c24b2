package org.stride.learner.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code history}, with its number once it has one. */
@Table("history")
record HistoryRow(
        @Id @Nullable Long number,
        UUID id,
        UUID learner,
        String exercise,
        String kind,
        Instant madeAt,
        @Nullable String text,
        @Nullable String card,
        @Nullable Boolean predictedPass,
        @Nullable Boolean passed,
        @Nullable String mistake,
        @Nullable String mistakeName,
        @Nullable String summary,
        @Nullable String verdict,
        @Nullable Long tookMillis) {}
