package org.stride.python;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A submission on its way. */
public final class Ticket {
    private static final System.Logger LOG = System.getLogger(Ticket.class.getName());

    private final Submission submission;
    private final String owner;
    private final RunListener listener;
    private final FairQueue<Ticket> queue;
    private final CompletableFuture<Report> report = new CompletableFuture<>();
    private int delivered;
    private boolean cancelled;
    private @Nullable Server server;

    Ticket(Submission submission, String owner, RunListener listener, FairQueue<Ticket> queue) {
        this.submission = submission;
        this.owner = owner;
        this.listener = listener;
        this.queue = queue;
    }

    /** How many come before this one: 0 for the next, -1 if it does not wait any more. */
    public int place() {
        return queue.place(owner, this);
    }

    /** Asks for the end, wherever it is; the report then says {@link Outcome.Cancelled}, unless it was done already. */
    public void cancel() {
        boolean waited = queue.remove(owner, this);
        synchronized (this) {
            cancelled = true;
            if (server != null) {
                server.cancel(this);
            }
        }
        if (waited) {
            finish(Report.stopped(new Outcome.Cancelled()));
        }
    }

    /** Waits for the end. It always comes, and never as an exception. */
    public Report await() {
        return report.join();
    }

    /** Completed with the report, never exceptionally. */
    public CompletableFuture<Report> report() {
        return report.copy();
    }

    Submission submission() {
        return submission;
    }

    /** Takes note of the server that is about to run it; false if nobody wants the result any more. */
    synchronized boolean begin(Server on) {
        if (!cancelled) {
            server = on;
        }
        return !cancelled;
    }

    void started() {
        tell(listener::started);
    }

    /** A second run tells only what the first one had not told. */
    void deliver(CallResult result) {
        if (result.number() == delivered) {
            delivered++;
            tell(() -> listener.called(result));
        }
    }

    void finish(Report done) {
        synchronized (this) {
            server = null;
        }
        done.calls().forEach(this::deliver);
        report.complete(done);
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "python: a listener failed", e);
        }
    }
}
