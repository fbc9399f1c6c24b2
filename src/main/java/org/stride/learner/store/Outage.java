package org.stride.learner.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers for a moment that the database was away, so that only one has to wait to find out whether it is back: a page that asks five
 * things does not wait five times.
 */
final class Outage {
    static final Duration MEMORY = Duration.ofSeconds(1);

    private final LongSupplier nanoseconds;
    private boolean away;
    private boolean trying;
    private long since;

    Outage(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** Whether to ask the database; whoever does says what came of it. */
    synchronized boolean mayTry() {
        if (!away) {
            return true;
        }
        if (trying || nanoseconds.getAsLong() - since < MEMORY.toNanos()) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void answered() {
        away = false;
        trying = false;
    }

    synchronized void didNotAnswer() {
        away = true;
        trying = false;
        since = nanoseconds.getAsLong();
    }
}
