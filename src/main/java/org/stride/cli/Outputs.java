package org.stride.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stride.report.FileReport;
import org.stride.report.Translator;
import org.stride.report.format.Formats;
import org.stride.report.format.Formats.Look;

/**
 * Where reports go: one format to the terminal or into a file; several, or one for each file, into a folder. JSON goes out line by
 * line as the reports come, so nothing of it is lost if the batch is ended.
 */
final class Outputs implements AutoCloseable {
    private final Set<Formats> formats;
    private final Translator texts;
    private final PrintWriter terminal;
    private final @Nullable Path out;
    private final boolean folder;
    private final Look look;
    private final List<FileReport> kept = new ArrayList<>();
    private final Set<Path> written = new HashSet<>();
    private @Nullable Writer lines;

    /**
     * @param out a file or a folder; {@code null} for the terminal
     * @param one whether there is one report only
     * @param colour whether the terminal knows colours
     */
    Outputs(
            Set<Formats> formats,
            Translator texts,
            PrintWriter terminal,
            @Nullable Path out,
            boolean one,
            boolean colour) {
        this.formats = formats;
        this.texts = texts;
        this.terminal = terminal;
        this.out = out;
        this.folder = out != null && (formats.size() > 1 || Files.isDirectory(out));
        this.look = new Look(colour && out == null, !one);
        if (formats.contains(Formats.GRADESCOPE) && !one && !folder) {
            throw new CommandException(
                    "gradescope has one result for each file: add --out FOLDER, which must exist, or name one file");
        }
        prepare();
    }

    private void prepare() {
        try {
            if (folder && out != null) {
                Files.createDirectories(out);
            }
            if (formats.contains(Formats.JSON)) {
                lines = writer(folder ? "report." + (look.lines() ? "jsonl" : "json") : "");
            }
        } catch (IOException e) {
            throw new CommandException("cannot write to " + out + ": " + e);
        }
    }

    /** Takes the next report. */
    void add(FileReport report) {
        try {
            if (lines != null) {
                Formats.JSON.create(texts, look).write(List.of(report), lines);
                lines.flush();
            }
            if (folder) {
                for (Formats format : formats) {
                    if (format == Formats.TEXT || format == Formats.GRADESCOPE) {
                        writeApart(format, report);
                    }
                }
            }
            if (keeps()) {
                kept.add(report);
            }
        } catch (IOException e) {
            throw new CommandException("the report on " + report.file() + " cannot be written to "
                    + (out == null ? "the terminal" : out) + ": " + e);
        }
    }

    private boolean keeps() {
        return formats.stream().anyMatch(format -> format != Formats.JSON && (!folder || isTable(format)));
    }

    private static boolean isTable(Formats format) {
        return format == Formats.JUNIT || format == Formats.CSV;
    }

    @Override
    public void close() throws IOException {
        if (lines != null && out != null) {
            lines.close();
        }
        for (Formats format : formats) {
            if (format != Formats.JSON && (!folder || isTable(format))) {
                Writer writer = writer(folder ? "report." + format.extension() : "");
                format.create(texts, look).write(kept, writer);
                writer.flush();
                if (out != null) {
                    writer.close();
                }
            }
        }
    }

    private Writer writer(String name) throws IOException {
        return out == null ? terminal : Files.newBufferedWriter(folder ? out.resolve(name) : out);
    }

    /** A file for each report, in folders as those that were judged. */
    private void writeApart(Formats format, FileReport report) throws IOException {
        if (out == null) {
            return;
        }
        Path path = unused(out.resolve(ReportName.inFolder(report.file())), format.extension());
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        StringWriter text = new StringWriter();
        format.create(texts, Look.PLAIN).write(List.of(report), text);
        try (BufferedWriter writer = Files.newBufferedWriter(path)) {
            writer.write(text.toString());
        }
    }

    private Path unused(Path path, String extension) {
        Path candidate = Path.of(path + "." + extension);
        for (int number = 2; !written.add(candidate); number++) {
            candidate = Path.of(path + "-" + number + "." + extension);
        }
        return candidate;
    }
}
