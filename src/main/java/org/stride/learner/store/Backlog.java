package org.stride.learner.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.stride.learner.Attempt;
import org.stride.learner.Keeping;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;

/** Attempts on their way to the history: while the database is away they wait here, as long as this process lives. */
public final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    /** In characters: half a class's work of an afternoon, and a part of the memory. */
    private static final int MOST = 20_000_000;
    /** Whoever has a verdict to show does not wait longer for another thread that finds out whether the database is back. */
    private static final int MOST_MILLISECONDS = 1000;

    private final History history;
    private final Forgotten forgotten;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicInteger characters = new AtomicInteger();

    Backlog(History history, Forgotten forgotten) {
        this.history = history;
        this.forgotten = forgotten;
    }

    /** Writes an attempt down, now or later. */
    public Keeping record(LearnerId learner, Attempt attempt) {
        if (forgotten.contains(learner)) {
            return Keeping.KEPT;
        }
        Waiting own = new Waiting(learner, attempt);
        if (characters.addAndGet(own.size()) > MOST) {
            characters.addAndGet(-own.size());
            LOG.error("The attempt {} of learner {} is lost: too much waits for the database", attempt.id(), learner);
            return Keeping.LOST;
        }
        waiting.add(own);
        writeDown();
        return waiting.contains(own) ? Keeping.WAITS : own.refused ? Keeping.LOST : Keeping.KEPT;
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
                remove(next);
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
        if (forgotten.contains(next.learner)) {
            return true;
        }
        try {
            history.record(next.learner, next.attempt);
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

    private void remove(Waiting one) {
        if (waiting.remove(one)) {
            characters.addAndGet(-one.size());
        }
    }

    private static void refused(Waiting one, RuntimeException e) {
        one.refused = true;
        LOG.error("The attempt {} of learner {} cannot be written down", one.attempt.id(), one.learner, e);
    }

    void forget(LearnerId learner) {
        waiting.stream().filter(one -> one.learner.equals(learner)).forEach(this::remove);
    }

    /** One attempt; each is only equal to itself. */
    private static final class Waiting {
        private final LearnerId learner;
        private final Attempt attempt;
        private volatile boolean refused;

        Waiting(LearnerId learner, Attempt attempt) {
            this.learner = learner;
            this.attempt = attempt;
        }

        /** In characters, roughly. */
        int size() {
            int passages = attempt.told().passages().stream()
                    .mapToInt(passage -> passage.text().length())
                    .sum();
            return 1000
                    + passages
                    + (attempt instanceof Attempt.OfCode typed ? typed.code().length() : 0);
        }
    }
}
