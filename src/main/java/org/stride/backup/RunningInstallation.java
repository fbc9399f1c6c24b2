package org.stride.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stride.backup.Frames.Frame;
import org.stride.backup.Frames.Kind;
import org.stride.learner.store.backup.BackupException;
import org.stride.learner.store.backup.BackupProgress;

/** An installation in the hands of a server that runs, which is asked through its {@link Counter}. */
public final class RunningInstallation implements Keeper {
    private final SocketChannel channel;
    private final Frames frames;

    private RunningInstallation(SocketChannel channel) {
        this.channel = channel;
        frames = new Frames(Channels.newInputStream(channel), Channels.newOutputStream(channel));
    }

    /**
     * Asks there.
     *
     * @throws IOException if nobody answers
     */
    public static RunningInstallation at(Path socket) throws IOException {
        return new RunningInstallation(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    @Override
    public Kept backup(OutputStream out, BackupProgress progress) throws IOException {
        frames.send(Kind.BACKUP);
        while (true) {
            Frame frame = frames.next();
            switch (frame.kind()) {
                case DATA -> out.write(frame.bytes());
                case PROGRESS -> tell(progress, frame);
                case DONE -> {
                    return kept(frame.lines(), 0);
                }
                default -> throw unexpected(frame);
            }
        }
    }

    @Override
    public Outcome restore(Path file, Question question, BackupProgress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = frames.data()) {
            frames.send(Kind.RESTORE);
            in.transferTo(out);
            out.flush();
            frames.send(Kind.END_OF_DATA);
        } catch (IOException e) {
            // It may have said why it listens no more
            throw unexpected(frames.next());
        }
        while (true) {
            Frame frame = frames.next();
            switch (frame.kind()) {
                case QUESTION -> {
                    List<String> lines = frame.lines();
                    frames.send(question.goOn(kept(lines, 0), lines.get(2), kept(lines, 3)) ? Kind.YES : Kind.NO);
                }
                case PROGRESS -> tell(progress, frame);
                case DONE -> {
                    List<String> lines = frame.lines();
                    return new Outcome.Restored(Path.of(lines.get(0)), Boolean.parseBoolean(lines.get(1)));
                }
                case NO -> {
                    return new Outcome.Declined();
                }
                default -> throw unexpected(frame);
            }
        }
    }

    private static Kept kept(List<String> lines, int at) {
        return new Kept(Long.parseLong(lines.get(at)), Long.parseLong(lines.get(at + 1)));
    }

    private static void tell(BackupProgress progress, Frame frame) {
        List<String> lines = frame.lines();
        progress.at(Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)));
    }

    private static RuntimeException unexpected(Frame frame) {
        return new BackupException(
                frame.kind() == Kind.FAILED
                        ? frame.text()
                        : "the server answered " + frame.kind() + ", which is no answer");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
