package org.stride.transcript;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stride.report.Translations;

/** Which texts have to be in the transcripts, and which no code brings about. */
final class Untold {
    /** The beginnings of the keys of all texts that tell what is wrong, or what helps. */
    private static final Pattern FAMILIES = Pattern.compile(
            "(?:blame|case\\.trait|condition|diagnosis|difference|ending|evidence|gradient|note|problem|raised|relation"
                    + "|unavailable|verdict|warning|quiz\\.(?:mistake|why|given)|working|exercise\\.\\w+\\.flaw)\\..*"
                    + "|puzzle\\.(?:right|wrong|same|differs|longer)");

    /** Kinds that no code brings about, and why. */
    static final Map<String, String> KINDS = Map.of("Difference WrongText", "no function returns a text");

    /** Texts that no code brings about, and why. */
    static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("difference.text", "no function returns a text"),
            Map.entry("difference.hidden.text", "no function returns a text"),
            Map.entry("difference.none", "is asked of no check that passes"),
            Map.entry("diagnosis.or", "no two flaws are alike in every check now"),
            Map.entry("gradient.button", "what stands on the button; nothing is told by it"),
            Map.entry("ending.other", "whatever else ends a run does so before the first check"),
            Map.entry("blame.itself", "in reports on files alone"),
            Map.entry("blame.none", "in reports on files alone"));

    private static final Pattern PLACE = Pattern.compile("\0");

    private Untold() {}

    static Stream<String> keys(Translations texts) {
        return texts.all().stringPropertyNames().stream()
                .filter(key -> FAMILIES.matcher(key).matches())
                .sorted();
    }

    /** Whether the text is there in a line, with anything in its places. */
    static boolean said(String text, List<String> lines) {
        String[] pieces = PLACE.split(outside(text), -1);
        return lines.stream().anyMatch(line -> {
            int place = 0;
            for (String piece : pieces) {
                int found = line.indexOf(piece, place);
                if (found < 0) {
                    return false;
                }
                place = found + piece.length();
            }
            return true;
        });
    }

    /** What is not in braces, with a mark for each place. */
    private static String outside(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char c : text.replace("''", "'").toCharArray()) {
            depth += c == '{' ? 1 : 0;
            if (depth == 0) {
                outside.append(c);
            } else if (c == '}' && --depth == 0) {
                outside.append('\0');
            }
        }
        return outside.toString();
    }
}
