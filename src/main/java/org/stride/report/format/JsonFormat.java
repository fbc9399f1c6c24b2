package org.stride.report.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import org.stride.report.FileReport;

/** For machines, one object for each report, as {@code report.schema.json} describes it; and back again. */
public final class JsonFormat implements ReportFormat {
    /** How an object lies in the text. */
    public enum Layout {
        /** Over several lines. */
        PRETTY,
        /** In one line, so that a text of many objects can be read line by line. */
        LINES
    }

    private final Layout layout;

    public JsonFormat(Layout layout) {
        this.layout = layout;
    }

    @Override
    public void write(List<FileReport> reports, Writer writer) throws IOException {
        for (FileReport report : reports) {
            writer.write(
                    switch (layout) {
                        case PRETTY -> Json.pretty(report);
                        case LINES -> Json.line(report);
                    });
            writer.write('\n');
        }
    }

    /**
     * Reads what {@link #write} wrote, in either layout or both, one after the other; never closes the stream.
     *
     * @throws UnreadableReportException if anything in it is not as it should be
     */
    public static List<FileReport> read(InputStream text) throws IOException, UnreadableReportException {
        return ReportReader.read(text);
    }
}
