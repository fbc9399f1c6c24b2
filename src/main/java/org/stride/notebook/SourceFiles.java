package org.stride.notebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads notebooks and scripts. What a file is, its content decides, and its name only where the content leaves it open. However
 * large a notebook's outputs are, they are passed over.
 *
 * <p>Whatever the file's encoding and line ends, the code comes as text with {@code \n} between its lines; form feeds stay, since
 * Python knows them. What no encoding can write comes as U+FFFD.
 */
public final class SourceFiles {
    /** A function or an import, as they begin a line of Python. */
    private static final Pattern PYTHON = Pattern.compile("^(?:def|import|from|class)\\s+\\w", Pattern.MULTILINE);

    private static final Pattern CELLS = Pattern.compile("\"(?:cells|worksheets)\"\\s*:");
    private static final Pattern CONFLICT = Pattern.compile("^<<<<<<< ", Pattern.MULTILINE);

    private SourceFiles() {}

    /** Reads what has been sent as a file of this name. */
    public static SourceFile read(String name, byte[] content) throws UnreadableFileException {
        try {
            return read(name, new ByteArrayInputStream(content), ReadingLimits.USUAL);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    /** Reads a file; whatever keeps it from being read is a sentence too. */
    public static SourceFile read(Path file) throws UnreadableFileException {
        if (!Files.isRegularFile(file)) {
            // A pipe, for one, might never end.
            throw Files.isDirectory(file)
                    ? Refusals.folder()
                    : Files.exists(file) ? Refusals.noPlainFile() : Refusals.noSuchFile();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file.toString(), stream, ReadingLimits.USUAL);
        } catch (IOException e) {
            throw Refusals.notReadable();
        }
    }

    /**
     * Reads a stream to its end, or to its limits; never closes it.
     *
     * @throws IOException if the stream breaks
     */
    public static SourceFile read(String name, InputStream stream, ReadingLimits limits)
            throws UnreadableFileException, IOException {
        CappedStream capped = new CappedStream(stream, limits.bytes());
        try {
            byte[] head = capped.readNBytes(limits.scriptBytes());
            return new Reading(name, head, capped, limits).file();
        } catch (CappedStream.TooLargeException e) {
            throw Refusals.tooLarge(limits.bytes());
        }
    }

    /** One file. */
    private static final class Reading {
        private final String name;
        /** Its beginning, which is all of it if it is a script that is not too long. */
        private final byte[] head;

        private final InputStream rest;
        private final ReadingLimits limits;

        Reading(String name, byte[] head, InputStream rest, ReadingLimits limits) {
            this.name = name;
            this.head = head;
            this.rest = rest;
            this.limits = limits;
        }

        SourceFile file() throws UnreadableFileException, IOException {
            UnreadableFileException other = Signature.refuse(head);
            if (other != null) {
                throw other;
            }
            if (!SourceText.mark(head).there() && hasNull(head)) {
                throw Refusals.notText();
            }
            SourceText.Decoded decoded = SourceText.decode(head);
            String text = decoded.text();
            if (text.isBlank()) {
                throw Refusals.empty();
            }
            return text.stripLeading().startsWith("{") && isNotebook(text)
                    ? notebook(text)
                    : script(text, decoded.charset());
        }

        private boolean isNotebook(String text) {
            return namedAsNotebook()
                    || head.length == limits.scriptBytes()
                    || CELLS.matcher(text).find();
        }

        /** Browsers like to put another ending behind the real one. */
        private boolean namedAsNotebook() {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.contains(".ipynb") || lower.endsWith(".json");
        }

        private SourceFile notebook(String text) throws UnreadableFileException, IOException {
            if (CONFLICT.matcher(text).find()) {
                throw Refusals.mergeConflict();
            }
            SourceText.Mark mark = SourceText.mark(head);
            InputStream all = new SequenceInputStream(
                    new ByteArrayInputStream(head, mark.length(), head.length - mark.length()), rest);
            return new NotebookSource(new InputStreamReader(all, mark.charset()), limits).read();
        }

        private SourceFile script(String text, Charset charset) throws UnreadableFileException {
            if (text.indexOf('\0') >= 0 || hasManyControls(text)) {
                throw Refusals.notText();
            }
            if (namedAsNotebook() && !PYTHON.matcher(text).find()) {
                throw text.stripLeading().startsWith("[") ? Refusals.notAnObject("a list") : Refusals.plainText();
            }
            String source = SourceText.withWholeCharacters(SourceText.withPlainLineEnds(text));
            if (source.length() > limits.characters()) {
                throw Refusals.tooLong(limits.characters());
            }
            return new SourceFile(SourceFile.Kind.SCRIPT, List.of(new CodeCell(0, source)), charset.name());
        }
    }

    /** A text as it comes back from a file that it was written to. */
    public static String asRead(String text) {
        return SourceText.withWholeCharacters(SourceText.withPlainLineEnds(text));
    }

    private static boolean hasNull(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** One in twenty is more than any text has. */
    private static boolean hasManyControls(String text) {
        return text.chars().filter(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0).count() * 20 > text.length();
    }
}
