package org.stride.notebook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the bytes of a script to its text: byte-order marks, the encoding that it names, and what to do if neither is right. */
final class SourceText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** As Python looks for it, see PEP 263: in a comment that is alone in one of the first two lines. */
    private static final Pattern NAMED_ENCODING =
            Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]{1,40})", Pattern.MULTILINE);

    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("[ \\t\\f]*(?:#.*)?");

    /** A byte-order mark and what it says. */
    record Mark(Charset charset, int length) {
        static final Mark NONE = new Mark(StandardCharsets.UTF_8, 0);

        boolean there() {
            return length > 0;
        }
    }

    /** A text, and the encoding that it was written in. */
    record Decoded(String text, Charset charset) {}

    private SourceText() {}

    /** {@link Mark#NONE} if there is none. */
    static Mark mark(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Mark(StandardCharsets.UTF_8, 3);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return new Mark(StandardCharsets.UTF_16LE, 2);
        }
        return begins(bytes, 0xFE, 0xFF) ? new Mark(StandardCharsets.UTF_16BE, 2) : Mark.NONE;
    }

    private static boolean begins(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int place = 0; place < start.length; place++) {
            if (bytes[place] != (byte) start[place]) {
                return false;
            }
        }
        return true;
    }

    /** The text without its byte-order mark, its lines as they are. Never fails: as a last resort every byte is a character. */
    static Decoded decode(byte[] bytes) {
        Mark mark = mark(bytes);
        ByteBuffer content = ByteBuffer.wrap(bytes, mark.length(), bytes.length - mark.length());
        if (mark.there() && !mark.charset().equals(StandardCharsets.UTF_8)) {
            return new Decoded(mark.charset().decode(content).toString(), mark.charset());
        }
        Charset named = mark.there() ? null : namedEncoding(bytes);
        for (Charset charset : named == null
                ? List.of(StandardCharsets.UTF_8, WINDOWS)
                : List.of(named, StandardCharsets.UTF_8, WINDOWS)) {
            String text = strictly(charset, content.duplicate());
            if (text != null) {
                return new Decoded(text, charset);
            }
        }
        return new Decoded(StandardCharsets.ISO_8859_1.decode(content).toString(), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String strictly(Charset charset, ByteBuffer bytes) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Charset namedEncoding(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.ISO_8859_1);
        String[] lines = withPlainLineEnds(start).split("\n", 3);
        for (int line = 0; line < Math.min(2, lines.length); line++) {
            Matcher found = NAMED_ENCODING.matcher(lines[line]);
            if (found.find()) {
                return charset(found.group(1));
            }
            if (!BLANK_OR_COMMENT.matcher(lines[line]).matches()) {
                return null;
            }
        }
        return null;
    }

    /** By a name as Python spells it; {@code null} if unknown, or one that no file with a readable first line can have. */
    private static @Nullable Charset charset(String pythonName) {
        String name = pythonName.toLowerCase(Locale.ROOT).replace('_', '-');
        if (name.startsWith("utf-16") || name.startsWith("utf-32")) {
            return null;
        }
        String known = switch (name) {
            case "latin-1", "iso-latin-1", "l1" -> "ISO-8859-1";
            case "utf-8-sig", "u8", "utf" -> "UTF-8";
            case "mbcs", "ansi" -> "windows-1252";
            case "mac-roman", "macintosh" -> "x-MacRoman";
            default -> name;
        };
        try {
            return Charset.isSupported(known) ? Charset.forName(known) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    static String withPlainLineEnds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Every half of a pair of surrogates that lacks the other is replaced: no encoding can write it. */
    static String withWholeCharacters(String text) {
        StringBuilder whole = null;
        for (int place = 0; place < text.length(); place++) {
            if (isHalf(text, place)) {
                whole = whole == null ? new StringBuilder(text) : whole;
                whole.setCharAt(place, '\uFFFD');
            }
        }
        return whole == null ? text : whole.toString();
    }

    static boolean isHalf(String text, int place) {
        char c = text.charAt(place);
        if (Character.isHighSurrogate(c)) {
            return place + 1 == text.length() || !Character.isLowSurrogate(text.charAt(place + 1));
        }
        return Character.isLowSurrogate(c) && (place == 0 || !Character.isHighSurrogate(text.charAt(place - 1)));
    }
}
