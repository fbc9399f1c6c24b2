package org.stride.grading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.EditionFigure;
import org.stride.exercise.Exercise;
import org.stride.exercise.Implementation;
import org.stride.exercise.Parameter;
import org.stride.exercise.Run;
import org.stride.exercise.Seeds;
import org.stride.python.Outcome;

/**
 * Judges implementations. Safe for use by many threads; the cases, their wanted values and the flaws' results are computed once.
 *
 * <pre>{@code
 * Exercise exercise = Catalogue.load().get("zero_pad");
 * Verdict verdict = new Grader(new Seeds(secret)).grade(exercise, exercise.deck().getFirst(), CheckListener.NONE);
 * verdict.passed();
 * }</pre>
 */
public final class Grader {
    private final Seeds seeds;
    private final Map<String, PreparedExercise> prepared = new ConcurrentHashMap<>();

    public Grader(Seeds seeds) {
        this.seeds = seeds;
    }

    /** The cases on which this grader judges. */
    public List<Case> cases(Exercise exercise) {
        return prepare(exercise).cases();
    }

    /**
     * Runs every case and finds the cause of what fails.
     *
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    public Verdict grade(Exercise exercise, Implementation implementation, CheckListener listener) {
        PreparedExercise ready = prepare(exercise);
        Map<String, CaseResult> results = new HashMap<>();
        Outcome stopped = null;
        for (boolean heldOut : new boolean[] {false, true}) {
            List<Case> cases = cases(exercise, heldOut);
            Deque<Case> left = new ArrayDeque<>(cases);
            Outcome end = implementation.runAll(cases, listener.following(run -> {
                Case testCase = left.remove();
                CaseResult result = judge(exercise, testCase, ready.wanted(testCase), run);
                results.put(testCase.id(), result);
                listener.caseDone(result, results.size(), ready.cases().size());
            }));
            if (end instanceof Outcome.Cancelled) {
                throw new CheckCancelledException();
            }
            stopped = stopped == null ? end : stopped;
            if (end != null && (end instanceof Outcome.Fault || !endedAmongAdvisory(cases, left))) {
                break;
            }
        }
        return ready.verdict(results, stopped);
    }

    /**
     * What may be seen runs apart from what is held out, so that code never has a hidden input at hand where its words are
     * shown. The cases that decide nothing come last in their run, so that nothing that happens there keeps one that decides
     * from being run.
     */
    public List<Case> cases(Exercise exercise, boolean heldOut) {
        return cases(exercise).stream()
                .filter(testCase -> testCase.heldOut() == heldOut)
                .sorted(Comparator.comparing(testCase -> !testCase.required()))
                .toList();
    }

    /** Whether the case in which a run ended, the last that was told of, decides nothing. */
    private static boolean endedAmongAdvisory(List<Case> cases, Deque<Case> left) {
        int told = cases.size() - left.size();
        return told > 0 && !cases.get(told - 1).required();
    }

    private PreparedExercise prepare(Exercise exercise) {
        return prepared.computeIfAbsent(exercise.name(), name -> new PreparedExercise(exercise, seeds));
    }

    private static CaseResult judge(Exercise exercise, Case testCase, Value wanted, Run run) {
        Comparison comparison = switch (run.outcome()) {
            case Outcome.Returned returned -> Comparison.of(exercise.returns(), wanted, returned.value());
            case Outcome.Raised raised -> new Comparison(new Difference.Raised(raised), List.of());
            case Outcome other -> new Comparison(new Difference.Ended(other), List.of());
        };
        List<Note> notes = new ArrayList<>(comparison.notes());
        notes.addAll(changedInputs(testCase, run.outcome()));
        notes.addAll(oldEditions(exercise, testCase, run.outcome()));
        if (comparison.difference() != null && testCase.tied()) {
            notes.add(new Note.Tie());
        }
        return new CaseResult(testCase, wanted, run, comparison.difference(), notes);
    }

    private static List<Note> changedInputs(Case testCase, Outcome outcome) {
        List<String> names = List.copyOf(testCase.arguments().names());
        return outcome instanceof Outcome.Returned returned
                ? returned.changedInputs().stream()
                        .filter(place -> place >= 0 && place < names.size())
                        .<Note>map(place -> new Note.InputChanged(names.get(place)))
                        .toList()
                : List.of();
    }

    /** Whether the numbers are those of an older edition, so that a learner who compares with it is not left to wonder. */
    private static List<Note> oldEditions(Exercise exercise, Case testCase, Outcome outcome) {
        if (!(outcome instanceof Outcome.Returned returned)) {
            return List.of();
        }
        return exercise.editionFigures().stream()
                .filter(figure -> figure.caseId().equals(testCase.id()))
                .filter(figure -> {
                    Value part = part(exercise.returns(), returned.value(), figure);
                    return part != null && Comparison.close(figure.mean(), mean(part));
                })
                .<Note>map(Note.OldEdition::new)
                .toList();
    }

    private static @Nullable Value part(List<Parameter> parts, Value value, EditionFigure figure) {
        if (parts.size() == 1) {
            return value;
        }
        List<String> names = parts.stream().map(Parameter::name).toList();
        return value instanceof Value.Tuple tuple && tuple.parts().size() == parts.size()
                ? tuple.parts().get(names.indexOf(figure.part()))
                : null;
    }

    private static double mean(Value value) {
        return switch (value) {
            case NdArray array -> array.mean();
            case Value.Scalar scalar -> scalar.value();
            default -> Double.NaN;
        };
    }
}
