package org.stride.ui.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.grading.CaseResult;
import org.stride.grading.Diagnosis;
import org.stride.grading.Difference;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.code.CodeVerdict;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Count;
import org.stride.learner.Telling.Kind;
import org.stride.learner.Telling.Mistake;
import org.stride.learner.Telling.Passage;
import org.stride.report.CodeWording;
import org.stride.report.Joining;
import org.stride.report.MistakeIds;
import org.stride.report.Translator;
import org.stride.report.Wording;
import org.stride.report.WorkingWording;

/** Puts a verdict into the words in which it can be told again, whatever becomes of the checks. */
public final class Retelling {
    private final Translator texts;
    private final Wording wording;
    private final CodeWording codeWording;
    private final WorkingWording workingWording;

    public Retelling(Translator texts) {
        this.texts = texts;
        wording = new Wording(texts);
        codeWording = new CodeWording(texts);
        workingWording = new WorkingWording(texts);
    }

    /** Of a card. */
    public Telling of(Verdict verdict) {
        List<Passage> passages = new ArrayList<>();
        Diagnosis diagnosis = verdict.diagnosis();
        if (diagnosis != null) {
            passages.add(new Passage(Kind.CAUSE, wording.diagnosis(verdict, diagnosis)));
        }
        verdict.firstShownFailure().ifPresent(failure -> addEvidence(passages, verdict, failure));
        return telling(verdict, mistake(verdict, null), passages);
    }

    /** Of code. */
    public Telling of(CodeVerdict code) {
        Verdict verdict = code.verdict();
        List<Passage> passages = new ArrayList<>();
        String blame = codeWording.blame(code);
        if (blame != null) {
            passages.add(new Passage(Kind.BLAME, blame));
        }
        CodeProblem problem = code.problem();
        if (problem != null) {
            passages.add(new Passage(Kind.PROBLEM, codeWording.problem(problem)));
        }
        code.cause().ifPresent(cause -> passages.add(new Passage(Kind.CAUSE, wording.diagnosis(verdict, cause))));
        code.evidence().ifPresent(failure -> addEvidence(passages, verdict, failure));
        code.warnings().forEach(warning -> {
            String sentence = codeWording.warning(warning);
            if (sentence != null) {
                passages.add(new Passage(Kind.NOTE, sentence));
            }
        });
        return telling(verdict, mistake(verdict, problem), passages);
    }

    private Telling telling(Verdict verdict, @Nullable Mistake mistake, List<Passage> passages) {
        verdict.notes().forEach(note -> passages.add(new Passage(Kind.NOTE, wording.note(note))));
        return new Telling(
                verdict.passed(),
                count(verdict.shown()),
                count(verdict.heldOut()),
                wording.summary(verdict),
                mistake,
                passages);
    }

    private static Count count(Verdict.Half half) {
        return new Count(half.passedCount(), half.total());
    }

    private void addEvidence(List<Passage> passages, Verdict verdict, CaseResult failure) {
        passages.add(new Passage(
                Kind.EVIDENCE,
                Joining.labelled(texts, wording.traits(failure.testCase().traits()), wording.reason(failure))));
        List<String> working = working(verdict.exercise(), failure);
        if (!working.isEmpty()) {
            passages.add(new Passage(Kind.WORKING, String.join("\n", working)));
        }
    }

    /** What lies inside a cache is not computed, only kept: there is nothing to work out. */
    private List<String> working(Exercise exercise, CaseResult failure) {
        return failure.difference() instanceof Difference.WrongValues(Difference.WrongCells cells)
                        && exercise.returns().stream()
                                .anyMatch(part -> part.name().equals(cells.part()))
                ? workingWording.lines(exercise.working(failure.testCase().arguments(), cells.part(), cells.first()))
                : List.of();
    }

    private @Nullable Mistake mistake(Verdict verdict, @Nullable CodeProblem problem) {
        if (verdict.passed()) {
            return null;
        }
        if (problem != null) {
            return new Mistake(MistakeIds.of(problem), codeWording.sentence(problem));
        }
        Diagnosis diagnosis = verdict.diagnosis();
        return diagnosis == null || diagnosis instanceof Diagnosis.Unknown
                ? null
                : new Mistake(MistakeIds.of(diagnosis), name(verdict, diagnosis));
    }

    private String name(Verdict verdict, Diagnosis diagnosis) {
        List<Flaw> flaws = diagnosis.flaws();
        return flaws.isEmpty()
                ? wording.diagnosis(verdict, diagnosis)
                : flaws.stream().map(wording::name).collect(Collectors.joining(" / "));
    }
}
