package org.stride.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a job is. */
@Schema(name = "job", description = "How far a job is.")
record JobStatus(
        @Schema(
                description = "128 random bits. The job belongs to whoever knows them.",
                example = "kJ3mBqYw0d8vX1c2ZsT5Ug")
        String id,

        @Schema(description = "The file’s name.", example = "student_07.ipynb")
        String file,

        @Schema(description = "A job that is `done` has a report; one that `failed` met a fault of Stride’s.")
        State state,

        @Schema(description = "How many functions are judged.", example = "3")
        int done,

        @Schema(description = "How many there are to judge.", example = "8")
        int total,

        @Schema(
                description = "The function that is being judged; null if none is.",
                example = "pool_forward",
                types = {"string", "null"})
        @Nullable
        String function,

        @Schema(
                description =
                        "How many jobs of the same caller come before this one: 0 for the next; null once it runs.",
                example = "0",
                types = {"integer", "null"})
        @Nullable
        Integer place) {
    /** Where a job stands. */
    enum State {
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("failed")
        FAILED;

        boolean ended() {
            return switch (this) {
                case QUEUED, RUNNING -> false;
                case DONE, CANCELLED, FAILED -> true;
            };
        }
    }
}
