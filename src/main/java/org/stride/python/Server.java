package org.stride.python;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.python.Confinement.Layer;

/**
 * One fork server, as {@code runner.py} describes it. One thread runs submissions on it; {@link #cancel} and {@link #kill}
 * may come from any.
 */
final class Server {
    private static final String BOOT =
            "import sys; sys.path.insert(0, sys.argv[1]); from stride_runner import versions;"
                    + " versions.tell(); from stride_runner import runner; del sys.path[0]; runner.main()";

    private static final Duration START = Duration.ofMinutes(2);

    /** How long a server may be silent beyond what its own limits allow. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int MAX_MESSAGE = 1 << 20;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ScheduledExecutorService watchdog;
    private final Greeting greeting;
    private int served;
    private boolean odd;

    /** What runs. Guarded by {@link #out}. */
    private @Nullable Ticket running;

    /** What is to end as soon as it begins. Guarded by {@link #out}. */
    private @Nullable Ticket unwanted;

    private Server(Process process, Greeting greeting, DataInputStream in, ScheduledExecutorService watchdog) {
        this.process = process;
        this.greeting = greeting;
        this.in = in;
        this.out = new DataOutputStream(process.getOutputStream());
        this.watchdog = watchdog;
    }

    /**
     * Starts a server and waits for its greeting.
     *
     * @throws IOException why there is none; an {@link UnavailableException} if that is known
     */
    static Server start(Path python, ScheduledExecutorService watchdog) throws IOException {
        try (RunnerSources sources = RunnerSources.unpack()) {
            ProcessBuilder builder = new ProcessBuilder(
                            python.toAbsolutePath().toString(),
                            "-I",
                            "-B",
                            "-X",
                            "utf8",
                            "-c",
                            BOOT,
                            sources.pythonPath().toString())
                    .directory(sources.emptyFolder().toFile())
                    .redirectError(sources.errors().toFile());
            builder.environment().clear();
            builder.environment()
                    .putAll(Map.of("OPENBLAS_NUM_THREADS", "1", "OMP_NUM_THREADS", "1", "MKL_NUM_THREADS", "1"));
            Process process = builder.start();
            DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
            ScheduledFuture<?> alarm = null;
            try {
                alarm = alarm(watchdog, process, START);
                Unavailable unfit = versions(in).unfit();
                if (unfit != null) {
                    throw new UnavailableException(unfit);
                }
                return new Server(process, greeting(in), in, watchdog);
            } catch (EOFException e) {
                process.destroyForcibly();
                String errors = Files.readString(sources.errors());
                throw new IOException(
                        "Python ended at its start. " + errors.substring(0, Math.min(errors.length(), 2000)), e);
            } catch (IOException | RuntimeException e) {
                process.destroyForcibly();
                throw e;
            } finally {
                if (alarm != null) {
                    alarm.cancel(false);
                }
            }
        }
    }

    Greeting greeting() {
        return greeting;
    }

    long pid() {
        return process.pid();
    }

    /** How many submissions it has run. */
    int served() {
        return served;
    }

    /** Whether something happened after which a fresh one is better. */
    boolean odd() {
        return odd || !process.isAlive();
    }

    /**
     * Runs one submission.
     *
     * @throws IOException if the server died on the way, or said what no server says
     */
    Attempt run(Ticket ticket) throws IOException {
        Submission submission = ticket.submission();
        served++;
        odd = true; // Until the end is there
        ScheduledFuture<?> alarm =
                alarm(watchdog, process, submission.limits().wall().plus(GRACE));
        try {
            send(ticket);
            Attempt attempt = listen(ticket, new ChildReport(submission, ticket::deliver));
            odd = attempt.odd();
            return attempt;
        } finally {
            alarm.cancel(false);
            synchronized (out) {
                running = null;
            }
        }
    }

    /** Asks for the end of a submission that runs or is just about to; one that has ended leaves the next one alone. */
    void cancel(Ticket ticket) {
        try {
            synchronized (out) {
                if (ticket == running) {
                    out.writeByte('C');
                    out.flush();
                } else {
                    unwanted = ticket;
                }
            }
        } catch (IOException e) {
            kill(); // It is past listening
        }
    }

