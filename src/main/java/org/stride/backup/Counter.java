package org.stride.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stride.backup.Frames.Kind;
import org.stride.installation.DataFolder;
import org.stride.learner.store.backup.BackupException;

/**
 * Where a running server hands out backups and takes them in: a socket that is a file, which nobody but its owner can open. One asks at
 * a time.
 */
public final class Counter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    /** The longest that every system takes, in bytes. */
    private static final int LONGEST_PATH = 100;

    private static final int MINUTES_OF_SILENCE = 10;

    private final Keeper keeper;
    private final DataFolder folder;
    private final Path socket;
    private final @Nullable Path ownFolder;
    private final ServerSocketChannel door;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backup-watch").factory());

    private Counter(Keeper keeper, DataFolder folder, Path socket, @Nullable Path ownFolder) throws IOException {
        this.keeper = keeper;
        this.folder = folder;
        this.socket = socket;
        this.ownFolder = ownFolder;
        Files.deleteIfExists(socket); // Of a server that was killed
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        DataFolder.forOwnerOnly(socket);
        Thread.ofPlatform().daemon().name("backup").start(this::serve);
    }

    /** Opens it in the data folder or, where that has too long a name, in a temporary folder of the user's own. */
    public static Counter open(Keeper keeper, DataFolder folder) throws IOException {
        Path socket = folder.path().resolve("socket");
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            return new Counter(keeper, folder, socket, null);
        }
        Path own = Files.createTempDirectory("stride");
        return new Counter(keeper, folder, own.resolve("socket"), own);
    }

    /** Where it is. */
    public Path socket() {
        return socket;
    }

    private void serve() {
        while (door.isOpen()) {
            try (SocketChannel client = door.accept()) {
                serve(client);
            } catch (ClosedChannelException e) {
                // The server ends, or the client was told to go
            } catch (IOException | UncheckedIOException e) {
                LOG.info("Whoever asked for a backup or a restore has gone: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("A backup or a restore failed", e);
            }
        }
    }

    private void serve(SocketChannel client) throws IOException {
        AtomicLong heard = new AtomicLong(System.nanoTime());
        var watching = watch.scheduleWithFixedDelay(
                () -> {
                    if (System.nanoTime() - heard.get() > TimeUnit.MINUTES.toNanos(MINUTES_OF_SILENCE)) {
                        closeQuietly(client);
                    }
                },
                1,
                1,
                TimeUnit.SECONDS);
        Frames frames = new Frames(
                new Watched.In(Channels.newInputStream(client), heard),
                new Watched.Out(Channels.newOutputStream(client), heard));
        try {
            Frames.Frame wish = frames.next();
            switch (wish.kind()) {
                case BACKUP -> backup(frames);
                case RESTORE -> restore(frames);
                default -> throw new IOException("A conversation cannot begin with " + wish.kind());
            }
        } catch (BackupException e) {
            frames.send(Kind.FAILED, e.sentence());
        } catch (RuntimeException e) {
            if (!(e instanceof UncheckedIOException)) {
                frames.send(Kind.FAILED, e.toString());
            }
            throw e;
        } finally {
            watching.cancel(false);
        }
    }

    private static void closeQuietly(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("It is closed in any case", e);
        }
    }

    private void backup(Frames frames) throws IOException {
        try (OutputStream out = frames.data()) {
            Keeper.Kept kept = keeper.backup(out, frames::progress);
            out.flush();
            frames.send(Kind.DONE, String.valueOf(kept.learners()), String.valueOf(kept.attempts()));
        }
    }

    private void restore(Frames frames) throws IOException {
        Keeper.Outcome outcome;
        Path file = Files.createTempFile(folder.scratch(), "incoming", ".zip");
        try {
            DataFolder.forOwnerOnly(file);
            take(frames, file);
            outcome = keeper.restore(
                    file,
                    (found, at, replaced) -> ask(frames, found, at, replaced),
                    (rows, of) -> told(frames, rows, of));
        } finally {
            Files.deleteIfExists(file);
        }
        // Whoever hears the end may look at the folder
        switch (outcome) {
            case Keeper.Outcome.Restored done ->
                frames.send(Kind.DONE, done.safety().toString(), String.valueOf(done.otherSecret()));
            case Keeper.Outcome.Declined declined -> frames.send(Kind.NO);
        }
    }

    private static void take(Frames frames, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (Frames.Frame frame = frames.next(); frame.kind() != Kind.END_OF_DATA; frame = frames.next()) {
                if (frame.kind() != Kind.DATA) {
                    throw new IOException("Expected a backup, got " + frame.kind());
                }
                append(channel, frame.bytes());
            }
        }
    }

    private static void append(FileChannel channel, byte[] bytes) {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            throw new BackupException("the server's disk does not take the backup (" + e.getMessage() + ")", e);
        }
    }

    private static boolean ask(Frames frames, Keeper.Kept found, String at, Keeper.Kept replaced) {
        try {
            frames.send(
                    Kind.QUESTION,
                    String.valueOf(found.learners()),
                    String.valueOf(found.attempts()),
                    at,
                    String.valueOf(replaced.learners()),
                    String.valueOf(replaced.attempts()));
            return frames.next().kind() == Kind.YES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A restore that has begun is brought to its end, also if nobody listens any more. */
    private static void told(Frames frames, long rows, long of) {
        try {
            frames.progress(rows, of);
        } catch (UncheckedIOException e) {
            LOG.debug("Nobody listens any more", e);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        try {
            door.close();
            Files.deleteIfExists(socket);
            if (ownFolder != null) {
                Files.deleteIfExists(ownFolder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
