package org.stride.learner;

import java.util.List;

/**
 * Everything that Stride knows about a learner.
 *
 * @param drafts one for each exercise that has one
 * @param undecided what was typed elsewhere and still waits for the learner's choice
 * @param history of all exercises, the oldest first
 */
public record Work(
        List<Draft> drafts, List<Draft> undecided, List<Entry> history, List<HintTaken> hints, List<TimeSpent> times) {
    public Work {
        drafts = List.copyOf(drafts);
        undecided = List.copyOf(undecided);
        history = List.copyOf(history);
        hints = List.copyOf(hints);
        times = List.copyOf(times);
    }

    public boolean isEmpty() {
        return drafts.isEmpty() && undecided.isEmpty() && history.isEmpty() && hints.isEmpty() && times.isEmpty();
    }
}