    /** Ends the process and whatever it has forked. */
    void kill() {
        process.destroyForcibly();
    }

    private void send(Ticket ticket) throws IOException {
        Submission submission = ticket.submission();
        Limits limits = submission.limits();
        byte[] request = ValueWriter.write(submission);
        synchronized (out) {
            out.writeByte('R');
            out.writeInt(request.length);
            out.writeDouble(seconds(limits.wall()));
            out.writeDouble(seconds(limits.cpu()));
            out.writeLong(limits.memory());
            out.writeLong(limits.output());
            out.writeLong(limits.result());
            out.write(request);
            if (ticket == unwanted) {
                out.writeByte('C');
            }
            out.flush();
            unwanted = null;
            running = ticket;
        }
    }

    private Attempt listen(Ticket ticket, ChildReport report) throws IOException {
        while (true) {
            char kind = (char) in.readByte();
            byte[] content = content(in);
            switch (kind) {
                case 'C' -> {
                    boolean before = report.forged();
                    report.read(content);
                    if (report.forged() && !before) {
                        cancel(ticket); // Nothing that follows can be told from a forgery
                    }
                }
                case 'P' -> report.readPrinted(new String(content, StandardCharsets.UTF_8));
                case 'E' -> {
                    return Attempt.of(report, ByteBuffer.wrap(content));
                }
                case 'F' -> throw new BrokenMessageException(fault(content));
                default -> throw new BrokenMessageException("no such message from a server: " + kind);
            }
        }
    }

    private static Versions versions(DataInputStream in) throws IOException {
        if (next(in, 'V') instanceof Value.Tuple(List<Value> parts, boolean list)
                && parts.size() == 2
                && parts.get(0) instanceof Value.Text(String python)) {
            return new Versions(python, parts.get(1) instanceof Value.Text(String numpy) ? numpy : null);
        }
        throw new BrokenMessageException("no versions");
    }

    private static Greeting greeting(DataInputStream in) throws IOException {
        if (next(in, 'H') instanceof Value.Tuple(List<Value> parts, boolean list)
                && parts.size() == 4
                && parts.get(0) instanceof Value.Text(String python)
                && parts.get(1) instanceof Value.Text(String numpy)
                && parts.get(2) instanceof Value.Tuple(List<Value> layers, boolean isList)
                && parts.get(3) instanceof Value.Scalar resident) {
            return new Greeting(python, numpy, new Confinement(layers(layers)), (long) resident.value());
        }
        throw new BrokenMessageException("no greeting");
    }

    /** The content of the next message, which must be of this kind. */
    private static Value next(DataInputStream in, char wanted) throws IOException {
        char kind = (char) in.readByte();
        byte[] content = content(in);
        if (kind != wanted) {
            throw new BrokenMessageException(kind == 'F' ? fault(content) : "no greeting");
        }
        return ValueReader.read(content, MAX_MESSAGE);
    }

    private static List<Layer> layers(List<Value> values) throws BrokenMessageException {
        List<Layer> layers = new ArrayList<>();
        for (Value value : values) {
            if (value instanceof Value.Tuple(List<Value> parts, boolean list)
                    && parts.size() == 2
                    && parts.get(0) instanceof Value.Text(String name)) {
                layers.add(new Layer(name, parts.get(1) instanceof Value.Text(String failure) ? failure : null));
            } else {
                throw new BrokenMessageException("no layer");
            }
        }
        return layers;
    }

    private static byte[] content(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_MESSAGE) {
            throw new BrokenMessageException("a message of " + length + " bytes from a server");
        }
        byte[] content = new byte[length];
        in.readFully(content);
        return content;
    }

    private static String fault(byte[] content) throws BrokenMessageException {
        return ValueReader.read(content, MAX_MESSAGE) instanceof Value.Text(String text) ? text : "a server gave up";
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static ScheduledFuture<?> alarm(ScheduledExecutorService watchdog, Process process, Duration after) {
        return watchdog.schedule(process::destroyForcibly, after.toMillis(), TimeUnit.MILLISECONDS);
    }
}
