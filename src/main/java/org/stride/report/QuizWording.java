package org.stride.report;

import java.util.Locale;
import org.stride.exercise.ShapeQuiz;
import org.stride.exercise.ShapeQuiz.Layer;
import org.stride.exercise.ShapeQuiz.Mistake;
import org.stride.exercise.ShapeQuiz.Option;

/** Asks a question about shapes and says what is to be said of each answer. Code stands in backticks. */
public final class QuizWording {
    private final Translator texts;
    private final ShapeQuiz quiz;

    public QuizWording(Translator texts, ShapeQuiz quiz) {
        this.texts = texts;
        this.quiz = quiz;
    }

    public String question() {
        return impossible()
                ? texts.text("quiz.impossible")
                : texts.text("quiz.shape", quiz.asked(), given(quiz.layer()));
    }

    private boolean impossible() {
        return quiz.asked().equals(ShapeQuiz.IMPOSSIBLE);
    }

    /** What stands on the button: plain text. */
    public String label(Option option) {
        return impossible()
                ? given(option.layer()).replace("`", "")
                : option.shape().toString();
    }

    private String given(Layer layer) {
        String input = layer.input().toString();
        return switch (quiz.exercise()) {
            case "zero_pad" -> texts.text("quiz.given.zero_pad", input, layer.pad());
            case "conv_forward", "conv_backward" ->
                texts.text(
                        "quiz.given.conv", input, layer.f(), layer.nC(), layer.filters(), layer.stride(), layer.pad());
            default -> texts.text("quiz.given.pool", input, layer.f(), layer.stride());
        };
    }

    /** Whether the answer is right, and which mistake leads to it if it is not. */
    public String said(Option option) {
        return option.mistake() == Mistake.NONE
                ? "✓ " + texts.text("quiz.right")
                : "✗ " + texts.text("quiz.mistake." + option.mistake().name().toLowerCase(Locale.ROOT));
    }

    /** The formula with the numbers of the answer's layer in it. */
    public String why(Option option) {
        Layer l = option.layer();
        if (quiz.exercise().equals("zero_pad")) {
            return texts.text("quiz.why.pad", l.nH(), l.nW(), l.pad(), l.nH() + 2 * l.pad(), l.nW() + 2 * l.pad());
        }
        if (quiz.exercise().endsWith("backward")) {
            return texts.text("quiz.why.gradient", quiz.asked(), quiz.asked().substring(1));
        }
        if (quiz.exercise().equals("pool_forward")) {
            return l.possible()
                    ? texts.text(
                            "quiz.why.pool", l.nH(), l.nW(), l.f(), l.stride(), l.windows(l.nH()), l.windows(l.nW()))
                    : texts.text("quiz.why.pool_impossible", l.f(), Math.min(l.nH(), l.nW()));
        }
        if (!l.possible()) {
            return texts.text("quiz.why.impossible", l.f(), Math.min(l.nH(), l.nW()), l.pad());
        }
        return texts.text(
                "quiz.why.windows", l.nH(), l.nW(), l.f(), l.pad(), l.stride(), l.windows(l.nH()), l.windows(l.nW()));
    }
}
