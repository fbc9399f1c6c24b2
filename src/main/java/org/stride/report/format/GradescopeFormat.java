package org.stride.report.format;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.stride.report.FileReport;
import org.stride.report.FunctionReport;
import org.stride.report.Translator;

/** The {@code results.json} of one submission to Gradescope. */
public final class GradescopeFormat implements ReportFormat {
    private static final String TEXT = "text";
    private static final String HIDDEN = "hidden";

    private final Translator texts;
    private final FileText files;
    private final FunctionText functions;

    public GradescopeFormat(Translator texts) {
        this.texts = texts;
        this.files = new FileText(texts);
        this.functions = new FunctionText(texts);
    }

    @Override
    public void write(List<FileReport> reports, Writer writer) throws IOException {
        if (reports.size() != 1) {
            throw new IllegalArgumentException("Gradescope takes the report of one file, got " + reports.size());
        }
        writer.write(Json.pretty(results(reports.getFirst())));
        writer.write('\n');
    }

    /** Writes the results of a submission in which there is nothing to judge: no points, and what is amiss. */
    public void writeNothing(String problem, Writer writer) throws IOException {
        Sheet sheet = new Sheet(false);
        sheet.paragraph(0, problem);
        writer.write(Json.pretty(new Results(
                BigDecimal.ZERO, BigDecimal.ZERO, sheet.toString(), TEXT, TEXT, HIDDEN, Map.of(), List.of())));
        writer.write('\n');
    }

    private Results results(FileReport report) {
        return new Results(
                points(report.score()),
                Numbers.milliseconds(report.seconds()),
                files.whole(report),
                TEXT,
                TEXT,
                HIDDEN,
                Map.of("environment", report.environment()),
                report.functions().stream().map(this::test).toList());
    }

    private Test test(FunctionReport function) {
        return new Test(
                function.name(),
                String.valueOf(Course.number(function.name())),
                function.status() == FunctionReport.Status.PASSED ? "passed" : "failed",
                function.optional() ? BigDecimal.ZERO : points(function.score()),
                function.optional() ? BigDecimal.ZERO : points(function.points()),
                output(function),
                TEXT,
                "visible");
    }

    private String output(FunctionReport function) {
        String text = functions.whole(function);
        return function.optional() ? texts.text("file_report.counts_beside") + "\n" + text : text;
    }

    private static BigDecimal points(double points) {
        return Numbers.rounded(points, 6);
    }

    /** The whole, in Gradescope's names. */
    private record Results(
            BigDecimal score,
            BigDecimal executionTime,
            String output,
            String outputFormat,
            String testOutputFormat,
            String stdoutVisibility,
            Map<String, FileReport.Environment> extraData,
            List<Test> tests) {}

    /** One function, in Gradescope's names. */
    private record Test(
            String name,
            String number,
            String status,
            BigDecimal score,
            BigDecimal maxScore,
            String output,
            String outputFormat,
            String visibility) {}
}
