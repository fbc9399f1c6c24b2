package org.stride.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The name of a report, after that of its file: in the same folders, and whatever that name is, one that can be written. */
final class ReportName {
    /** Bytes; file systems take 255, and an ending comes on top. */
    private static final int LONGEST = 200;

    private static final List<String> LEADING_OUT = List.of("", ".", "..");

    private ReportName() {}

    /** A path that stays inside of whatever folder it is put in. */
    static Path inFolder(String file) {
        Path path = Path.of("");
        for (String part : file.split("/", -1)) {
            path = LEADING_OUT.contains(part) ? path : path.resolve(writable(shortened(part)));
        }
        return path;
    }

    /** Cut where it is too long, with a mark that tells it from others that begin alike. */
    private static String shortened(String part) {
        if (part.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return part;
        }
        int end = part.length();
        while (part.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST - 9) {
            end = part.offsetByCodePoints(end, -1);
        }
        return part.substring(0, end) + "~%08x".formatted(part.hashCode());
    }

    /** Where the system knows only plain letters, others are left out. */
    private static String writable(String part) {
        try {
            Path unused = Path.of(part);
            return part;
        } catch (InvalidPathException e) {
            return part.replaceAll("[^ -~]", "_");
        }
    }
}
