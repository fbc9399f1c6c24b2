package org.stride.report.format;

import org.stride.report.FunctionReport;
import org.stride.report.Translator;

/** How a function did, in one character, one word and one colour. */
enum Mark {
    PASSED("✓", Paint.GOOD, "file_report.passed"),
    FAILED("✗", Paint.BAD, "file_report.failed"),
    ERROR("!", Paint.BAD, "file_report.error"),
    MISSING("–", Paint.OPEN, "file_report.not_attempted"),
    LEFT_OUT("·", Paint.QUIET, "file_report.not_attempted");

    private final String sign;
    private final Paint paint;
    private final String key;

    Mark(String sign, Paint paint, String key) {
        this.sign = sign;
        this.paint = paint;
        this.key = key;
    }

    static Mark of(FunctionReport function) {
        return switch (function.status()) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case ERROR -> ERROR;
            case NOT_ATTEMPTED -> function.optional() ? LEFT_OUT : MISSING;
        };
    }

    String sign() {
        return sign;
    }

    Paint paint() {
        return paint;
    }

    String word(Translator texts) {
        return texts.text(key);
    }

    /** The word, and what tells it from another mark with the same. */
    String meaning(Translator texts) {
        return this == LEFT_OUT ? texts.text("file_report.left_out") : word(texts);
    }
}
