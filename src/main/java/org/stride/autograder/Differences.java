package org.stride.autograder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.grading.CaseResult;
import org.stride.grading.Difference;
import org.stride.grading.Verdict;
import org.stride.report.FunctionReport.FirstDifference;
import org.stride.report.Translator;
import org.stride.report.Wording;
import org.stride.report.WorkingWording;

/** The first difference of a verdict that may be shown, in words and by itself. */
final class Differences {
    private final Exercise exercise;
    private final Translator texts;
    private final Wording wording;

    Differences(Exercise exercise, Translator texts) {
        this.exercise = exercise;
        this.texts = texts;
        this.wording = new Wording(texts);
    }

    @Nullable
    FirstDifference first(Verdict verdict) {
        return verdict.firstShownFailure().map(this::of).orElse(null);
    }

    private FirstDifference of(CaseResult result) {
        return switch (result.difference()) {
            case Difference.WrongType d -> of(result, d.part(), null, d.wanted(), d.got());
            case Difference.WrongPartCount d ->
                of(result, d.part(), null, String.valueOf(d.wanted()), String.valueOf(d.got()));
            case Difference.WrongEntry d -> of(result, d.part(), null, d.key(), null);
            case Difference.WrongText d -> of(result, d.part(), null, d.wanted(), d.got());
            case Difference.WrongShape d ->
                of(
                        result,
                        d.part(),
                        null,
                        d.wanted().shape().toString(),
                        d.got().shape().toString());
            case Difference.WrongKind d -> of(result, d.part(), null, lower(d.wanted()), lower(d.got()));
            case Difference.NotFinite d ->
                of(result, d.part(), d.index(), Wording.number(d.wanted()), Wording.number(d.got()));
            case Difference.WrongValues(Difference.WrongCells cells) ->
                of(
                        result,
                        cells.part(),
                        Arrays.stream(cells.first()).boxed().toList(),
                        Wording.cell(cells.wanted(), cells.firstWanted()),
                        Wording.cell(cells.wanted(), cells.firstGot()));
            case null, default -> of(result, null, null, null, null);
        };
    }

    private FirstDifference of(
            CaseResult result,
            @Nullable String part,
            @Nullable List<Integer> index,
            @Nullable String expected,
            @Nullable String got) {
        return new FirstDifference(
                result.testCase().id(),
                wording.traits(result.testCase().traits()),
                part,
                index,
                expected,
                got,
                wording.reason(result),
                working(result));
    }

    /** What lies inside a cache is not computed, only kept: there is nothing to work out. */
    private List<String> working(CaseResult result) {
        return result.difference() instanceof Difference.WrongValues(Difference.WrongCells cells)
                        && exercise.returns().stream()
                                .anyMatch(part -> part.name().equals(cells.part()))
                ? new WorkingWording(texts)
                        .lines(exercise.working(result.testCase().arguments(), cells.part(), cells.first()))
                : List.of();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
