package org.stride.learner.store;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.stride.learner.StoreUnavailableException;

/** Stands before the database. While it is shut, the database is away for everybody but who has shut it. */
public final class Gate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean shut;

    <T> T in(Supplier<T> work) {
        if (shut || !lock.readLock().tryLock()) {
            throw new StoreUnavailableException(null);
        }
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    boolean isShut() {
        return shut;
    }

    /** Waits until nobody is in there, and lets nobody in while this is done. */
    public <E extends Exception> void whileShut(Work<E> work) throws E {
        shut = true;
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            shut = false;
            lock.writeLock().unlock();
        }
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }
}
