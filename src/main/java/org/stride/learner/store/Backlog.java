package org.stride.learner.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.stride.learner.Attempt;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;

/** Attempts on their way to the history: while the database is away they wait here, as long as this process lives. */
public final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final int MOST = 10_000;
    /** Whoever has a verdict to show does not wait longer for another thread that finds out whether the database is back. */
    private static final int MOST_MILLISECONDS = 1000;

    private final History history;
    private final Forgotten forgotten;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    Backlog(History history, Forgotten forgotten) {
        this.history = history;
        this.forgotten = forgotten;
    }

    /** Writes an attempt down, now or later; says whether it is written down. */
    public boolean record(LearnerId learner, Attempt attempt) {
        if (forgotten.contains(learner)) {
            return true;
        }
        if (waiting.size() >= MOST) {
            waiting.remove();
        }
        waiting.add(new Waiting(learner, attempt));
        return writeDown();
    }

    /** Writes down what waits, in its order; says whether nothing waits any more. */
    public boolean writeDown() {
        if (waiting.isEmpty()) {
            return true;
        }
        if (!claim()) {
            return false;
        }
        try {
            for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
                if (!written(next)) {
                    return false;
                }
                waiting.remove(next);
            }
            return true;
        } finally {
            writing.unlock();
        }
    }

    private boolean claim() {
        try {
            return writing.tryLock(MOST_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it need not wait any more. What no database would take must not keep the others waiting. */
    private boolean written(Waiting next) {
        try {
            history.record(next.learner(), next.attempt());
            return true;
        } catch (StoreUnavailableException e) {
            if (e.getCause() instanceof DataIntegrityViolationException) {
                refused(next, e);
                return true;
            }
            LOG.debug("An attempt waits for the database", e);
            return false;
        } catch (RuntimeException e) {
            refused(next, e);
            return true;
        }
    }

    private static void refused(Waiting one, RuntimeException e) {
        LOG.error(
                "The attempt {} of learner {} cannot be written down",
                one.attempt().id(),
                one.learner(),
                e);
    }

    void forget(LearnerId learner) {
        waiting.removeIf(one -> one.learner().equals(learner));
    }

    private record Waiting(LearnerId learner, Attempt attempt) {}
}
