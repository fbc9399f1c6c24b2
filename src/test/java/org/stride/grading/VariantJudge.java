package org.stride.grading;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Run;
import org.stride.grading.Judgement.Kind;
import org.stride.python.Outcome;
import org.stride.report.Translations;
import org.stride.report.Wording;

/** Grades variants of one exercise, and holds against fresh cases what the verdicts say. */
final class VariantJudge {
    private final Exercise exercise;
    private final Grader grader;
    private final VariantRuns runs;
    private final List<Arguments> graded;
    private final List<Case> fresh;
    private final List<Case> proof;
    private final Wording wording = new Wording(new Translations());

    /**
     * @param fresh how many cases a sentence is held against
     * @param proof how many cases an equivalent variant has to pass
     */
    VariantJudge(Exercise exercise, Grader grader, VariantRuns runs, int fresh, int proof) {
        this.exercise = exercise;
        this.grader = grader;
        this.runs = runs;
        this.graded = grader.cases(exercise).stream().map(Case::arguments).toList();
        this.fresh = FreshCases.of(exercise, fresh);
        this.proof = FreshCases.of(exercise, proof);
    }

    Judgement judge(Variant variant) {
        Map<Arguments, Outcome> outcomes = new HashMap<>();
        List<Outcome> inOrder = runs.run(exercise.name(), variant.source(), graded);
        for (int number = 0; number < graded.size(); number++) {
            outcomes.put(graded.get(number), inOrder.get(number));
        }
        Verdict verdict =
                grader.grade(exercise, arguments -> requireNonNull(outcomes.get(arguments)), CheckListener.NONE);
        Diagnosis diagnosis = verdict.diagnosis();
        String sentence = diagnosis == null ? "" : wording.diagnosis(verdict, diagnosis);
        if (verdict.passed()) {
            return equivalent(variant, sentence);
        }
        return switch (diagnosis) {
            case Diagnosis.KnownFlaw d -> new Judgement(variant, Kind.NAMED, sentence, untrue(variant, d));
            case Diagnosis.FlawWhere d ->
                new Judgement(variant, Kind.NAMED, sentence, untrue(variant, d.where(), d.flaw()));
            case Diagnosis.OneLine d ->
                new Judgement(variant, Kind.ONE_LINE, sentence, untrue(variant, d.where(), d.slip()));
            case Diagnosis.Related d ->
                new Judgement(
                        variant,
                        d.relation().locating() ? Kind.LOCATED : Kind.RELATED,
                        sentence,
                        // What only says where, speaks of the checks that were made
                        d.relation().locating() ? null : untrue(variant, d.relation()));
            case Diagnosis.Raises d -> new Judgement(variant, Kind.RAISES, sentence, null);
            case Diagnosis.Where d -> new Judgement(variant, Kind.LOCATED, sentence, null);
            case Diagnosis.Unknown d -> new Judgement(variant, Kind.UNKNOWN, "", null);
            case null -> new Judgement(variant, Kind.UNKNOWN, "", "it fails without a diagnosis");
        };
    }

    private Judgement equivalent(Variant variant, String sentence) {
        List<CaseResult> results = results(variant, proof);
        List<CaseResult> failing =
                results.stream().filter(result -> !result.passed()).toList();
        if (failing.isEmpty()) {
            return new Judgement(variant, Kind.EQUIVALENT, sentence, null);
        }
        return failing.stream()
                .filter(CaseResult::decisive)
                .findFirst()
                .map(result -> new Judgement(variant, Kind.BLIND, sentence, describe(result)))
                .orElseGet(() -> new Judgement(variant, Kind.ADVISORY, sentence, null));
    }

    /** One of the mistakes that are named gives the same on every fresh case. */
    private @Nullable String untrue(Variant variant, Diagnosis.KnownFlaw diagnosis) {
        List<CaseResult> results = required(variant);
        String untrue = null;
        for (Flaw flaw : diagnosis.flaws()) {
            untrue = results.stream()
                    .filter(result -> !agrees(
                            result.outcome(),
                            flaw.run(result.testCase().arguments().deepCopy())))
                    .findFirst()
                    .map(VariantJudge::describe)
                    .orElse(null);
            if (untrue == null) {
                return null;
            }
        }
        return untrue;
    }

    /** The mistake gives the same where the condition holds; everywhere else, the variant is right. */
    private @Nullable String untrue(Variant variant, Condition where, org.stride.exercise.Implementation mistake) {
        return required(variant).stream()
                .filter(result -> where.holds(Condition.Input.of(exercise, result.testCase()))
                        ? !agrees(
                                result.outcome(),
                                mistake.run(result.testCase().arguments().deepCopy()))
                        : !result.passed() && result.outcome() instanceof Outcome.Returned)
                .findFirst()
                .map(VariantJudge::describe)
                .orElse(null);
    }

    /** The relation holds in every fresh case that fails. */
    private @Nullable String untrue(Variant variant, Relation relation) {
        return required(variant).stream()
                .filter(result -> !result.passed())
                .filter(result -> result.outcome() instanceof Outcome.Returned)
                .filter(result -> !Relations.holds(relation, exercise, result))
                .findFirst()
                .map(VariantJudge::describe)
                .orElse(null);
    }

    /** What raises has no results that a sentence could be wrong about. */
    private static boolean agrees(Outcome seen, Outcome given) {
        return seen instanceof Outcome.Raised || Slips.alike(seen, given);
    }

    private List<CaseResult> required(Variant variant) {
        return results(variant, fresh).stream()
                .filter(result -> result.testCase().required())
                .toList();
    }

    private List<CaseResult> results(Variant variant, List<Case> cases) {
        List<Outcome> outcomes = runs.run(
                exercise.name(),
                variant.source(),
                cases.stream().map(Case::arguments).toList());
        List<CaseResult> results = new ArrayList<>();
        for (int number = 0; number < cases.size(); number++) {
            Case testCase = cases.get(number);
            Value wanted = exercise.reference(testCase.arguments().deepCopy());
            Difference difference = switch (outcomes.get(number)) {
                case Outcome.Returned returned ->
                    Comparison.of(exercise.returns(), wanted, returned.value()).difference();
                case Outcome.Raised raised -> new Difference.Raised(raised);
                case Outcome other -> new Difference.Ended(other);
            };
            results.add(new CaseResult(
                    testCase,
                    wanted,
                    new Run(outcomes.get(number), "", List.of(), Duration.ZERO),
                    difference,
                    List.of()));
        }
        return results;
    }

    private static String describe(CaseResult result) {
        return result.testCase().id() + ": "
                + result.testCase().arguments().values().values().stream()
                        .map(value ->
                                value instanceof NdArray array ? array.shape() + " " + array.dtype() : value.toString())
                        .map(text -> text.replaceAll("\\s+", " "))
                        .map(text -> text.length() > 100 ? text.substring(0, 100) + "…" : text)
                        .toList();
    }
}
