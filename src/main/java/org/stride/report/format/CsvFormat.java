package org.stride.report.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;

/** A table for an instructor: a row for each file, a column for each function. RFC 4180, with names for machines. */
public final class CsvFormat implements ReportFormat {
    /** What makes a formula of a cell, for one spreadsheet or another; the last four are the first ones in full width. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    @Override
    public void write(List<FileReport> reports, Writer writer) throws IOException {
        List<String> functions = Course.functions(reports);
        CSVPrinter table = new CSVPrinter(writer, CSVFormat.RFC4180);
        table.printRecord(header(functions));
        for (FileReport report : reports) {
            table.printRecord(row(report, functions));
        }
        table.flush();
    }

    private static List<String> header(List<String> functions) {
        List<String> header = new ArrayList<>(List.of("file", "status", "score", "possible", "percent"));
        functions.forEach(name -> header.add(guarded(name)));
        header.add("problem");
        return header;
    }

    private static List<String> row(FileReport report, List<String> functions) {
        List<String> row = new ArrayList<>();
        row.add(guarded(report.file()));
        row.add(JsonField.name(report.status()));
        row.add(Numbers.rounded(report.score(), 6).toPlainString());
        row.add(Numbers.rounded(report.possible(), 6).toPlainString());
        row.add(Numbers.rounded(report.percent(), 2).toPlainString());
        functions.forEach(name -> row.add(status(report, name)));
        row.add(guarded(problem(report)));
        return row;
    }

    /** Why the file was not judged, or not all of it; empty if it was. */
    private static String problem(FileReport report) {
        if (report.problem() != null) {
            return report.problem();
        }
        return Stream.concat(
                        report.remarks().stream(),
                        report.functions().stream().map(FunctionReport::problem).filter(Objects::nonNull))
                .filter(FunctionText::isOurs)
                .map(Finding::text)
                .findFirst()
                .orElse("");
    }

    /** Empty if the function was not asked for. */
    private static String status(FileReport report, String name) {
        return report.functions().stream()
                .filter(function -> function.name().equals(name))
                .map(function -> JsonField.name(function.status()))
                .findFirst()
                .orElse("");
    }

    /** A text from outside, with an apostrophe before whatever a spreadsheet would compute. */
    private static String guarded(String text) {
        String cell = Visible.cell(text);
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
