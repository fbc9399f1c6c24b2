package org.stride.python;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether servers can be started. As long as that is not known, or known to fail, one slot tries for all of them, and
 * after a failure not before a pause is over.
 */
final class Gate {
    private final Duration pause;
    private final Duration leastPause;

    private boolean open;
    private boolean trying;
    private @Nullable Unavailable reason;
    private long lastTry;
    private boolean asked;

    /**
     * @param pause after which it is tried again by itself
     * @param leastPause after which it is, if somebody asks for it
     */
    Gate(Duration pause, Duration leastPause) {
        this.pause = pause;
        this.leastPause = leastPause;
    }

    /** Waits until it is the caller’s turn to start a server; {@link #opened} or {@link #failed} must follow. */
    synchronized void awaitTurn() throws InterruptedException {
        while (!open) {
            long left = trying ? Long.MAX_VALUE : left();
            if (left <= 0) {
                trying = true;
                return;
            }
            wait(trying ? 0 : Math.max(1, left / 1_000_000));
        }
    }

    /**
     * The same without a pause.
     *
     * @throws UnavailableException if the last try has failed
     */
    synchronized void takeTurn() throws InterruptedException, UnavailableException {
        while (!open) {
            if (reason != null) {
                throw new UnavailableException(reason);
            }
            if (!trying) {
                trying = true;
                return;
            }
            wait();
        }
    }

    synchronized void opened() {
        open = true;
        trying = false;
        asked = false;
        reason = null;
        notifyAll();
    }

    synchronized void failed(Unavailable why) {
        open = false;
        trying = false;
        asked = false;
        reason = why;
        lastTry = System.nanoTime();
        notifyAll();
    }

    /** Somebody would like to run something: the next try comes sooner. */
    synchronized void ask() {
        asked = true;
        notifyAll();
    }

    /** Why the last try failed; {@code null} if it did not, or there was none. */
    synchronized @Nullable Unavailable reason() {
        return reason;
    }

    private long left() {
        return reason == null ? 0 : lastTry + (asked ? leastPause : pause).toNanos() - System.nanoTime();
    }
}
