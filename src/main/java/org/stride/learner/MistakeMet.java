package org.stride.learner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a learner's code of one exercise, as often as it was met.
 *
 * @param latest the attempt that made it last
 * @param mendedAt when code first passed after that; {@code null} if none has yet
 */
public record MistakeMet(
        String exercise,
        String id,
        String name,
        int times,
        Instant firstAt,
        Summary latest,
        @Nullable Instant mendedAt) {
    public boolean mended() {
        return mendedAt != null;
    }
}
