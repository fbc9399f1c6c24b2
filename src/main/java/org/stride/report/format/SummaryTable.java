package org.stride.report.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stride.report.FileReport;
import org.stride.report.Translator;

/** Many files at a glance: a line for each with its score and a mark for each function, what the marks mean, and the counts. */
final class SummaryTable {
    private static final int LONGEST_NAME = 60;
    private static final String GAP = "  ";
    private static final String NO_BREAK = "\u00a0";

    private final Translator texts;
    private final FileText files;
    private final List<FileReport> reports;
    private final List<String> functions;
    private final int names;
    private final int scores;

    SummaryTable(Translator texts, List<FileReport> reports) {
        this.texts = texts;
        this.files = new FileText(texts);
        this.reports = reports;
        this.functions = Course.functions(reports);
        this.names = widest(texts.text("file_report.file"), reports.stream().map(SummaryTable::name));
        this.scores = widest(texts.text("file_report.points"), reports.stream().map(files::score));
    }

    void write(Sheet sheet) {
        sheet.heading(texts.text("file_report.summary"));
        sheet.row(
                Paint.STRONG,
                row(
                        texts.text("file_report.file"),
                        texts.text("file_report.points"),
                        IntStream.rangeClosed(1, functions.size()).mapToObj(String::valueOf)));
        reports.forEach(report -> sheet.row(paint(report), row(name(report), files.score(report), marks(report))));
        sheet.blank();
        sheet.paragraph(Paint.QUIET, 0, numbers());
        sheet.paragraph(Paint.QUIET, 0, meanings());
        sheet.blank();
        sheet.paragraph(Paint.STRONG, 0, total());
    }

    private String row(String name, String score, Stream<String> marks) {
        return padded(name, names) + GAP + padded(score, scores) + GAP + marks.collect(Collectors.joining(" "));
    }

    private Stream<String> marks(FileReport report) {
        if (report.status() == FileReport.Status.ERROR) {
            return Stream.of(files.notJudged(report));
        }
        return functions.stream()
                .map(name -> report.functions().stream()
                        .filter(function -> function.name().equals(name))
                        .map(function -> Mark.of(function).sign())
                        .findFirst()
                        .orElse(" "));
    }

    /** Which function each number stands for. */
    private String numbers() {
        return IntStream.range(0, functions.size())
                .mapToObj(place -> (place + 1) + NO_BREAK + functions.get(place))
                .collect(Collectors.joining(" · "));
    }

    private String meanings() {
        return Arrays.stream(Mark.values())
                .map(mark -> mark.sign() + " " + mark.meaning(texts))
                .collect(Collectors.joining(GAP));
    }

    private String total() {
        return texts.text(
                "file_report.total",
                reports.size(),
                count(FileReport.Status.PASSED),
                count(FileReport.Status.FAILED),
                count(FileReport.Status.ERROR));
    }

    private long count(FileReport.Status status) {
        return reports.stream().filter(report -> report.status() == status).count();
    }

    private static Paint paint(FileReport report) {
        return switch (report.status()) {
            case PASSED -> Paint.GOOD;
            case FAILED -> Paint.PLAIN;
            case ERROR -> Paint.BAD;
        };
    }

    /** The end of a long name tells more than its beginning. */
    private static String name(FileReport report) {
        return Wrap.cutFront(Visible.line(report.file()), LONGEST_NAME);
    }

    private static int widest(String heading, Stream<String> cells) {
        return Stream.concat(Stream.of(heading), cells)
                .mapToInt(Wrap::length)
                .max()
                .orElseThrow();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - Wrap.length(text));
    }
}
