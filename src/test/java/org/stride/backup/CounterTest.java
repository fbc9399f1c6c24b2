package org.stride.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stride.installation.DataFolder;
import org.stride.learner.store.backup.BackupException;
import org.stride.learner.store.backup.BackupProgress;

/** Asking a server is the same as doing it oneself. */
class CounterTest {
    @TempDir
    private Path folder;

    /** What the server was asked, and how it answers. */
    private static final class FakeKeeper implements Keeper {
        private final byte[] content = new byte[300_000];
        private final AtomicReference<byte[]> taken = new AtomicReference<>(new byte[0]);
        private boolean fails;

        @Override
        public Kept backup(OutputStream out, BackupProgress progress) throws IOException {
            progress.at(1, 2);
            out.write(content);
            if (fails) {
                throw new BackupException("the database cannot be read");
            }
            progress.at(2, 2);
            return new Kept(3, 4);
        }

        @Override
        public Outcome restore(Path file, Question question, BackupProgress progress) throws IOException {
            if (!question.goOn(new Kept(1, 2), "yesterday", new Kept(3, 4))) {
                return new Outcome.Declined();
            }
            taken.set(Files.readAllBytes(file));
            progress.at(5, 5);
            return new Outcome.Restored(Path.of("/safe"), true);
        }

        @Override
        public void close() {}
    }

    @Test
    void aBackupComesAsItIs() throws IOException {
        FakeKeeper keeper = new FakeKeeper();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder told = new StringBuilder();
        try (Counter counter = Counter.open(keeper, new DataFolder(folder));
                RunningInstallation client = RunningInstallation.at(counter.socket())) {
            Keeper.Kept kept = client.backup(
                    out, (rows, of) -> told.append(rows).append('/').append(of).append(' '));

            assertThat(kept).isEqualTo(new Keeper.Kept(3, 4));
            assertThat(out.toByteArray()).isEqualTo(keeper.content);
            assertThat(told).hasToString("1/2 2/2 ");
        }
    }

    @Test
    void aBackupThatFailsHalfWayIsNone() throws IOException {
        FakeKeeper keeper = new FakeKeeper();
        keeper.fails = true;
        try (Counter counter = Counter.open(keeper, new DataFolder(folder));
                RunningInstallation client = RunningInstallation.at(counter.socket())) {
            assertThatThrownBy(() -> client.backup(OutputStream.nullOutputStream(), BackupProgress.NONE))
                    .isInstanceOf(BackupException.class)
                    .hasMessage("the database cannot be read");
        }
    }

    @Test
    void aRestoreGoesInIfItIsWished() throws IOException {
        FakeKeeper keeper = new FakeKeeper();
        Path file = Files.write(folder.resolve("backup.zip"), new byte[100_000]);
        try (Counter counter = Counter.open(keeper, new DataFolder(folder))) {
            try (RunningInstallation client = RunningInstallation.at(counter.socket())) {
                assertThat(client.restore(file, (found, at, replaced) -> false, BackupProgress.NONE))
                        .isEqualTo(new Keeper.Outcome.Declined());
                assertThat(keeper.taken.get()).isEmpty();
            }
            try (RunningInstallation client = RunningInstallation.at(counter.socket())) {
                assertThat(client.restore(
                                file,
                                (found, at, replaced) ->
                                        found.attempts() == 2 && at.equals("yesterday") && replaced.learners() == 3,
                                BackupProgress.NONE))
                        .isEqualTo(new Keeper.Outcome.Restored(Path.of("/safe"), true));
                assertThat(keeper.taken.get()).hasSize(100_000);
            }
        }
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
        assertThat(folder).isDirectoryNotContaining("glob:**/socket");
    }

    @Test
    void whoeverGoesAwayOrTalksNonsenseDoesNotKeepOthersWaiting() throws IOException {
        FakeKeeper keeper = new FakeKeeper();
        try (Counter counter = Counter.open(keeper, new DataFolder(folder))) {
            for (String nonsense : new String[] {"", "GET / HTTP/1.1\r\n\r\n", "B\0\0\0\0"}) {
                try (SocketChannel rude = SocketChannel.open(UnixDomainSocketAddress.of(counter.socket()))) {
                    rude.write(ByteBuffer.wrap(nonsense.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                }
            }
            try (RunningInstallation client = RunningInstallation.at(counter.socket())) {
                assertThat(client.backup(OutputStream.nullOutputStream(), BackupProgress.NONE)
                                .learners())
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void aFolderWithALongNameHasItsSocketElsewhere() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a".repeat(100)).resolve("b".repeat(100)));
        Path socket;
        try (Counter counter = Counter.open(new FakeKeeper(), new DataFolder(deep))) {
            socket = counter.socket();
            assertThat(socket.startsWith(deep)).isFalse();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                    .isEqualTo("rwx------");
            try (RunningInstallation client = RunningInstallation.at(socket)) {
                assertThat(client.backup(OutputStream.nullOutputStream(), BackupProgress.NONE)
                                .attempts())
                        .isEqualTo(4);
            }
        }
        assertThat(socket.getParent()).doesNotExist();
    }

    @Test
    void onlyItsOwnerMayOpenIt() throws IOException {
        try (Counter counter = Counter.open(new FakeKeeper(), new DataFolder(folder))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(counter.socket())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatAKilledServerLeftIsInNobodysWay() throws IOException {
        Files.createFile(folder.resolve("socket"));
        try (Counter counter = Counter.open(new FakeKeeper(), new DataFolder(folder));
                RunningInstallation client = RunningInstallation.at(counter.socket())) {
            assertThat(client.backup(OutputStream.nullOutputStream(), BackupProgress.NONE)
                            .learners())
                    .isEqualTo(3);
        }
    }
}
