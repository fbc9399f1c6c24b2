package org.stride.autograder;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.grading.code.Blame;
import org.stride.grading.code.CodeVerdict;
import org.stride.grading.file.FunctionVerdict;
import org.stride.report.CodeWording;
import org.stride.report.FunctionReport.BlameReport;
import org.stride.report.Translator;

/** Words which of a file's functions is the cause, where one calls others. */
final class BlameReporter {
    private final Translator texts;
    private final CodeWording codeWording;

    BlameReporter(Translator texts) {
        this.texts = texts;
        this.codeWording = new CodeWording(texts);
    }

    /** {@code null} unless the function was judged both ways. */
    @Nullable
    BlameReport report(FunctionVerdict function) {
        CodeVerdict asItStands = function.asItStands();
        CodeVerdict withOurs = function.withOurs();
        Blame blame = asItStands == null ? null : asItStands.blame();
        if (asItStands == null || withOurs == null || blame == null || !blame.judged()) {
            return null;
        }
        List<String> cause = cause(function.exercise().name(), asItStands.passed(), withOurs.passed(), blame);
        String text = codeWording.blame(asItStands);
        String nobodyElse = texts.text(cause.isEmpty() ? "blame.none" : "blame.itself");
        return new BlameReport(
                FunctionReporter.status(withOurs.passed(), withOurs.verdict()),
                FunctionReporter.status(asItStands.passed(), asItStands.verdict()),
                cause,
                text == null ? nobodyElse : FunctionReporter.steady(text));
    }

    /** Those to blame for a function that fails as it stands. */
    private static List<String> cause(String function, boolean passes, boolean passesWithOurs, Blame blame) {
        if (passes) {
            return List.of();
        }
        List<String> wrong = blame.own().entrySet().stream()
                .filter(own -> !own.getValue().passed())
                .map(Map.Entry::getKey)
                .toList();
        if (passesWithOurs) {
            return wrong.isEmpty() ? List.copyOf(blame.own().sequencedKeySet()) : wrong;
        }
        return Stream.concat(Stream.of(function), wrong.stream()).toList();
    }
}
