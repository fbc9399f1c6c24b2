package org.stride.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a batch is, on a terminal; nothing where there is none. */
final class Progress implements AutoCloseable {
    private static final int EVERY_MILLISECONDS = 200;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress of(int files, boolean shown) {
        return new Progress(
                shown && files > 1
                        ? new ProgressBarBuilder()
                                .setTaskName("Judging")
                                .setInitialMax(files)
                                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                                .setUpdateIntervalMillis(EVERY_MILLISECONDS)
                                .setUnit(" files", 1)
                                .build()
                        : null);
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
