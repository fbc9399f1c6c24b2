package org.stride.grading.code;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stride.grading.CaseResult;
import org.stride.grading.Diagnosis;
import org.stride.grading.Difference;
import org.stride.grading.Relation;
import org.stride.grading.Verdict;
import org.stride.python.FunctionDefinition;
import org.stride.python.Warning;

/**
 * What a check of typed code found.
 *
 * @param source the code as it was judged
 * @param verdict on the code as it stands
 * @param problem what a learner should mend first, where it is plainer than wrong numbers; {@code null} if there is none
 * @param blame {@code null} unless the code brings its own versions of functions of earlier steps
 * @param output what was printed while the code was loaded
 * @param defined the functions that the code defines
 */
public record CodeVerdict(
        String source,
        Verdict verdict,
        @Nullable CodeProblem problem,
        @Nullable Blame blame,
        String output,
        List<Warning> warnings,
        List<FunctionDefinition> defined) {
    public CodeVerdict {
        warnings = List.copyOf(warnings);
        defined = List.copyOf(defined);
    }

    /** The same, with what was found about its own versions of other functions. */
    public CodeVerdict blaming(@Nullable Blame found) {
        return new CodeVerdict(source, verdict, problem, found, output, warnings, defined);
    }

    public boolean passed() {
        return verdict.passed();
    }

    /**
     * The cause of wrong numbers, if it is known, lies in the function itself (one that its helpers alone make fail is right),
     * and says more than the problem.
     */
    public Optional<Diagnosis> cause() {
        return Optional.ofNullable(verdict.diagnosis())
                .filter(cause -> !helpersAloneFail())
                .filter(cause -> !saidAlready(cause));
    }

    /** Whether the problem says all that this cause would. */
    public boolean saidAlready(Diagnosis cause) {
        boolean nothingReturned = problem instanceof CodeProblem.NothingReturned
                && cause instanceof Diagnosis.Related(Relation relation)
                && relation instanceof Relation.NothingCameBack;
        return nothingReturned || (problem != null && cause instanceof Diagnosis.Unknown);
    }

    /** The failed check that is shown to the learner, unless the problem has said all of it already. */
    public Optional<CaseResult> evidence() {
        return verdict.firstShownFailure().filter(failure -> problem == null || !endedEarly(failure));
    }

    private static boolean endedEarly(CaseResult failure) {
        return failure.difference() instanceof Difference.Raised
                || failure.difference() instanceof Difference.Ended
                || failure.difference() instanceof Difference.NothingReturned;
    }

    /** Whether the function is right, and fails because of the code's own versions of functions of earlier steps. */
    public boolean helpersAloneFail() {
        return !passed() && blame != null && blame.judged() && blame.withOurs().passed();
    }
}
