package org.stride.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.stride.exercise.Flaw;
import org.stride.grading.Diagnosis;
import org.stride.grading.code.CodeProblem;

/** Names kinds of mistakes for machines, such as {@code flaw.bias_left_out}. */
public final class MistakeIds {
    private MistakeIds() {}

    public static String of(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.KnownFlaw known ->
                known.flaws().stream().map(Flaw::id).collect(Collectors.joining("|", "flaw.", ""));
            case Diagnosis.FlawWhere where -> "flaw_where." + where.flaw().id();
            case Diagnosis.Related related -> "relation." + snake(related.relation());
            case Diagnosis.OneLine oneLine -> "one_line";
            case Diagnosis.Raises raises -> "raises." + raises.kind().name().toLowerCase(Locale.ROOT);
            case Diagnosis.Where where -> "where";
            case Diagnosis.Unknown unknown -> "unknown";
        };
    }

    public static String of(CodeProblem problem) {
        return "problem." + snake(problem);
    }

    /** The name of a thing's class in snake case. */
    public static String snake(Object thing) {
        return thing.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
