package org.stride.report.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** Reads reports back, and believes nothing that {@code report.schema.json} does not allow. */
final class ReportReader {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,63}");

    private ReportReader() {}

    static List<FileReport> read(InputStream text) throws IOException, UnreadableReportException {
        List<FileReport> reports = new ArrayList<>();
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                reports.add(next(parser, reports.size() + 1));
            }
            return reports;
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new UnreadableReportException("report " + (reports.size() + 1) + where(e) + ": this is not JSON: "
                    + Visible.line(e.getOriginalMessage()));
        }
    }

    /** What exceeds a limit of the parser has no place. */
    private static String where(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static FileReport next(JsonParser parser, int number) throws UnreadableReportException {
        int line = parser.currentTokenLocation().getLineNr();
        try {
            return file(new JsonField("", parser.readValueAsTree()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableReportException(
                    "report " + number + ", which begins in line " + line + ": " + e.getMessage());
        }
    }

    private static FileReport file(JsonField report) {
        report.with("file", "status", "problem", "score", "possible", "functions", "remarks", "environment", "seconds");
        JsonField problem = report.get("problem");
        FileReport.Status status = report.get("status").oneOf(FileReport.Status.class);
        double possible = report.get("possible").number();
        return new FileReport(
                report.get("file").text(),
                status,
                status == FileReport.Status.ERROR ? problem.text() : problem.nothing(),
                report.get("score").number(possible),
                possible,
                report.get("functions").each(ReportReader::function),
                report.get("remarks").each(ReportReader::finding),
                environment(report.get("environment")),
                report.get("seconds").number());
    }

    private static FunctionReport function(JsonField function) {
        function.with(
                "name",
                "status",
                "optional",
                "points",
                "score",
                "place",
                "shown",
                "held_out",
                "summary",
                "first_difference",
                "problem",
                "diagnosis",
                "blame",
                "notes",
                "seconds");
        double points = function.get("points").number();
        return new FunctionReport(
                name(function.get("name")),
                function.get("status").oneOf(FunctionReport.Status.class),
                function.get("optional").truth(),
                points,
                function.get("score").number(points),
                function.get("place").orNull(ReportReader::place),
                function.get("shown").orNull(ReportReader::count),
                function.get("held_out").orNull(ReportReader::count),
                function.get("summary").text(),
                function.get("first_difference").orNull(ReportReader::difference),
                function.get("problem").orNull(ReportReader::finding),
                function.get("diagnosis").orNull(ReportReader::finding),
                function.get("blame").orNull(ReportReader::blame),
                function.get("notes").each(ReportReader::finding),
                function.get("seconds").number());
    }

    private static String name(JsonField name) {
        if (!NAME.matcher(name.text()).matches()) {
            throw name.unexpected("a function's name");
        }
        return name.text();
    }

    private static Place place(JsonField place) {
        place.with("cell", "line", "code");
        return new Place(
                place.get("cell").orNull(cell -> cell.integer(1)),
                place.get("line").integer(1),
                place.get("code").text());
    }

    private static FunctionReport.Count count(JsonField count) {
        count.with("passed", "total");
        int total = count.get("total").integer(0);
        int passed = count.get("passed").integer(0);
        if (passed > total) {
            throw count.get("passed").unexpected("at most the total, " + total);
        }
        return new FunctionReport.Count(passed, total);
    }

    private static FunctionReport.FirstDifference difference(JsonField difference) {
        difference.with("check", "traits", "part", "index", "expected", "got", "text", "working");
        return new FunctionReport.FirstDifference(
                difference.get("check").text(),
                difference.get("traits").text(),
                difference.get("part").orNull(JsonField::text),
                difference.get("index").orNull(index -> index.each(axis -> axis.integer(0))),
                difference.get("expected").orNull(JsonField::text),
                difference.get("got").orNull(JsonField::text),
                difference.get("text").text(),
                difference.get("working").each(JsonField::text));
    }

    private static FunctionReport.BlameReport blame(JsonField blame) {
        blame.with("with_reference_helpers", "with_own_helpers", "cause", "text");
        return new FunctionReport.BlameReport(
                blame.get("with_reference_helpers").oneOf(FunctionReport.Status.class),
                blame.get("with_own_helpers").oneOf(FunctionReport.Status.class),
                blame.get("cause").each(ReportReader::name),
                blame.get("text").text());
    }

    private static Finding finding(JsonField finding) {
        finding.with("id", "place", "text");
        return new Finding(
                finding.get("id").text(),
                finding.get("place").orNull(ReportReader::place),
                finding.get("text").text());
    }

    private static FileReport.Environment environment(JsonField environment) {
        environment.with("stride", "numpy", "python", "secret");
        return new FileReport.Environment(
                environment.get("stride").text(),
                environment.get("numpy").text(),
                environment.get("python").text(),
                environment.get("secret").text());
    }
}
