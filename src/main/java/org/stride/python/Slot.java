package org.stride.python;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One server and the thread that feeds it, one submission after the other. */
final class Slot implements Runnable {
    private final Setup setup;
    private final Shared shared;

    private volatile boolean closed;
    private volatile boolean busy;
    private volatile @Nullable Server server;

    /**
     * What the slots of a runner have together.
     *
     * @param unavailable called when a server could not be started
     */
    record Shared(
            FairQueue<Ticket> queue,
            Interpreters interpreters,
            ScheduledExecutorService watchdog,
            Gate gate,
            Tally tally,
            AtomicReference<@Nullable Greeting> greeting,
            AtomicLong restarts,
            Runnable unavailable) {}

    Slot(Setup setup, Shared shared) {
        this.setup = setup;
        this.shared = shared;
    }

    boolean busy() {
        return busy;
    }

    /** Whether a server is there. */
    boolean up() {
        return server != null;
    }

    /** The process of the server, or -1 if there is none. */
    long pid() {
        Server current = server;
        return current == null ? -1 : current.pid();
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                if (prepared()) {
                    Ticket ticket = shared.queue.take();
                    busy = true;
                    serve(ticket);
                }
            } catch (InterruptedException e) {
                closed = true;
            } finally {
                busy = false;
            }
        }
        retire();
    }

    /** Ends the thread, and what it is running. */
    void close() {
        closed = true;
        Server current = server;
        if (current != null) {
            current.kill();
        }
    }

    /** Has a server ready before anybody asks for one; false if it could not be started. */
    private boolean prepared() throws InterruptedException {
        if (usable() != null) {
            return true;
        }
        shared.gate.awaitTurn();
        try {
            start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void serve(Ticket ticket) {
        ticket.started();
        Report report = attempts(ticket);
        shared.tally.count(report);
        ticket.finish(report);
    }

    /** A submission is run twice at most: whose server died under it, or whose child was killed from outside. */
    private Report attempts(Ticket ticket) {
        String problem = "";
        for (int attempt = 0; attempt < 2 && !closed; attempt++) {
            try {
                Server current = usable();
                if (current == null) {
                    shared.gate.takeTurn();
                    current = start();
                }
                if (!ticket.begin(current)) {
                    return Report.stopped(new Outcome.Cancelled());
                }
                Attempt done = current.run(ticket);
                if (current.odd() || current.served() >= setup.submissionsPerServer()) {
                    retire();
                }
                if (!done.killed() || attempt == 1) {
                    return done.report();
                }
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
                retire();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        return Report.stopped(closed ? new Outcome.Cancelled() : new Outcome.Fault(problem));
    }

    /** The server, if one is there that can run something. */
    private @Nullable Server usable() {
        Server current = server;
        return current == null || current.odd() ? null : current;
    }

    /** Starts a server, and tells the gate how that went. */
    private Server start() throws IOException {
        retire();
        try {
            stopIfClosed();
            Server fresh = shared.interpreters.start(shared.watchdog);
            server = fresh;
            stopIfClosed(); // Whoever closes either sees this server, or is seen here
            shared.greeting.set(fresh.greeting());
            setup.check(fresh.greeting().confinement());
            shared.gate.opened();
            return fresh;
        } catch (IOException | RuntimeException e) {
            end();
            shared.gate.failed(UnavailableException.reason(e));
            shared.unavailable.run();
            throw e;
        }
    }

    private void stopIfClosed() throws IOException {
        if (closed) {
            throw new IOException("the runner is closed");
        }
    }

    private void retire() {
        if (end() && !closed) {
            shared.restarts.incrementAndGet();
        }
    }

    /** Ends the server; false if there is none. */
    private boolean end() {
        Server current = server;
        server = null;
        if (current != null) {
            current.kill();
        }
        return current != null;
    }
}
