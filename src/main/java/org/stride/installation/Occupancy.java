package org.stride.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time works with a data folder. A lock of the operating system says whether one does, so that it ends with the
 * process, however that ends; the file {@value #RUNNING} beside it says which, and where it can be talked to.
 */
public final class Occupancy implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String RUNNING = "running";

    private final FileChannel channel;
    private final Path running;

    private Occupancy(FileChannel channel, Path running) {
        this.channel = channel;
        this.running = running;
    }

    /** Empty if another process has it. */
    static Optional<Occupancy> take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        Path running = folder.resolve(RUNNING);
        // Whoever wrote that is gone
        Files.deleteIfExists(running);
        return Optional.of(new Occupancy(channel, running));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // This very process has it
        }
    }

    /** Tells others where this process can be talked to. */
    public void announce(Path socket) throws IOException {
        Path neighbour = running.resolveSibling(RUNNING + ".new");
        Files.write(neighbour, List.of(String.valueOf(ProcessHandle.current().pid()), socket.toString()));
        DataFolder.forOwnerOnly(neighbour);
        Files.move(neighbour, running, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The process that has the folder.
     *
     * @param process its number
     * @param socket where it can be talked to
     */
    public record Occupant(String process, Path socket) {
        /** Empty if it has not said so, or not yet. */
        static Optional<Occupant> of(Path folder) throws IOException {
            Path running = folder.resolve(RUNNING);
            if (Files.notExists(running)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(running);
            return lines.size() < 2 ? Optional.empty() : Optional.of(new Occupant(lines.get(0), Path.of(lines.get(1))));
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(running);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
