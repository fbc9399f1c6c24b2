package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.Locale;
import org.stride.exercise.Exercise;
import org.stride.exercise.ShapeQuiz;
import org.stride.exercise.ShapeQuiz.Layer;
import org.stride.exercise.ShapeQuiz.Mistake;
import org.stride.exercise.ShapeQuiz.Option;
import org.stride.exercise.ShapeQuizzes;
import org.stride.ui.part.Texts;

/** A question about shapes, as often as one likes; nothing is counted. */
final class QuizPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Exercise exercise;
    private final Div question = new Div();
    private final Div choices = new Div();
    private final Div answer = new Div();
    private long seed;

    QuizPanel(Exercise exercise) {
        this(exercise, 1);
    }

    /** @param seed of the first question */
    QuizPanel(Exercise exercise, long seed) {
        this.exercise = exercise;
        this.seed = seed;
        setId("quiz");
        addClassName("stride-quiz");
        choices.addClassName("stride-quiz-choices");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", getTranslation("quiz.choices"));
        answer.setId("quiz-answer");
        answer.getElement().setAttribute("role", "status");
        Button another = new Button(getTranslation("quiz.another"), event -> {
            this.seed++;
            ask();
        });
        another.setId("another-quiz");
        add(new H2(getTranslation("quiz.title")), question, choices, answer, another);
        ask();
    }

    private void ask() {
        ShapeQuiz quiz = ShapeQuizzes.of(exercise, seed);
        question.removeAll();
        choices.removeAll();
        answer.removeAll();
        question.add(Texts.paragraph(
                quiz.asked().equals(ShapeQuiz.IMPOSSIBLE)
                        ? getTranslation("quiz.impossible")
                        : getTranslation("quiz.shape", quiz.asked(), given(quiz.layer()))));
        for (Option option : quiz.options()) {
            NativeButton choice = new NativeButton(label(quiz, option));
            choice.addClickListener(event -> answer(quiz, option, choice));
            choices.add(choice);
        }
    }

    private String label(ShapeQuiz quiz, Option option) {
        return quiz.asked().equals(ShapeQuiz.IMPOSSIBLE)
                ? given(option.layer()).replace("`", "")
                : option.shape().toString();
    }

    private String given(Layer layer) {
        String input = layer.input().toString();
        return switch (exercise.name()) {
            case "zero_pad" -> getTranslation("quiz.given.zero_pad", input, layer.pad());
            case "conv_forward", "conv_backward" ->
                getTranslation(
                        "quiz.given.conv", input, layer.f(), layer.nC(), layer.filters(), layer.stride(), layer.pad());
            default -> getTranslation("quiz.given.pool", input, layer.f(), layer.stride());
        };
    }

    private void answer(ShapeQuiz quiz, Option option, NativeButton choice) {
        boolean right = option.mistake() == Mistake.NONE;
        choices.getChildren()
                .forEach(one -> one.getElement().setAttribute("aria-pressed", one.equals(choice) ? "true" : "false"));
        answer.removeAll();
        String word = right
                ? getTranslation("quiz.right")
                : getTranslation("quiz.mistake." + option.mistake().name().toLowerCase(Locale.ROOT));
        answer.add(Texts.paragraph((right ? "✓ " : "✗ ") + word), Texts.paragraph(why(quiz, option.layer())));
    }

    /** The formula with the numbers of the question in it. */
    private String why(ShapeQuiz quiz, Layer l) {
        if (quiz.exercise().equals("zero_pad")) {
            return getTranslation("quiz.why.pad", l.nH(), l.nW(), l.pad(), l.nH() + 2 * l.pad(), l.nW() + 2 * l.pad());
        }
        if (quiz.exercise().endsWith("backward")) {
            return getTranslation(
                    "quiz.why.gradient", quiz.asked(), quiz.asked().substring(1));
        }
        if (!l.possible()) {
            return getTranslation("quiz.why.impossible", l.f(), Math.min(l.nH(), l.nW()), l.pad());
        }
        return getTranslation(
                "quiz.why.windows", l.nH(), l.nW(), l.f(), l.pad(), l.stride(), l.windows(l.nH()), l.windows(l.nW()));
    }
}
