package org.stride.notebook;

import java.util.Locale;
import tools.jackson.core.JsonToken;

/** What is said of files that hold no code that could be read. Nothing of a file is repeated, but for short plain words. */
final class Refusals {
    private static final String EXPECTED = "A notebook or a Python script was expected, and this is ";

    private Refusals() {}

    static UnreadableFileException empty() {
        return refusal("The file is empty. A notebook or a Python script was expected.", "refusal.empty");
    }

    /**
     * A file of another kind.
     *
     * @param what such as {@code a PNG image}
     */
    static UnreadableFileException other(String what, String key) {
        return refusal(EXPECTED + what + ".", key);
    }

    static UnreadableFileException webPage() {
        return refusal(
                EXPECTED + "a web page, perhaps one that asks to sign in. Download the file itself.",
                "refusal.web_page");
    }

    static UnreadableFileException notText() {
        return refusal(EXPECTED + "no text: it holds bytes that no text has.", "refusal.not_text");
    }

    static UnreadableFileException plainText() {
        return refusal(
                "A notebook was expected, and this is some other text: neither JSON nor Python functions.",
                "refusal.plain_text");
    }

    static UnreadableFileException noCells() {
        return refusal(
                "A notebook was expected, and this is JSON of another kind: it has neither `cells` nor `worksheets`.",
                "refusal.no_cells");
    }

    static UnreadableFileException notAnObject(String what) {
        return refusal(
                "A notebook was expected, which is an object in JSON, and this is " + what + ".", "refusal.structure");
    }

    static UnreadableFileException mergeConflict() {
        return refusal(
                "The file holds the marks of a merge conflict, such as `<<<<<<<`. Resolve the conflict, save the file,"
                        + " and send it again.",
                "refusal.merge_conflict");
    }

    static UnreadableFileException brokenOff(int line) {
        return refusal(
                "The notebook breaks off in line " + line + ": it was not saved, or not sent, as a whole.",
                "refusal.broken_off",
                Integer.toString(line));
    }

    static UnreadableFileException notJson(int line) {
        return refusal(
                "A notebook is written in JSON, and line " + line
                        + " of this one is not. Open it in Jupyter, save it, and send it again.",
                "refusal.not_json",
                Integer.toString(line));
    }

    static UnreadableFileException moreAfterTheEnd(int line) {
        return refusal(
                "After the end of the notebook, in line " + line + ", comes something else.",
                "refusal.more_after_the_end",
                Integer.toString(line));
    }

    static UnreadableFileException tooLarge(long bytes) {
        return refusal(
                "The file is larger than " + number(bytes) + " bytes, and no more is read. Clear the outputs, save it,"
                        + " and send it again.",
                "refusal.too_large",
                bytes);
    }

    static UnreadableFileException tooLong(int characters) {
        return refusal(
                "The code is longer than " + number(characters) + " characters, and no more is read.",
                "refusal.too_long",
                characters);
    }

    static UnreadableFileException tooManyCells(int cells) {
        return refusal(
                "The notebook has more than " + number(cells) + " cells, and no more are read.",
                "refusal.too_many_cells",
                cells);
    }

    static UnreadableFileException tooDeep(int depth) {
        return refusal(
                "The notebook is nested more than " + number(depth) + " deep, and no deeper is read.",
                "refusal.structure");
    }

    static UnreadableFileException endlessWord() {
        return refusal(
                "The notebook holds a name or a number that is longer than any notebook needs.", "refusal.structure");
    }

    static UnreadableFileException wrongType(String what, String wanted, String got) {
        return refusal(what + " must be " + wanted + ", and is " + got + ".", "refusal.structure");
    }

    static UnreadableFileException missing(String what, String where) {
        return refusal(what + " is missing in " + where + ".", "refusal.structure");
    }

    static UnreadableFileException twice(String key, String where) {
        return refusal(
                "`" + key + "` stands in " + where + " twice, so that one of the two would be lost.",
                "refusal.structure");
    }

    static UnreadableFileException unknownFormat(String format) {
        return refusal(
                "The notebook is of format " + format + "; those of format 3 and 4 can be read.", "refusal.format");
    }

    static UnreadableFileException language(String language) {
        String plain = plainWord(language);
        return plain.isEmpty()
                ? refusal("The notebook is written in another language; Python was expected.", "refusal.other_language")
                : refusal("The notebook is written in " + plain + "; Python was expected.", "refusal.language", plain);
    }

    static UnreadableFileException noSuchFile() {
        return refusal("There is no such file.", "refusal.unavailable");
    }

    static UnreadableFileException folder() {
        return refusal("A notebook or a Python script was expected, and this is a folder.", "refusal.unavailable");
    }

    static UnreadableFileException noPlainFile() {
        return refusal(
                "A notebook or a Python script was expected, and this is neither a file nor a folder.",
                "refusal.unavailable");
    }

    static UnreadableFileException notReadable() {
        return refusal(
                "The file could not be read from the disk. Whoever runs this may lack the right to read it.",
                "refusal.unavailable");
    }

    /** What a token begins, as a person would say it. */
    static String name(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NULL -> "`null`";
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> "something else";
        };
    }

    private static String plainWord(String text) {
        return text.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || " +#.-".indexOf(c) >= 0)
                .limit(30)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static UnreadableFileException refusal(String message, String key, Object... parameters) {
        return new UnreadableFileException(message, key, parameters);
    }
}
