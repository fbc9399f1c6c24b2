package org.stride.report.format;

import java.util.List;
import org.stride.report.FileReport;
import org.stride.report.FunctionReport;
import org.stride.report.Translator;

/** The functions of one file, in columns: a line for each that needs no explanation, a paragraph for the others. */
final class FunctionList {
    private static final int INDENT = 2;

    private final Translator texts;
    private final FunctionText explanations;
    private final boolean weighted;
    private final int names;
    private final int words;

    FunctionList(Translator texts, FileReport report) {
        this.texts = texts;
        this.explanations = new FunctionText(texts);
        this.weighted = report.functions().stream().anyMatch(f -> f.points() != 1);
        this.names = report.functions().stream()
                .mapToInt(f -> Wrap.length(f.name()))
                .max()
                .orElse(0);
        this.words = report.functions().stream()
                .mapToInt(f -> Wrap.length(word(f)))
                .max()
                .orElse(0);
    }

    void write(List<FunctionReport> functions, Sheet sheet) {
        FunctionReport before = null;
        for (FunctionReport function : functions) {
            if (before != null && (explains(before) || explains(function))) {
                sheet.blank();
            }
            write(function, sheet);
            before = function;
        }
    }

    private boolean explains(FunctionReport function) {
        return !standsInALine(function) || explanations.explains(function);
    }

    private static boolean standsInALine(FunctionReport function) {
        return switch (function.status()) {
            case PASSED, NOT_ATTEMPTED -> true;
            case FAILED, ERROR -> false;
        };
    }

    private void write(FunctionReport function, Sheet sheet) {
        Mark mark = Mark.of(function);
        String lead = mark.sign() + " " + padded(function.name(), names) + "  " + padded(word(function), words);
        if (standsInALine(function)) {
            sheet.hanging(mark.paint(), lead, Wrap.length(lead) + INDENT, function.summary());
        } else {
            sheet.row(mark.paint(), lead);
            sheet.paragraph(INDENT, function.summary());
        }
        explanations.explain(function, sheet, INDENT);
    }

    private String word(FunctionReport function) {
        String word = Mark.of(function).word(texts);
        return weighted
                ? texts.text(
                        "file_report.word_and_points",
                        word,
                        Numbers.points(function.score()),
                        Numbers.points(function.points()))
                : word;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - Wrap.length(text));
    }
}
