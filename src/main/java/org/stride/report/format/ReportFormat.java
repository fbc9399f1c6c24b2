package org.stride.report.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.stride.report.FileReport;

/** A way to write reports down. The same reports give the same text, byte for byte. */
public interface ReportFormat {
    /** Writes the reports in their order; never closes the writer. */
    void write(List<FileReport> reports, Writer writer) throws IOException;
}
