package org.stride.learner.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file as it is written, name by name. What is read may lack anything. */
@JsonPropertyOrder({
    "application",
    "format",
    "exportedAt",
    "drafts",
    "undecidedDrafts",
    "history",
    "hintsTaken",
    "timeSpent"
})
record WorkDocument(
        @Nullable String application,
        @Nullable Integer format,
        @Nullable Instant exportedAt,
        @Nullable List<DraftPart> drafts,
        @Nullable List<DraftPart> undecidedDrafts,
        @Nullable List<EntryPart> history,
        @Nullable List<HintPart> hintsTaken,
        @Nullable List<TimePart> timeSpent) {

    record DraftPart(
            @Nullable String exercise,
            @Nullable Instant savedAt,
            @Nullable String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryPart(
            @Nullable UUID id,
            @Nullable String exercise,
            @Nullable String kind,
            @Nullable Instant at,
            @Nullable String card,
            @Nullable Boolean predictedPass,
            @Nullable Long tookMilliseconds,
            @Nullable VerdictPart verdict,
            @Nullable String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictPart(
            @Nullable Boolean passed,
            @Nullable CountPart shown,
            @Nullable CountPart heldOut,
            @Nullable String summary,
            @Nullable MistakePart mistake,
            @Nullable List<PassagePart> passages) {}

    record CountPart(@Nullable Integer passed, @Nullable Integer total) {}

    record MistakePart(@Nullable String id, @Nullable String name) {}

    record PassagePart(@Nullable String kind, @Nullable String text) {}

    record HintPart(
            @Nullable String exercise,
            @Nullable String hint,
            @Nullable Instant takenAt) {}

    record TimePart(
            @Nullable String exercise,
            @Nullable LocalDate day,
            @Nullable Long milliseconds) {}
}
