package org.stride.report;

import java.util.List;
import org.stride.exercise.HintLadder;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeVerdict;

/** Says what becomes of lines that were put in order. Code stands in backticks. */
public final class PuzzleWording {
    private final Translator texts;
    private final Wording wording;
    private final CodeWording codeWording;

    public PuzzleWording(Translator texts, Wording wording) {
        this.texts = texts;
        this.wording = wording;
        codeWording = new CodeWording(texts);
    }

    /** What the checks say of them. */
    public String told(CodeVerdict code) {
        Verdict verdict = code.verdict();
        if (!verdict.judged()) {
            return texts.text("run.failed");
        }
        if (code.passed()) {
            return texts.text("puzzle.right", wording.summary(verdict));
        }
        String why = code.problem() != null
                ? codeWording.problem(code.problem())
                : code.cause()
                        .map(cause -> wording.diagnosis(verdict, cause))
                        .orElseGet(() -> wording.summary(verdict));
        return texts.text("puzzle.wrong", why);
    }

    /** All that can be said where no Python runs: how many lines agree from the top. */
    public String compared(HintLadder ladder, List<String> chosen) {
        List<String> ours = ladder.statements().subList(1, ladder.statements().size());
        int same = 0;
        while (same < Math.min(chosen.size(), ours.size()) && chosen.get(same).equals(ours.get(same))) {
            same++;
        }
        if (same < ours.size()) {
            return texts.text("puzzle.differs", same, ours.size());
        }
        int below = chosen.size() - same;
        return below == 0 ? texts.text("puzzle.same") : texts.text("puzzle.longer", same, below);
    }
}
