package org.stride.report.format;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.stride.report.FileReport;
import org.stride.report.FunctionReport;

/** The order of the course, for reports on different parts of it. */
final class Course {
    private static final List<String> FUNCTIONS = List.of(
            "zero_pad",
            "conv_single_step",
            "conv_forward",
            "pool_forward",
            "conv_backward",
            "create_mask_from_window",
            "distribute_value",
            "pool_backward");

    private Course() {}

    /** The place in the course, from 1; what is not of the course comes after it. */
    static int number(String function) {
        int place = FUNCTIONS.indexOf(function);
        return place < 0 ? FUNCTIONS.size() + 1 : place + 1;
    }

    /** Every function that any of the reports has. */
    static List<String> functions(Collection<FileReport> reports) {
        return reports.stream()
                .flatMap(report -> report.functions().stream())
                .map(FunctionReport::name)
                .distinct()
                .sorted(Comparator.comparingInt(Course::number))
                .toList();
    }
}
