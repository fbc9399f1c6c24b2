package org.stride.transcript;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.CheckListener;
import org.stride.grading.code.CodeGrader;
import org.stride.grading.code.GradientCheck;
import org.stride.grading.code.GradientComparison;
import org.stride.report.GradientWording;
import org.stride.report.Translator;

/**
 * Typed code of a step that goes backward.
 *
 * @param forward the code of the step that goes forward; {@code null} if there is none
 */
record TypedPair(TypedCode backward, @Nullable TypedCode forward) {
    /**
     * What came of it.
     *
     * @param forward the step that goes forward
     * @param passed whether the learner's own code of that passes its checks
     */
    record Compared(GradientComparison found, Exercise forward, boolean passed) {}

    /** The codes of a file, in its order. */
    static List<TypedPair> read(Path file, Catalogue catalogue) {
        List<TypedPair> pairs = new ArrayList<>();
        TypedCode.entries(file).forEach((name, entry) -> {
            @SuppressWarnings("unchecked")
            Map<String, Object> forward = (Map<String, Object>) entry.get("forward");
            pairs.add(new TypedPair(
                    TypedCode.of(name, entry, catalogue),
                    forward == null ? null : TypedCode.of(name, forward, catalogue)));
        });
        return pairs;
    }

    Compared compare(GradientCheck check, CodeGrader grader) {
        boolean passed = forward != null
                && grader.grade(forward.exercise(), forward.source(), "", CheckListener.NONE)
                        .passed();
        String own = forward == null ? null : forward.source();
        return new Compared(
                check.compare(backward.exercise(), backward.source(), own, "", CheckListener.NONE),
                check.forward(backward.exercise()),
                passed);
    }

    /** What the page says before it is asked for. */
    String explanation(Transcript transcript, Compared compared) {
        return wording(transcript, compared).explanation();
    }

    private GradientWording wording(Transcript transcript, Compared compared) {
        return new GradientWording(transcript.texts(), backward.exercise(), compared.forward());
    }

    /** The code, and what the gradient check says of it. */
    void tell(Transcript transcript, Compared compared) {
        Translator texts = transcript.texts();
        GradientComparison found = compared.found();
        GradientWording wording = wording(transcript, compared);
        transcript.section("`" + backward.name() + "`");
        transcript.paragraph(backward.shown());
        if (forward != null) {
            transcript.paragraph(forward.shown());
        }
        transcript.item(texts.text("gradient.title"), wording.summary(found));
        if (found.ended() == null) {
            transcript.line(wording.whose(found, compared.passed()));
        }
        found.parts().forEach(part -> {
            // What rounding leaves is another number on another processor
            String title = wording.title(part);
            transcript.line(part.agrees() ? "✓ " + title.replaceAll("\\de-\\d\\d", "…") : "✗ " + title);
            String advice = wording.advice(part);
            if (advice != null) {
                transcript.under(advice);
            }
        });
        transcript.gap();
    }
}
