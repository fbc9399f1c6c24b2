package org.stride.learner;

import java.util.Collection;
import java.util.List;

/** What learners expected of cards that they had never run, and what came. */
public final class Predictions {
    private final List<Summary> firstRuns;

    /** @param firstRuns of each card the first run: the later ones know the answer */
    Predictions(Collection<Summary> firstRuns) {
        this.firstRuns = List.copyOf(firstRuns);
    }

    public int total() {
        return firstRuns.size();
    }

    public int right() {
        return (int) firstRuns.stream().filter(Summary::predictionCameTrue).count();
    }

    /** The runs of which this was expected, and of which that came. */
    public List<Summary> of(boolean expectedPass, boolean passed) {
        return firstRuns.stream()
                .filter(run -> Boolean.TRUE.equals(run.predictedPass()) == expectedPass)
                .filter(run -> Progress.passed(run) == passed)
                .toList();
    }
}
