package org.stride.ui.history;

import org.stride.learner.Summary;
import org.stride.report.Joining;
import org.stride.report.Translator;

/** Says of entries what they are. */
final class EntryWords {
    private final Translator texts;

    EntryWords(Translator texts) {
        this.texts = texts;
    }

    /** Such as: Card C. */
    String what(Summary entry) {
        return switch (entry.kind()) {
            case TYPED -> texts.text("history.typed");
            case FILE -> texts.text("history.file");
            case CARD -> texts.text("run.title", String.valueOf(entry.card()));
            case STARTED_OVER, RESTORED, NOT_CHOSEN, REPLACED_BY_FILE, IMPORTED -> texts.text("history.kept");
        };
    }

    /** Such as: Card C: Fails. */
    String whatAndHow(Summary entry) {
        return entry.attempt() ? Joining.labelled(texts, what(entry), verdict(entry)) : what(entry);
    }

    String verdict(Summary entry) {
        return texts.text(passed(entry) ? "verdict.passed.title" : "verdict.failed.title");
    }

    /** Why a text had to make room. */
    String reason(Summary entry) {
        return switch (entry.kind()) {
            case STARTED_OVER -> texts.text("history.reason.started_over");
            case RESTORED -> texts.text("history.reason.restored");
            case NOT_CHOSEN -> texts.text("history.reason.not_chosen");
            case REPLACED_BY_FILE -> texts.text("history.reason.replaced_by_file");
            case IMPORTED -> texts.text("history.reason.imported");
            case TYPED, FILE, CARD -> "";
        };
    }

    static boolean passed(Summary entry) {
        return Boolean.TRUE.equals(entry.passed());
    }

    /** A sign for those who see it, beside the words. */
    static String sign(Summary entry) {
        return !entry.attempt() ? "↺" : passed(entry) ? "✓" : "✗";
    }

    static String style(Summary entry) {
        return !entry.attempt() ? "stride-kept" : passed(entry) ? "stride-good" : "stride-bad";
    }
}
