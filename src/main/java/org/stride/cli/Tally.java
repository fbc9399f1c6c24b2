package org.stride.cli;

import org.jspecify.annotations.Nullable;
import org.stride.report.FileReport;

/** Counts how files did. */
final class Tally {
    private int passed;
    private int failed;
    private int unreadable;
    private int faulty;
    private double lowest = 100;

    void add(FileReport report) {
        switch (report.status()) {
            case PASSED -> passed++;
            case FAILED -> failed++;
            case ERROR -> unreadable++;
        }
        lowest = Math.min(lowest, report.status() == FileReport.Status.ERROR ? 0 : report.percent());
        if (report.faulty()) {
            faulty++;
        }
    }

    String summary() {
        int all = passed + failed + unreadable;
        return "%d %s: %d passed, %d failed%s%s"
                .formatted(
                        all,
                        all == 1 ? "file" : "files",
                        passed,
                        failed,
                        unreadable == 0 ? "" : ", " + unreadable + " could not be read",
                        faulty == 0 ? "" : ". " + faulty + " could not be judged for a reason of this installation");
    }

    int exitCode(@Nullable Double failUnder) {
        if (faulty > 0) {
            return Main.COULD_NOT;
        }
        boolean well = failUnder == null ? failed + unreadable == 0 : lowest >= failUnder;
        return well ? Main.PASSED : Main.FAILED;
    }
}
