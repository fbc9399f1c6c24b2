package org.stride.python;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One server and the thread that feeds it, one submission after the other. */
final class Slot implements Runnable {
    private final Setup setup;
    private final FairQueue<Ticket> queue;
    private final ScheduledExecutorService watchdog;
    private final Health health;
    private final Tally tally;

    private volatile boolean closed;
    private volatile boolean busy;
    private volatile @Nullable Server server;

    /** What the slots of a runner know together. */
    record Health(
            AtomicReference<@Nullable Greeting> greeting,
            AtomicReference<@Nullable String> problem,
            AtomicLong restarts) {}

    Slot(Setup setup, FairQueue<Ticket> queue, ScheduledExecutorService watchdog, Health health, Tally tally) {
        this.setup = setup;
        this.queue = queue;
        this.watchdog = watchdog;
        this.health = health;
        this.tally = tally;
    }

    boolean busy() {
        return busy;
    }

    /** The process of the server, or -1 if there is none. */
    long pid() {
        Server current = server;
        return current == null ? -1 : current.pid();
    }

    @Override
    public void run() {
        while (!closed) {
            warmUp();
            try {
                Ticket ticket = queue.take();
                busy = true;
                serve(ticket);
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

    /** Has a server ready before anybody asks for one. */
    private void warmUp() {
        try {
            ready();
        } catch (IOException e) {
            // Noted in health; the next submission tries again
        }
    }

    private void serve(Ticket ticket) {
        ticket.started();
        Report report = attempts(ticket);
        tally.count(report);
        ticket.finish(report);
    }

    /** A submission is run twice at most: whose server died under it, or whose child was killed from outside. */
    private Report attempts(Ticket ticket) {
        String problem = "";
        for (int attempt = 0; attempt < 2 && !closed; attempt++) {
            try {
                Server current = ready();
                if (!ticket.begin(current)) {
                    return Report.stopped(new Outcome.Cancelled());
                }
                Attempt done = current.run(ticket.submission(), ticket::deliver);
                if (current.odd() || current.served() >= setup.submissionsPerServer()) {
                    retire();
                }
                if (!done.killed() || attempt == 1) {
                    return done.report();
                }
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
                retire();
            }
        }
        return Report.stopped(closed ? new Outcome.Cancelled() : new Outcome.Fault(problem));
    }

    private Server ready() throws IOException {
        Server current = server;
        if (current != null && !current.odd()) {
            return current;
        }
        retire();
        try {
            stopIfClosed();
            Server fresh = Server.start(setup.python(), watchdog);
            server = fresh;
            stopIfClosed(); // Whoever closes either sees this server, or is seen here
            health.greeting.set(fresh.greeting());
            check(fresh.greeting().confinement());
            health.problem.set(null);
            return fresh;
        } catch (IOException e) {
            retire();
            health.problem.set(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void stopIfClosed() throws IOException {
        if (closed) {
            throw new IOException("the runner is closed");
        }
    }

    private void check(Confinement confinement) throws IOException {
        if (setup.mode() == Mode.STRICT && !confinement.complete()) {
            throw new IOException("strict mode runs nothing unless every layer of the sandbox holds; missing: "
                    + confinement.missing());
        }
    }

    private void retire() {
        Server current = server;
        server = null;
        if (current != null) {
            current.kill();
            if (!closed) {
                health.restarts.incrementAndGet();
            }
        }
    }
}
