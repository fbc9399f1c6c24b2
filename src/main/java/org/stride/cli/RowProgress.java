package org.stride.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.stride.learner.store.backup.BackupProgress;

/** How far a backup is, on a terminal; nothing where there is none. */
final class RowProgress implements BackupProgress, AutoCloseable {
    private final @Nullable ProgressBar bar;

    private RowProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static RowProgress of(String task) {
        return new RowProgress(
                Boolean.getBoolean("stride.terminal")
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                                .setUpdateIntervalMillis(200)
                                .setUnit(" rows", 1)
                                .build()
                        : null);
    }

    @Override
    public void at(long rows, long of) {
        if (bar != null) {
            bar.maxHint(of);
            bar.stepTo(rows);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
