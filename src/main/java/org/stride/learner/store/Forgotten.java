package org.stride.learner.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stride.learner.LearnerId;

/**
 * Learners of whom nothing is to be known any more, as long as this process lives: a check that ends after that, or what another tab
 * has already sent, must not bring them back.
 */
public final class Forgotten {
    private final Set<LearnerId> learners = ConcurrentHashMap.newKeySet();

    Forgotten() {}

    void add(LearnerId learner) {
        learners.add(learner);
    }

    /** Their work could not be deleted. */
    void remove(LearnerId learner) {
        learners.remove(learner);
    }

    public boolean contains(LearnerId learner) {
        return learners.contains(learner);
    }
}
