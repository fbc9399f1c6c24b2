package org.stride.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stride.installation.DataFolder;
import org.stride.learner.store.backup.BackupException;
import org.stride.learner.store.backup.BackupFile;
import org.stride.learner.store.backup.BackupProgress;
import org.stride.learner.store.backup.Backups;
import org.stride.learner.store.backup.Manifest;

/** An installation in the hands of this process: its data folder, and its database. */
public final class Installation implements Keeper {
    private static final DateTimeFormatter FOR_NAMES = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss");

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final DataFolder folder;
    private final Backups database;
    private final Clock clock;
    private final Surroundings surroundings;

    /** What has to be quiet while all is replaced, and has to know afterwards. */
    public interface Surroundings {
        /** Where nobody else is there. */
        Surroundings NONE = new Surroundings() {
            @Override
            public void whileQuiet(Work work) throws IOException {
                work.run();
            }

            @Override
            public void restored() {}
        };

        /** Does it while nobody reads or writes. */
        void whileQuiet(Work work) throws IOException;

        /** All is other than it was, the secret too. */
        void restored();

        /** What is done meanwhile. */
        interface Work {
            void run() throws IOException;
        }
    }

    public Installation(DataFolder folder, Backups database, Clock clock, Surroundings surroundings) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
        this.surroundings = surroundings;
    }

    /** Ends what a crash has left half done: to be called before anybody asks for the secret. */
    public void settle() throws IOException {
        folder.settle(database.lastRestored());
    }

    @Override
    public Kept backup(OutputStream out, BackupProgress progress) throws IOException {
        return kept(database.write(out, folder.secret(), progress));
    }

    private static Kept kept(Manifest manifest) {
        return new Kept(manifest.learners(), manifest.attempts());
    }

    @Override
    public Outcome restore(Path file, Question question, BackupProgress progress) {
        try {
            return restored(file, question, progress);
        } catch (IOException e) {
            throw new BackupException(
                    "the data folder " + folder.path() + " does not take it (" + e.getMessage() + ")", e);
        }
    }

    private Outcome restored(Path file, Question question, BackupProgress progress) throws IOException {
        try (BackupFile backup = database.open(file)) {
            checkRoom(backup);
            if (!database.older(backup)) {
                return restore(backup, question, progress);
            }
            Path newer = Files.createTempFile(folder.scratch(), "newer", ".zip");
            try {
                database.bringUpToDate(backup, folder.scratch(), newer);
                try (BackupFile present = database.open(newer)) {
                    return restore(present, question, progress);
                }
            } finally {
                Files.deleteIfExists(newer);
            }
        }
    }

    /** What is packed may be a thousand times as large as it looks. */
    private void checkRoom(BackupFile backup) throws IOException {
        long room = Files.getFileStore(folder.path()).getUsableSpace();
        if (backup.size() > room) {
            throw new BackupException("the backup takes " + megabytes(backup.size())
                    + " when unpacked, and the disk of " + folder.path() + " has " + megabytes(room) + " left");
        }
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private Outcome restore(BackupFile backup, Question question, BackupProgress progress) throws IOException {
        Backups.Contents now = database.contents();
        Manifest manifest = backup.manifest();
        if (!question.goOn(kept(manifest), manifest.at().toString(), new Kept(now.learners(), now.attempts()))) {
            return new Outcome.Declined();
        }
        byte[] secret = folder.secret();
        SafetyFile safety = new SafetyFile(
                folder.scratch(),
                folder.path()
                        .resolve("before-restore-" + LocalDateTime.now(clock).format(FOR_NAMES) + ".zip"));
        surroundings.whileQuiet(() -> {
            replace(backup, secret, safety, progress);
            surroundings.restored();
        });
        return new Outcome.Restored(safety.file, !Arrays.equals(secret, backup.secret()));
    }

    private void replace(BackupFile backup, byte[] secret, SafetyFile safety, BackupProgress progress)
            throws IOException {
        UUID id = UUID.randomUUID();
        folder.layReady(backup.secret(), id);
        try {
            database.replace(backup, secret, id, safety, progress);
        } catch (IOException | RuntimeException e) {
            // Where even that cannot be said, the next start finds out
            if (database.lastRestored().filter(id::equals).isEmpty()) {
                safety.drop();
                folder.settle(database.lastRestored());
                throw e;
            }
        }
        try {
            folder.settle(database.lastRestored());
        } catch (IOException e) {
            LOG.warn("The work is restored; the secret that belongs to it comes with the next start", e);
        }
    }

    @Override
    public void close() {}

    /** Moved to its place once it is whole. */
    private static final class SafetyFile implements Backups.Safety {
        private final Path scratch;
        private final Path file;
        private @Nullable Path half;

        SafetyFile(Path scratch, Path file) {
            this.scratch = scratch;
            this.file = file;
        }

        @Override
        public OutputStream open() throws IOException {
            Path written = Files.createTempFile(scratch, "before-restore", ".zip");
            half = written;
            DataFolder.forOwnerOnly(written);
            return Files.newOutputStream(written, StandardOpenOption.WRITE);
        }

        @Override
        public void done() throws IOException {
            if (half != null) {
                DataFolder.toDisk(half);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        void drop() throws IOException {
            if (half != null) {
                Files.deleteIfExists(half);
            }
            Files.deleteIfExists(file);
        }
    }
}
