package org.stride.report.format;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.Translator;

/** JUnit XML, in the subset that every reader takes: a suite for each file, a case for each function. */
public final class JUnitFormat implements ReportFormat {
    private static final int LONGEST_MESSAGE = 300;

    private final String reading;
    private final FileText files;
    private final FunctionText functions;
    private final @Nullable String timestamp;

    public JUnitFormat(Translator texts) {
        this(texts, null);
    }

    /**
     * The same, with the time when it was judged.
     *
     * @param time {@code null} leaves it out, so that the same reports give the same text
     */
    public JUnitFormat(Translator texts, @Nullable Instant time) {
        this.reading = texts.text("file_report.reading");
        this.files = new FileText(texts);
        this.functions = new FunctionText(texts);
        this.timestamp = time == null
                ? null
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    @Override
    public void write(List<FileReport> reports, Writer writer) throws IOException {
        try {
            Xml xml = new Xml();
            xml.open("testsuites");
            for (FileReport report : reports) {
                suite(report, xml);
            }
            xml.close();
            writer.write(xml.document());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void suite(FileReport report, Xml xml) throws XMLStreamException {
        xml.open("testsuite", attributes(report));
        if (report.problem() != null) {
            xml.open("testcase", "classname", report.file(), "name", reading, "time", "0");
            xml.element(
                    "error",
                    report.problem(),
                    "message",
                    brief(report.problem()),
                    "type",
                    report.faulty() ? FileReport.FAULT : "unreadable");
            xml.close();
        }
        for (FunctionReport function : report.functions()) {
            testCase(report.file(), function, xml);
        }
        xml.element("system-out", files.whole(report));
        xml.close();
    }

    private String[] attributes(FileReport report) {
        int unreadable = report.problem() == null ? 0 : 1;
        List<String> attributes = new ArrayList<>(List.of(
                "name", report.file(),
                "tests", String.valueOf(report.functions().size() + unreadable),
                "failures", String.valueOf(count(report, Result.FAILURE)),
                "errors", String.valueOf(count(report, Result.ERROR) + unreadable),
                "skipped", String.valueOf(count(report, Result.SKIPPED)),
                "time", time(report.seconds())));
        if (timestamp != null) {
            attributes.addAll(List.of("timestamp", timestamp));
        }
        return attributes.toArray(String[]::new);
    }

    private static long count(FileReport report, Result result) {
        return report.functions().stream()
                .filter(function -> Result.of(function) == result)
                .count();
    }

    private void testCase(String file, FunctionReport function, Xml xml) throws XMLStreamException {
        xml.open("testcase", "classname", file, "name", function.name(), "time", time(function.seconds()));
        String text = functions.whole(function);
        switch (Result.of(function)) {
            case PASSED -> xml.element("system-out", text);
            case FAILURE -> xml.element("failure", text, "message", message(function), "type", type(function));
            case ERROR -> xml.element("error", text, "message", message(function), "type", type(function));
            case SKIPPED -> xml.element("skipped", text, "message", message(function));
        }
        xml.close();
    }

    private static String message(FunctionReport function) {
        Finding first = first(function);
        return brief(first == null ? function.summary() : first.text());
    }

    private static String type(FunctionReport function) {
        Finding first = first(function);
        return first == null ? JsonField.name(function.status()) : first.id();
    }

    private static @Nullable Finding first(FunctionReport function) {
        return function.problem() != null ? function.problem() : function.diagnosis();
    }

    private static String brief(String text) {
        return Wrap.cut(text.strip().replaceAll("\\s+", " "), LONGEST_MESSAGE);
    }

    private static String time(double seconds) {
        return Numbers.milliseconds(seconds).toPlainString();
    }

    /** What a function is in the words of JUnit: one that is missing is a failure, unless it may be left out. */
    private enum Result {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        static Result of(FunctionReport function) {
            return switch (function.status()) {
                case PASSED -> PASSED;
                case FAILED -> FAILURE;
                case ERROR -> ERROR;
                case NOT_ATTEMPTED -> function.optional() ? SKIPPED : FAILURE;
            };
        }
    }
}
