package org.stride.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stride.report.FileReport;
import org.stride.report.FileReport.Environment;

/** Whether reports belong together: of different files, judged with the same versions and the same held-out checks. */
final class Merging {
    private Merging() {}

    static void check(List<FileReport> reports) {
        Set<String> files = new HashSet<>();
        for (FileReport report : reports) {
            if (!files.add(report.file())) {
                throw new CommandException("there are two reports on " + report.file() + "; expected one");
            }
            Environment first = reports.getFirst().environment();
            if (!report.environment().equals(first)) {
                throw new CommandException("the reports do not belong together: "
                        + reports.getFirst().file() + " was judged with " + first + ", " + report.file() + " with "
                        + report.environment());
            }
        }
    }
}
