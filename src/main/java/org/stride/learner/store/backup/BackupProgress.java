package org.stride.learner.store.backup;

/** Hears how far a backup or a restore is. */
@FunctionalInterface
public interface BackupProgress {
    BackupProgress NONE = (rows, of) -> {};

    /**
     * So many rows of all are done. Called now and then.
     *
     * @param rows how many so far
     * @param of how many there are in all
     */
    void at(long rows, long of);
}
