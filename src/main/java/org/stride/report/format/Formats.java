package org.stride.report.format;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.stride.report.Translator;

/** The formats by their names on the command line. */
public enum Formats {
    TEXT("txt") {
        @Override
        public ReportFormat create(Translator texts, Look look) {
            return new TextFormat(texts, look.colour());
        }
    },
    JSON("json") {
        @Override
        public ReportFormat create(Translator texts, Look look) {
            return new JsonFormat(look.lines() ? JsonFormat.Layout.LINES : JsonFormat.Layout.PRETTY);
        }
    },
    JUNIT("xml") {
        @Override
        public ReportFormat create(Translator texts, Look look) {
            return new JUnitFormat(texts);
        }
    },
    GRADESCOPE("results.json") {
        @Override
        public ReportFormat create(Translator texts, Look look) {
            return new GradescopeFormat(texts);
        }
    },
    CSV("csv") {
        @Override
        public ReportFormat create(Translator texts, Look look) {
            return new CsvFormat();
        }
    };

    private final String extension;

    Formats(String extension) {
        this.extension = extension;
    }

    /**
     * What some formats leave open.
     *
     * @param colour whether text goes to a terminal that knows ANSI's codes
     * @param lines whether JSON puts each report in one line
     */
    public record Look(boolean colour, boolean lines) {
        /** One report in a file. */
        public static final Look PLAIN = new Look(false, false);
    }

    public abstract ReportFormat create(Translator texts, Look look);

    /** The end of a file's name, without its dot; each format has another. */
    public String extension() {
        return extension;
    }

    /** Whether it can tell of more than one file. */
    public boolean takesMany() {
        return this != GRADESCOPE;
    }

    @Override
    public String toString() {
        return JsonField.name(this);
    }

    /**
     * The format of this name.
     *
     * @throws IllegalArgumentException naming those that there are, if there is none of it
     */
    public static Formats named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format is named '" + name + "'; there are "
                        + Arrays.stream(values()).map(Formats::toString).collect(Collectors.joining(", "))));
    }
}
