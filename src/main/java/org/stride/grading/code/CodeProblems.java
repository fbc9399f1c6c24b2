package org.stride.grading.code;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.grading.CaseResult;
import org.stride.grading.Diagnosis;
import org.stride.grading.Difference;
import org.stride.grading.Verdict;
import org.stride.python.FunctionDefinition;
import org.stride.python.Outcome;
import org.stride.python.Report;
import org.stride.python.Traceback;
import org.stride.python.Traceback.Frame;
import org.stride.python.Traceback.Part;

/** Finds the plainest thing to say of code that fails. Numbers of a held-out case never get into it. */
final class CodeProblems {
    private static final Pattern NO_MODULE = Pattern.compile("No module named '([^']+)'");
    private static final Pattern ARGUMENTS =
            Pattern.compile("\\w+\\(\\) (takes|missing|got) .*arguments?.*", Pattern.DOTALL);
    /** Whoever has used less of the processor has waited. */
    private static final Duration BUSY = Duration.ofMillis(500);

    private static final SequencedMap<String, String> NONE = new LinkedHashMap<>();

    private final Exercise exercise;
    private final List<String> lines;
    private final Report report;

    /** @param report of the run that is to be explained */
    CodeProblems(Exercise exercise, String source, Report report) {
        this.exercise = exercise;
        this.lines = source.lines().toList();
        this.report = report;
    }

    @Nullable
    CodeProblem find(Verdict verdict) {
        Outcome stopped = verdict.stopped();
        if (verdict.passed() || stopped instanceof Outcome.Fault) {
            return null;
        }
        if (verdict.results().isEmpty()) {
            return stopped == null ? null : ofLoading(stopped);
        }
        List<CaseResult> failures =
                verdict.results().stream().filter(CaseResult::decisive).toList();
        if (failures.isEmpty()) {
            return stopped == null ? null : ofCall(stopped, true);
        }
        boolean nothingRight =
                failures.size() == verdict.results().size() - verdict.advisory().size();
        // What it prints may end the run before the last case
        List<CaseResult> cameBack = failures.stream()
                .filter(failure -> !(failure.difference() instanceof Difference.Ended))
                .toList();
        if (nothingRight
                && !cameBack.isEmpty()
                && cameBack.stream().allMatch(f -> f.difference() instanceof Difference.NothingReturned)) {
            boolean printed = cameBack.stream().anyMatch(f -> !f.run().output().isBlank());
            return new CodeProblem.NothingReturned(printed, ownLine());
        }
        // Names in another order are no mistake by themselves: code that is right in any check, or wrong in a known
        // way, has put each value where it belongs
        CodeProblem reordered =
                nothingRight && !(verdict.diagnosis() instanceof Diagnosis.KnownFlaw) ? reordered() : null;
        if (reordered != null) {
            return reordered;
        }
        // The first that may be seen tells most: its message and its variables are nobody's secret
        CaseResult first = failures.stream()
                .min(Comparator.comparing(failure -> failure.testCase().heldOut()))
                .orElseThrow();
        return ofCall(first.outcome(), first.testCase().heldOut());
    }

    /** What went wrong when code was tried out; {@code null} if nothing did. */
    @Nullable
    CodeProblem ofTryOut(Outcome outcome, boolean loading) {
        return loading && !(outcome instanceof Outcome.Fault) ? ofLoading(outcome) : ofCall(outcome, false);
    }

    /** In which text an outcome's line is. */
    static Part part(@Nullable Outcome outcome) {
        Traceback traceback = switch (outcome) {
            case Outcome.Raised raised -> raised.traceback();
            case Outcome.Refused refused -> refused.traceback();
            case Outcome.TimedOut timedOut -> timedOut.traceback();
            case Outcome.OutOfMemory memory -> memory.traceback();
            case Outcome.Exited exited -> exited.traceback();
            case null, default -> Traceback.NONE;
        };
        Frame innermost = traceback.innermost();
        return outcome instanceof Outcome.SourceError error
                ? error.part()
                : innermost == null ? Part.CODE : innermost.part();
    }

    private CodeProblem ofLoading(Outcome outcome) {
        return switch (outcome) {
            case Outcome.FunctionMissing missing -> missing(missing.defined());
            case Outcome.SourceError error ->
                CodeProblem.NotPython.of(line(error.line()), error.message(), error.line(), error.column());
            case Outcome.Raised raised when isNoModule(raised) -> noModule(raised);
            case Outcome.Raised raised ->
                new CodeProblem.OutsideOfFunctions(
                        raised.type(),
                        raised.message(),
                        raised.traceback().line(),
                        raised.traceback().variables());
            default -> orElse(ofCall(outcome, false));
        };
    }

    private static CodeProblem orElse(@Nullable CodeProblem problem) {
        return problem == null ? new CodeProblem.Crashed("") : problem;
    }

