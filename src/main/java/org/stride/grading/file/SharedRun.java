package org.stride.grading.file;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.exercise.Implementation;
import org.stride.exercise.Run;
import org.stride.exercise.RunMonitor;
import org.stride.grading.code.CodeGrader;
import org.stride.python.Call;
import org.stride.python.CallResult;
import org.stride.python.Limits;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.Report;
import org.stride.python.RunListener;
import org.stride.python.Submission;

/**
 * Runs all functions of a file in two processes, one for what may be seen and one for what is held out, where each function by
 * itself takes two of its own. That is quicker for a file in which everything is right. For any other it says nothing: whatever
 * one function breaks, the next would pay for.
 */
final class SharedRun {
    private static final String TOGETHER = "from stride_runner.together import together";
    private static final Duration MOST = Duration.ofSeconds(2);

    private final CodeGrader grader;
    private final PythonRunner runner;
    private final String owner;

    SharedRun(CodeGrader grader, PythonRunner runner, String owner) {
        this.grader = grader;
        this.runner = runner;
        this.owner = owner;
    }

    /** What each function gave on each of its cases; nothing if anything came in the way. */
    Optional<Map<Exercise, Recorded>> run(Map<Exercise, Outline.Function> functions) {
        Map<Exercise, Recorded> recorded = new HashMap<>();
        functions.keySet().forEach(exercise -> recorded.put(exercise, new Recorded(new HashMap<>())));
        for (boolean heldOut : new boolean[] {false, true}) {
            if (!run(functions, heldOut, recorded)) {
                return Optional.empty();
            }
        }
        return Optional.of(recorded);
    }

    private boolean run(Map<Exercise, Outline.Function> functions, boolean heldOut, Map<Exercise, Recorded> recorded) {
        Map<Exercise, List<Case>> cases = new LinkedHashMap<>();
        List<Call> calls = new ArrayList<>();
        calls.add(load(functions));
        for (Exercise exercise : functions.keySet()) {
            List<Case> some = grader.cases(exercise, heldOut);
            cases.put(exercise, some);
            some.forEach(testCase -> calls.add(call(exercise, testCase)));
        }
        calls.add(Call.of(List.of(new Value.Text(""))));
        Submission submission = Submission.of("")
                .between(TOGETHER, "")
                .making("together", calls)
                .within(limits(functions.size()));
        Report report = runner.submit(submission, owner, RunListener.NONE).await();
        if (report.stopped() != null || changed(report)) {
            return false;
        }
        Iterator<CallResult> results =
                report.calls().subList(1, calls.size() - 1).iterator();
        cases.forEach((exercise, some) -> {
            Recorded runs = requireNonNull(recorded.get(exercise));
            some.forEach(testCase -> runs.runs().put(testCase.id(), asIfAlone(results.next())));
        });
        return true;
    }

    /** The right version of a function that is judged here is nowhere in the process: its code could find it and call it. */
    private static Call load(Map<Exercise, Outline.Function> functions) {
        Set<String> judged = functions.keySet().stream().map(Exercise::name).collect(Collectors.toSet());
        return Call.of(List.of(
                new Value.Text(""),
                texts(functions.keySet(), Exercise::name),
                texts(functions.keySet(), exercise -> CodeGrader.before(exercise, judged)),
                texts(functions.values(), function -> function.program().source())));
    }

    private static <T> Value.Tuple texts(Iterable<T> things, Function<T, String> text) {
        List<String> texts = new ArrayList<>();
        things.forEach(thing -> texts.add(text.apply(thing)));
        return OutlineReader.texts(texts);
    }

    private static Call call(Exercise exercise, Case testCase) {
        List<Value> arguments = new ArrayList<>();
        arguments.add(new Value.Text(exercise.name()));
        arguments.addAll(testCase.arguments().values().values());
        return new Call(arguments, testCase.layout());
    }

    private Limits limits(int functions) {
        Limits usual = runner.status().limits();
        return new Limits(
                MOST.multipliedBy(2), MOST, usual.memory(), usual.output(), functions * usual.result(), usual.source());
    }

    /** Whether the last call says that something was changed which others need. */
    private static boolean changed(Report report) {
        return !(report.calls().getLast().outcome() instanceof Outcome.Returned(Value value, List<Integer> changed)
                && value instanceof Value.Scalar scalar
                && scalar.value() == 1);
    }

    /** The first argument was the function's name. */
    private static Run asIfAlone(CallResult result) {
        Outcome outcome = result.outcome() instanceof Outcome.Returned(Value value, List<Integer> changed)
                ? new Outcome.Returned(
                        value, changed.stream().map(place -> place - 1).toList())
                : result.outcome();
        return new Run(outcome, result.output(), result.warnings(), result.time());
    }

    /** What was seen, as an implementation that gives it again. */
    record Recorded(Map<String, Run> runs) implements Implementation {
        /** How long the calls took. */
        Duration time() {
            return runs.values().stream().map(Run::time).reduce(Duration.ZERO, Duration::plus);
        }

        @Override
        public Outcome run(Arguments arguments) {
            throw new UnsupportedOperationException("Only the cases of the exercise are recorded");
        }

        @Override
        public @Nullable Outcome runAll(List<Case> cases, RunMonitor monitor) {
            cases.forEach(testCase -> monitor.ran(requireNonNull(runs.get(testCase.id()))));
            return null;
        }
    }
}
