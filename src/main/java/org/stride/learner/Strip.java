package org.stride.learner;

import java.util.List;

/**
 * The attempts of an exercise in a row.
 *
 * @param earlier how many there are before those that are shown
 * @param shown the latest, the oldest of them first
 */
public record Strip(int earlier, List<Summary> shown) {
    public Strip {
        shown = List.copyOf(shown);
    }

    static Strip of(List<Summary> attempts, int most) {
        int earlier = Math.max(0, attempts.size() - most);
        return new Strip(earlier, attempts.subList(earlier, attempts.size()));
    }
}