    /** Wrong numbers are no problem of this kind. */
    private @Nullable CodeProblem ofCall(Outcome outcome, boolean hidden) {
        return switch (outcome) {
            case Outcome.Returned returned -> null;
            case Outcome.Raised raised
            when otherParameters(raised) ->
                new CodeProblem.OtherParameters(
                        exercise.signature(),
                        own().map(FunctionDefinition::parameters).orElse(List.of()),
                        ownLine());
            case Outcome.Raised raised when !hidden && isNoModule(raised) -> noModule(raised);
            case Outcome.Raised raised ->
                new CodeProblem.Raised(
                        raised.type(),
                        hidden ? "" : raised.message(),
                        raised.traceback().line(),
                        variables(raised.traceback(), hidden),
                        hidden);
            case Outcome.Refused refused ->
                new CodeProblem.NotAvailable(
                        refused.what(), refused.detail(), refused.traceback().line());
            case Outcome.TimedOut timedOut ->
                new CodeProblem.OutOfTime(
                        report.usage().cpu().compareTo(BUSY) < 0,
                        timedOut.traceback().line(),
                        variables(timedOut.traceback(), hidden));
            case Outcome.OutOfMemory memory ->
                new CodeProblem.OutOfMemory(memory.traceback().line(), variables(memory.traceback(), hidden));
            case Outcome.TooMuchOutput tooMuch ->
                tooMuch.channel() == Outcome.Channel.PRINTED
                        ? new CodeProblem.TooMuchPrinted()
                        : new CodeProblem.TooMuchReturned(ownLine());
            case Outcome.Crashed crashed -> new CodeProblem.Crashed(crashed.signal());
            case Outcome.Exited exited ->
                new CodeProblem.Exited(exited.traceback().line());
            case Outcome.SourceError error ->
                CodeProblem.NotPython.of(line(error.line()), error.message(), error.line(), error.column());
            case Outcome.FunctionMissing missing -> missing(missing.defined());
            case Outcome.Cancelled cancelled -> null;
            case Outcome.Fault fault -> null;
        };
    }

    private static SequencedMap<String, String> variables(Traceback traceback, boolean hidden) {
        return hidden ? NONE : traceback.variables();
    }

    /** Whether the call itself did not fit: nothing of the function's own had begun. */
    private boolean otherParameters(Outcome.Raised raised) {
        Frame frame = raised.traceback().innermost();
        return raised.type().equals("TypeError")
                && frame != null
                && raised.traceback().frames().size() == 1
                && frame.line() == ownLine()
                && raised.message().startsWith(exercise.name() + "()")
                && !own().map(FunctionDefinition::parameters).orElse(List.of()).equals(expected())
                && ARGUMENTS.matcher(raised.message()).matches();
    }

    private @Nullable CodeProblem reordered() {
        List<String> expected = expected();
        return own().filter(function -> !function.parameters().equals(expected)
                        && function.parameters().size() == expected.size()
                        && function.parameters().containsAll(expected))
                .map(function -> new CodeProblem.ParametersReordered(expected, function.parameters(), function.line()))
                .orElse(null);
    }

    private List<String> expected() {
        return exercise.parameters().stream().map(Parameter::name).toList();
    }

    private CodeProblem missing(List<FunctionDefinition> others) {
        return others.stream()
                .filter(other -> exercise.worksheet().helpers().stream()
                        .noneMatch(helper -> helper.name().equals(other.name())))
                .filter(this::mayBeMeant)
                .min(Comparator.<FunctionDefinition, Boolean>comparing(
                                other -> other.parameters().size() != expected().size())
                        .thenComparingInt(other -> distance(exercise.name(), other.name())))
                .<CodeProblem>map(other -> new CodeProblem.Renamed(exercise.name(), other.name(), other.line()))
                .orElseGet(() -> new CodeProblem.NoFunction(exercise.name()));
    }

    /** Whether a function looks like the one that is wanted: by its parameters or by its name. */
    private boolean mayBeMeant(FunctionDefinition other) {
        return other.parameters().size() == expected().size()
                || CodeProblem.Renamed.mayBeMeant(exercise.name(), other.name());
    }

    private String line(int number) {
        return number > 0 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    private static boolean isNoModule(Outcome.Raised raised) {
        return raised.type().equals("ModuleNotFoundError")
                && NO_MODULE.matcher(raised.message()).find();
    }

    private static CodeProblem noModule(Outcome.Raised raised) {
        Matcher matcher = NO_MODULE.matcher(raised.message());
        String module = matcher.find() ? matcher.group(1) : "";
        return new CodeProblem.NoModule(module, raised.traceback().line());
    }

    private Optional<FunctionDefinition> own() {
        return report.defined().stream()
                .filter(function -> function.name().equals(exercise.name()))
                .findFirst();
    }

    private int ownLine() {
        return own().map(FunctionDefinition::line).orElse(0);
    }

    /** How many letters must be added, left out or replaced to make one name of the other. */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
