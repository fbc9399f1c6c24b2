package org.stride.transcript;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.grading.CaseResult;
import org.stride.grading.Condition;
import org.stride.grading.Diagnosis;
import org.stride.grading.Difference;
import org.stride.grading.ErrorKind;
import org.stride.grading.Note;
import org.stride.grading.Relation;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.code.CodeVerdict;
import org.stride.python.Forbidden;

/** Which kinds of things there are to be told, and which of them were. */
final class Kinds {
    private Kinds() {}

    /** Every kind of the sealed families and of the enums that word them, every flaw. */
    static Set<String> all(Catalogue catalogue) {
        Set<String> kinds = new TreeSet<>();
        Stream.of(Diagnosis.class, Relation.class, Difference.class, Note.class, CodeProblem.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .forEach(kind -> kinds.add(kind(kind)));
        Stream.<Enum<?>[]>of(
                        ErrorKind.values(),
                        Condition.Property.values(),
                        CodeProblem.Mistake.values(),
                        Forbidden.values(),
                        Relation.Line.values(),
                        Relation.Rest.values())
                .flatMap(Arrays::stream)
                .forEach(value -> kinds.add(kind(value)));
        catalogue.exercises().stream()
                .flatMap(exercise -> exercise.flaws().stream())
                .forEach(flaw -> kinds.add(kind(flaw)));
        return kinds;
    }

    /** The kinds of what is said of code. */
    static Set<String> of(CodeVerdict code) {
        Set<String> kinds = new TreeSet<>();
        code.cause().ifPresent(cause -> add(kinds, cause));
        if (code.problem() != null) {
            add(kinds, code.problem());
        }
        code.verdict().notes().forEach(note -> kinds.add(kind(note.getClass())));
        // Of each half the first that fails is told
        Stream.of(code.verdict().shown(), code.verdict().heldOut())
                .flatMap(half -> half.failures().stream().limit(1))
                .map(CaseResult::difference)
                .forEach(difference ->
                        kinds.add(kind(Objects.requireNonNull(difference).getClass())));
        return kinds;
    }

    private static void add(Collection<String> kinds, Diagnosis cause) {
        kinds.add(kind(cause.getClass()));
        switch (cause) {
            case Diagnosis.KnownFlaw known -> known.flaws().forEach(flaw -> kinds.add(kind(flaw)));
            case Diagnosis.Related related -> add(kinds, related.relation());
            case Diagnosis.OneLine oneLine -> add(kinds, oneLine.where());
            case Diagnosis.FlawWhere flaw -> add(kinds, flaw.where());
            case Diagnosis.Raises raises -> kinds.add(kind(raises.kind()));
            case Diagnosis.Where where -> add(kinds, where.condition());
            case Diagnosis.Unknown unknown -> {}
        }
    }

    private static void add(Collection<String> kinds, Condition condition) {
        condition.properties().forEach(property -> kinds.add(kind(property)));
    }

    private static void add(Collection<String> kinds, Relation relation) {
        kinds.add(kind(relation.getClass()));
        if (relation instanceof Relation.WrongInOneLine line) {
            kinds.add(kind(line.line()));
        }
        if (relation instanceof Relation.RestZero rest) {
            kinds.add(kind(rest.zero()));
        }
    }

    private static void add(Collection<String> kinds, CodeProblem problem) {
        kinds.add(kind(problem.getClass()));
        if (problem instanceof CodeProblem.NotPython python) {
            kinds.add(kind(python.mistake()));
        }
        if (problem instanceof CodeProblem.NotAvailable available) {
            kinds.add(kind(available.what()));
        }
    }

    private static String kind(Class<?> type) {
        return Objects.requireNonNull(type.getEnclosingClass()).getSimpleName() + " " + type.getSimpleName();
    }

    private static String kind(Enum<?> value) {
        return value.getDeclaringClass().getSimpleName() + " " + value.name().toLowerCase(Locale.ROOT);
    }

    private static String kind(Choice flaw) {
        return "Flaw " + flaw.exercise() + "." + flaw.id();
    }
}
