package org.stride.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.stride.learner.store.backup.BackupProgress;

/** Whoever can make and restore backups of an installation: this process, or the server that runs. */
public interface Keeper extends AutoCloseable {
    /** Writes a backup; leaves {@code out} open. */
    Kept backup(OutputStream out, BackupProgress progress) throws IOException;

    /** What a backup holds. */
    record Kept(long learners, long attempts) {}

    /** Verifies all of a backup, asks, and replaces everything with it, or nothing. */
    Outcome restore(Path file, Question question, BackupProgress progress) throws IOException;

    /** Asks whoever has to know. */
    @FunctionalInterface
    interface Question {
        /**
         * Whether to go on.
         *
         * @param found of the backup
         * @param replaced of what there is
         */
        boolean goOn(Kept found, String madeAt, Kept replaced);
    }

    /** How a restore ended. */
    sealed interface Outcome {
        /**
         * It is done.
         *
         * @param safety the backup of what was there before
         * @param otherSecret whether the installation's secret is another one now
         */
        record Restored(Path safety, boolean otherSecret) implements Outcome {}

        /** Nothing was changed, as was wished. */
        record Declined() implements Outcome {}
    }

    @Override
    void close();
}
