package org.stride.grading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.exercise.Case;
import org.stride.exercise.EditionFigure;
import org.stride.exercise.Exercise;
import org.stride.exercise.Implementation;
import org.stride.exercise.Outcome;
import org.stride.exercise.Parameter;
import org.stride.exercise.Seeds;

/**
 * Judges implementations. Safe for use by many threads; the cases, their wanted values and the flaws' results are computed once.
 *
 * <pre>{@code
 * Exercise exercise = Catalogue.load().get("zero_pad");
 * Verdict verdict = new Grader(new Seeds(secret)).grade(exercise, exercise.deck().getFirst(), Progress.NONE);
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
     * @throws CheckCancelledException if {@code progress} asked for the end
     */
    public Verdict grade(Exercise exercise, Implementation implementation, Progress progress) {
        PreparedExercise ready = prepare(exercise);
        List<CaseResult> results = new ArrayList<>();
        for (int number = 0; number < ready.cases().size(); number++) {
            if (progress.cancelled()) {
                throw new CheckCancelledException();
            }
            CaseResult result = run(exercise, implementation, ready.cases().get(number), ready.wanted(number));
            results.add(result);
            progress.caseDone(result, results.size(), ready.cases().size());
        }
        return new Verdict(exercise, results, ready.diagnose(results));
    }

    private PreparedExercise prepare(Exercise exercise) {
        return prepared.computeIfAbsent(exercise.name(), name -> new PreparedExercise(exercise, seeds));
    }

    private static CaseResult run(Exercise exercise, Implementation implementation, Case testCase, Value wanted) {
        Arguments arguments = testCase.arguments().deepCopy();
        long start = System.nanoTime();
        Outcome outcome = implementation.run(arguments);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Comparison comparison = switch (outcome) {
            case Outcome.Returned returned -> Comparison.of(exercise.returns(), wanted, returned.value());
            case Outcome.Raised raised ->
                new Comparison(new Difference.Raised(raised.type(), raised.message()), List.of());
        };
        List<Note> notes = new ArrayList<>(comparison.notes());
        notes.addAll(changedInputs(testCase.arguments(), arguments));
        notes.addAll(oldEditions(exercise, testCase, outcome));
        if (comparison.difference() != null && testCase.tied()) {
            notes.add(new Note.Tie());
        }
        return new CaseResult(testCase, wanted, outcome, comparison.difference(), notes, time);
    }

    private static List<Note> changedInputs(Arguments before, Arguments after) {
        return before.names().stream()
                .filter(name -> !before.value(name).equals(after.value(name)))
                .<Note>map(Note.InputChanged::new)
                .toList();
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
