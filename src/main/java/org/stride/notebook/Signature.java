package org.stride.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells by its first bytes what a file is that is neither a notebook nor a script. */
final class Signature {
    /** As Latin-1, in which every byte is a character. */
    private record Known(String start, String name, String key) {}

    private static final Known[] KNOWN = {
        new Known("\u0089PNG", "a PNG image", "refusal.image"),
        new Known("\u00ff\u00d8\u00ff", "a JPEG image", "refusal.image"),
        new Known("GIF8", "a GIF image", "refusal.image"),
        new Known("%PDF", "a PDF document", "refusal.document"),
        new Known("{\\rtf", "a document of a word processor (RTF)", "refusal.document"),
        new Known("\u00d0\u00cf\u0011\u00e0", "a document of an office program", "refusal.document"),
        new Known("\u001f\u008b", "a compressed file (gzip)", "refusal.archive"),
        new Known("BZh", "a compressed file (bzip2)", "refusal.archive"),
        new Known("7z\u00bc\u00af", "an archive (7z)", "refusal.archive"),
        new Known("Rar!", "an archive (RAR)", "refusal.archive"),
    };

    private static final int LOOKED_AT = 4000;

    private Signature() {}

    /** Why the file is refused; {@code null} if it may be a notebook or a script. */
    static @Nullable UnreadableFileException refuse(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return zip(start);
        }
        for (Known known : KNOWN) {
            if (start.startsWith(known.start())) {
                return Refusals.other(known.name(), known.key());
            }
        }
        SourceText.Mark mark = SourceText.mark(head);
        return refuseText(new String(
                        head,
                        mark.length(),
                        Math.min(head.length, LOOKED_AT) - Math.min(head.length, mark.length()),
                        mark.charset())
                .stripLeading());
    }

    /** Documents of office programs are archives whose first entries tell. */
    private static UnreadableFileException zip(String start) {
        boolean document = start.contains("[Content_Types].xml")
                || start.contains("word/")
                || start.contains("mimetypeapplication/vnd.oasis");
        return document
                ? Refusals.other("a document of an office program", "refusal.document")
                : Refusals.other("a ZIP archive; send the notebook that is in it", "refusal.archive");
    }

    private static @Nullable UnreadableFileException refuseText(String text) {
        if (text.startsWith("<<<<<<<")) {
            return Refusals.mergeConflict();
        }
        String start = text.substring(0, Math.min(text.length(), 500)).toLowerCase(Locale.ROOT);
        if (!start.startsWith("<")) {
            return null;
        }
        return start.contains("html") ? Refusals.webPage() : Refusals.other("a file in XML", "refusal.xml");
    }
}
