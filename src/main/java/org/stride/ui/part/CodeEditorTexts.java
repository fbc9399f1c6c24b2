package org.stride.ui.part;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every word of the code editor. */
final class CodeEditorTexts {
    private CodeEditorTexts() {}

    static Map<String, Object> of(UnaryOperator<String> translation) {
        Map<String, Object> texts = new HashMap<>(translated(words(), translation));
        texts.put("phrases", translated(phrases(), translation));
        texts.put("status", translated(status(), translation));
        texts.put("choice", translated(choice(), translation));
        texts.put("diff", CodeDiff.texts(translation));
        return texts;
    }

    private static Map<String, String> translated(Map<String, String> keys, UnaryOperator<String> translation) {
        Map<String, String> texts = new HashMap<>();
        keys.forEach((name, key) -> texts.put(name, translation.apply(key)));
        return texts;
    }

    private static Map<String, String> words() {
        return Map.ofEntries(
                entry("error", "editor.error"),
                entry("warning", "editor.warning"),
                entry("info", "editor.info"),
                entry("stale", "editor.stale"),
                entry("values", "editor.values"),
                entry("hint", "editor.hint"),
                entry("tooLong", "editor.too_long"),
                entry("notKept", "editor.not_kept"),
                entry("notLoaded", "editor.not_loaded"));
    }

    /** Whether what was typed is saved. */
    private static Map<String, String> status() {
        return Map.ofEntries(
                entry("saved", "editor.saved"),
                entry("saving", "editor.saving"),
                entry("savedAgain", "editor.saved_again"),
                entry("offline", "editor.offline"),
                entry("away", "editor.away"),
                entry("signedOut", "editor.signed_out"),
                entry("aside", "editor.aside"));
    }

    /** Which of two texts is to be the draft. */
    private static Map<String, String> choice() {
        return Map.ofEntries(
                entry("both", "editor.choice.both"),
                entry("bothText", "editor.choice.both.text"),
                entry("stale", "editor.choice.stale"),
                entry("staleText", "editor.choice.stale.text"),
                entry("leftover", "editor.choice.leftover"),
                entry("leftoverText", "editor.choice.leftover.text"),
                entry("other", "editor.choice.other"),
                entry("here", "editor.choice.here"),
                entry("keep", "editor.choice.keep"),
                entry("take", "editor.choice.take"),
                entry("chosenHere", "editor.choice.chosen_here"),
                entry("chosenOther", "editor.choice.chosen_other"),
                entry("moved", "editor.choice.moved"),
                entry("failed", "editor.choice.failed"));
    }

    /** CodeMirror asks for its words by their English. */
    private static Map<String, String> phrases() {
        return Map.ofEntries(
                entry("Find", "editor.search.find"),
                entry("Replace", "editor.search.replace_with"),
                entry("next", "editor.search.next"),
                entry("previous", "editor.search.previous"),
                entry("all", "editor.search.all"),
                entry("match case", "editor.search.match_case"),
                entry("regexp", "editor.search.regexp"),
                entry("by word", "editor.search.by_word"),
                entry("replace", "editor.search.replace"),
                entry("replace all", "editor.search.replace_all"),
                entry("close", "editor.search.close"),
                entry("current match", "editor.search.current_match"),
                entry("on line", "editor.search.on_line"),
                entry("replaced match on line $", "editor.search.replaced_one"),
                entry("replaced $ matches", "editor.search.replaced_all"),
                entry("Go to line", "editor.search.go_to_line"),
                entry("go", "editor.search.go"),
                entry("Selection deleted", "editor.deleted"),
                entry("Control character", "editor.invisible"));
    }
}
