package org.stride.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stride.python.Traceback.Part;

/**
 * Runs Python code in confined processes, and says how each submission ended. Safe for use by many threads.
 *
 * <pre>{@code
 * try (PythonRunner runner = PythonRunner.start(Setup.of(Path.of("/usr/bin/python3"), Mode.STRICT))) {
 *     Report report = runner.run(Submission.of("def half(x): return x / 2")
 *             .calling("half", List.of(List.of(Value.Scalar.of(3)))));
 *     report.calls().getFirst().outcome();   // Returned[value=Scalar[value=1.5, type=PYTHON_FLOAT], changedInputs=[]]
 * }
 * }</pre>
 *
 * <p>There is a slot for each submission that runs at once. A slot has a server, a Python process that has loaded NumPy and
 * forks for every submission; so a run costs milliseconds, and no run sees another. A server that died or that something
 * odd happened to is replaced, and what it was running is run again, once.
 */
public final class PythonRunner implements AutoCloseable {
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(2);

    private final Setup setup;
    private final FairQueue<Ticket> queue = new FairQueue<>();
    private final Tally tally = new Tally();
    private final Gate gate;
    private final Interpreters interpreters;
    private final AtomicReference<@Nullable Greeting> greeting = new AtomicReference<>();
    private final AtomicLong restarts = new AtomicLong();
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("python-watchdog").factory());
    private final List<Slot> slots;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    private PythonRunner(Setup setup) {
        this.setup = setup;
        this.gate = new Gate(setup.pause(), setup.pause().compareTo(LEAST_PAUSE) < 0 ? setup.pause() : LEAST_PAUSE);
        this.interpreters = new Interpreters(setup.python(), System.getenv("PATH"));
        Slot.Shared shared = new Slot.Shared(
                queue, interpreters, watchdog, gate, tally, greeting, restarts, this::refuseIfUnavailable);
        this.slots = IntStream.range(0, setup.slots())
                .mapToObj(number -> new Slot(setup, shared))
                .toList();
    }

    /** Starts the slots and comes back at once; their servers get ready meanwhile. */
    public static PythonRunner start(Setup setup) {
        PythonRunner runner = new PythonRunner(setup);
        for (Slot slot : runner.slots) {
            runner.threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("python-slot-" + runner.threads.size())
                    .start(slot));
        }
        return runner;
    }

    /** Runs a submission and waits for its end. */
    public Report run(Submission submission) {
        return submit(submission, "", RunListener.NONE).await();
    }

    /**
     * Puts a submission into the queue. While nothing can run, it ends at once with an {@link Outcome.Fault}.
     *
     * @param owner whose it is: those who wait take turns, however many each has sent
     */
    public Ticket submit(Submission submission, String owner, RunListener listener) {
        Submission limited = submission.withDefault(setup.limits());
        Ticket ticket = new Ticket(limited, owner, listener, queue);
        Outcome unfit = unfit(limited);
        if (unfit != null) {
            ticket.finish(Report.stopped(unfit));
        } else {
            queue.add(owner, ticket);
            refuseIfUnavailable();
        }
        if (closed) {
            ticket.cancel();
        }
        return ticket;
    }

    /** How things are now. */
    public Status status() {
        return new Status(
                state(),
                setup.mode(),
                greeting.get(),
                setup.limits(),
                slots.size(),
                (int) slots.stream().filter(Slot::busy).count(),
                queue.size(),
                restarts.get(),
                tally.outcomes(),
                tally.refused());
    }

    /**
     * Starts a server beside the others only to see what its probes find; {@link #status} then tells. If nothing can run,
     * this is also the next try. Takes as long as Python takes to start.
     */
    public void probe() {
        try {
            Server server = interpreters.start(watchdog);
            server.kill();
            greeting.set(server.greeting());
            setup.check(server.greeting().confinement());
            gate.opened();
        } catch (IOException e) {
            gate.failed(UnavailableException.reason(e));
        }
    }

    /** Ends everything that runs, cancels what waits, and leaves no process behind. */
    @Override
    public void close() {
        closed = true;
        for (Ticket waiting : queue.drain()) {
            waiting.cancel();
            waiting.finish(Report.stopped(new Outcome.Cancelled()));
        }
        slots.forEach(Slot::close);
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        watchdog.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The processes of the servers that are up. */
    List<Long> pids() {
        return slots.stream().map(Slot::pid).filter(pid -> pid >= 0).toList();
    }

    private State state() {
        if (slots.stream().anyMatch(Slot::up)) {
            return new State.Ready();
        }
        Unavailable reason = gate.reason();
        return reason == null ? new State.Starting() : reason;
    }

    /** Whoever waits while nothing can run is told so, and it is tried again soon. */
    private void refuseIfUnavailable() {
        if (state() instanceof Unavailable reason && !closed) {
            Report report = Report.stopped(new Outcome.Fault(reason.message()));
            for (Ticket waiting : queue.drain()) {
                gate.ask();
                tally.count(report);
                waiting.finish(report);
            }
        }
    }

    /** What is wrong with a source before any Python has seen it. */
    private static @Nullable Outcome unfit(Submission submission) {
        String source = submission.source();
        int most = submission.limits().source();
        if (source.length() > most || source.getBytes(StandardCharsets.UTF_8).length > most) {
            return new Outcome.SourceError(Part.CODE, "the code is longer than " + most + " bytes", 0, 0);
        }
        int line = 1;
        for (int place = 0; place < source.length(); place++) {
            char character = source.charAt(place);
            if (character == '\n') {
                line++;
            } else if (Character.isHighSurrogate(character)
                    && place + 1 < source.length()
                    && Character.isLowSurrogate(source.charAt(place + 1))) {
                place++;
            } else if (Character.isSurrogate(character)) {
                return new Outcome.SourceError(
                        Part.CODE, "half a character (U+%04X)".formatted((int) character), line, 0);
            }
        }
        return null;
    }
}
