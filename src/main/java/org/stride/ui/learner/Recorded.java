package org.stride.ui.learner;

import java.util.Optional;
import org.stride.learner.Keeping;
import org.stride.report.Translator;

/**
 * A result that is an attempt.
 *
 * @param keeping whether it is written down
 */
public record Recorded<T>(T result, Keeping keeping) {
    /** What has to be said if it is not written down. */
    public Optional<String> trouble(Translator texts) {
        return switch (keeping) {
            case KEPT -> Optional.empty();
            case WAITS -> Optional.of(texts.text("store.attempt_waits"));
            case LOST -> Optional.of(texts.text("store.attempt_lost"));
        };
    }
}
