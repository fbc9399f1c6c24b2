package org.stride.python;

import java.util.HashMap;
import java.util.Map;

/** Counts how submissions ended. */
final class Tally {
    private final Map<String, Long> outcomes = new HashMap<>();
    private final Map<Forbidden, Long> refused = new HashMap<>();

    synchronized void count(Report report) {
        Outcome stopped = report.stopped();
        outcomes.merge(stopped == null ? "Finished" : stopped.getClass().getSimpleName(), 1L, Long::sum);
        boolean counted = false;
        for (CallResult call : report.calls()) {
            counted |= call.outcome().equals(stopped);
            count(call.outcome());
        }
        if (stopped != null && !counted) {
            count(stopped);
        }
    }

    synchronized Map<String, Long> outcomes() {
        return new HashMap<>(outcomes);
    }

    synchronized Map<Forbidden, Long> refused() {
        return new HashMap<>(refused);
    }

    private void count(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refusal) {
            refused.merge(refusal.what(), 1L, Long::sum);
        }
    }
}
