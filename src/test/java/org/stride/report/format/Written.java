package org.stride.report.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stride.report.FileReport;

/** What a format writes, and texts as streams. */
final class Written {
    private Written() {}

    static String by(ReportFormat format, FileReport... reports) {
        return by(format, List.of(reports));
    }

    static String by(ReportFormat format, List<FileReport> reports) {
        StringWriter writer = new StringWriter();
        try {
            format.write(reports, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
