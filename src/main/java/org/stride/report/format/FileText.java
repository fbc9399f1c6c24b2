package org.stride.report.format;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.FunctionReport.Status;
import org.stride.report.Translator;

/** Says how a file did as a whole, and what to do next. */
final class FileText {
    private final Translator texts;
    private final FunctionText functions;

    FileText(Translator texts) {
        this.texts = texts;
        this.functions = new FunctionText(texts);
    }

    /** All that is not about one function, as a text of its own without colours. */
    String whole(FileReport report) {
        Sheet sheet = new Sheet(false);
        opening(report, sheet);
        closing(report, sheet);
        return sheet.toString();
    }

    String heading(FileReport report) {
        return String.join(
                " · ", Stream.concat(Stream.of(report.file()), results(report)).toList());
    }

    private Stream<String> results(FileReport report) {
        if (report.status() == FileReport.Status.ERROR) {
            return Stream.of(score(report), notJudged(report));
        }
        long optional =
                report.functions().stream().filter(FunctionReport::optional).count();
        return optional == 0
                ? Stream.of(score(report))
                : Stream.of(score(report), texts.text("file_report.optional_passed", right(report, true), optional));
    }

    /** In a few words, why there is nothing to tell about any function. */
    String notJudged(FileReport report) {
        return texts.text(report.faulty() ? "file_report.not_judged" : "file_report.not_read");
    }

    /** Such as "3 of 4". */
    String score(FileReport report) {
        return texts.text("file_report.score", Numbers.points(report.score()), Numbers.points(report.possible()));
    }

    void opening(FileReport report, Sheet sheet) {
        sheet.paragraph(0, lead(report));
        if (report.problem() != null) {
            sheet.paragraph(0, report.problem());
        }
    }

    private String lead(FileReport report) {
        if (report.faulty()) {
            return texts.text("file_report.lead.fault");
        }
        return report.status() == FileReport.Status.ERROR ? texts.text("file_report.lead.not_read") : next(report);
    }

    /** What is right, and what to do next. */
    private String next(FileReport report) {
        List<FunctionReport> counting =
                report.functions().stream().filter(f -> !f.optional()).toList();
        long right = right(report, false);
        String next = toLookAt(report);
        if (next == null) {
            boolean everything = report.functions().stream().allMatch(f -> f.status() == Status.PASSED);
            return texts.text(everything ? "file_report.lead.everything" : "file_report.lead.all");
        }
        if (right == counting.size()) {
            return texts.text("file_report.lead.optional", next);
        }
        if (report.functions().stream().allMatch(f -> f.status() == Status.NOT_ATTEMPTED)) {
            return texts.text("file_report.lead.nothing", next);
        }
        return right == 0
                ? texts.text("file_report.lead.none", next)
                : texts.text("file_report.lead.some", right, counting.size(), next);
    }

    /** What to look at first: what is wrong comes before what is missing, since others may build on it. */
    private static @Nullable String toLookAt(FileReport report) {
        return Stream.concat(
                        report.functions().stream()
                                .filter(f -> f.status() == Status.FAILED || f.status() == Status.ERROR),
                        report.functions().stream().filter(f -> f.status() == Status.NOT_ATTEMPTED && !f.optional()))
                .map(FunctionText::toMend)
                .findFirst()
                .orElse(null);
    }

    private static long right(FileReport report, boolean optional) {
        return report.functions().stream()
                .filter(f -> f.optional() == optional && f.status() == Status.PASSED)
                .count();
    }

    void closing(FileReport report, Sheet sheet) {
        List<Finding> remarks = report.remarks().stream()
                .filter(remark -> !remark.text().equals(report.problem()))
                .toList();
        if (!remarks.isEmpty()) {
            sheet.blank();
            remarks.forEach(remark -> functions.note(remark, sheet, 0));
        }
        FileReport.Environment with = report.environment();
        sheet.blank();
        sheet.paragraph(
                Paint.QUIET,
                0,
                texts.text("file_report.environment", with.stride(), with.numpy(), with.python(), with.secret()));
    }
}
