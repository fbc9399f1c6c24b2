package org.stride.report.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.stride.report.FileReport;
import org.stride.report.FunctionReport;
import org.stride.report.Translator;

/** For people: what is right in a line each, what is wrong with its reason and what to look at; a table at the end of many. */
public final class TextFormat implements ReportFormat {
    private final Translator texts;
    private final boolean colour;
    private final FileText files;

    public TextFormat(Translator texts) {
        this(texts, false);
    }

    /**
     * The same, in colours or not.
     *
     * @param colour whether it goes to a terminal that knows ANSI's codes
     */
    public TextFormat(Translator texts, boolean colour) {
        this.texts = texts;
        this.colour = colour;
        this.files = new FileText(texts);
    }

    @Override
    public void write(List<FileReport> reports, Writer writer) throws IOException {
        for (FileReport report : reports) {
            writer.write(text(report));
            if (reports.size() > 1) {
                writer.write("\n\n");
            }
        }
        if (reports.size() > 1) {
            Sheet sheet = new Sheet(colour);
            new SummaryTable(texts, reports).write(sheet);
            writer.write(sheet.toString());
        }
    }

    private String text(FileReport report) {
        Sheet sheet = new Sheet(colour);
        sheet.heading(files.heading(report));
        files.opening(report, sheet);
        functions(report, false, sheet);
        functions(report, true, sheet);
        files.closing(report, sheet);
        return sheet.toString();
    }

    private void functions(FileReport report, boolean optional, Sheet sheet) {
        List<FunctionReport> some = report.functions().stream()
                .filter(f -> f.optional() == optional)
                .toList();
        if (some.isEmpty()) {
            return;
        }
        sheet.blank();
        if (optional) {
            sheet.paragraph(Paint.STRONG, 0, texts.text("file_report.optional"));
        }
        new FunctionList(texts, report).write(some, sheet);
    }
}
