package org.stride.ui.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.code.CodeVerdict;
import org.stride.python.Traceback.Part;
import org.stride.python.Warning;
import org.stride.report.CodeWording;
import org.stride.ui.part.Mark;

/** What there is to say beside the lines of a learner's code. */
final class Marks {
    /** Fewer of them are read, more are not. */
    private static final int MOST_VARIABLES = 12;

    /** What stands between two names. */
    private static final Pattern NO_NAME = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    private Marks() {}

    static List<Mark> of(CodeVerdict code, CodeWording wording) {
        List<Mark> marks = new ArrayList<>();
        CodeProblem problem = code.problem();
        if (problem != null) {
            marks.addAll(of(problem, code.source(), wording));
        }
        marks.addAll(of(code.warnings(), wording));
        return marks;
    }

    /** @param source the text that has the problem */
    static List<Mark> of(CodeProblem problem, String source, CodeWording wording) {
        if (problem.line() < 1) {
            return List.of();
        }
        Integer column = problem instanceof CodeProblem.NotPython text && text.column() > 0 ? text.column() : null;
        // What the line itself speaks of comes first
        Set<String> names = namesOn(problem.line(), source);
        return List.of(new Mark(
                problem.line(),
                column,
                Mark.Severity.ERROR,
                wording.sentence(problem).replace("`", ""),
                variables(problem).entrySet().stream()
                        .sorted(Comparator.comparing(variable -> !names.contains(variable.getKey())))
                        .limit(MOST_VARIABLES)
                        .map(variable -> new Mark.Variable(variable.getKey(), variable.getValue()))
                        .toList()));
    }

    private static Set<String> namesOn(int line, String source) {
        return source.lines().skip(line - 1L).findFirst().stream()
                .flatMap(NO_NAME::splitAsStream)
                .collect(Collectors.toSet());
    }

    static List<Mark> of(List<Warning> warnings, CodeWording wording) {
        List<Mark> marks = new ArrayList<>();
        for (Warning warning : new LinkedHashSet<>(warnings)) {
            String text = wording.warning(warning);
            if (text != null && warning.part() == Part.CODE && warning.line() > 0) {
                marks.add(Mark.of(warning.line(), Mark.Severity.WARNING, text.replace("`", "")));
            }
        }
        return marks;
    }

    private static SequencedMap<String, String> variables(CodeProblem problem) {
        return switch (problem) {
            case CodeProblem.Raised raised -> raised.variables();
            case CodeProblem.OutOfTime time -> time.variables();
            case CodeProblem.OutOfMemory memory -> memory.variables();
            case CodeProblem.OutsideOfFunctions outside -> outside.variables();
            default -> new LinkedHashMap<>();
        };
    }
}
