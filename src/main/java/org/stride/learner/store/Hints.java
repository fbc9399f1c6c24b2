package org.stride.learner.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.stride.learner.HintTaken;
import org.stride.learner.LearnerId;

/** Which hints a learner has taken. */
public final class Hints {
    private final Store store;
    private final LearnerRepository learners;
    private final HintRepository hints;
    private final Clock clock;

    Hints(Store store, LearnerRepository learners, HintRepository hints, Clock clock) {
        this.store = store;
        this.learners = learners;
        this.hints = hints;
        this.clock = clock;
    }

    /** Taken again it stays as old as it is. */
    public void take(LearnerId learner, String exercise, String hint) {
        Instant now = Objects.requireNonNull(clock.instant()).truncatedTo(ChronoUnit.MILLIS);
        store.change(() -> {
            learners.insertIfNew(learner.value(), now);
            hints.insertIfNew(learner.value(), exercise, hint, now);
        });
    }

    /** The oldest first. */
    public List<HintTaken> all(LearnerId learner) {
        return store.read(
                () -> hints.all(learner.value()).stream().map(HintRow::taken).toList());
    }
}
