package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.concurrent.ThreadLocalRandom;
import org.stride.exercise.Exercise;
import org.stride.exercise.ShapeQuiz;
import org.stride.exercise.ShapeQuiz.Option;
import org.stride.exercise.ShapeQuizzes;
import org.stride.report.QuizWording;
import org.stride.ui.part.Texts;

/** A question about shapes, as often as one likes; nothing is counted. */
final class QuizPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Exercise exercise;
    private final Div question = new Div();
    private final Div choices = new Div();
    private final Div answer = new Div();
    private long seed;

    /** Begins with any question. */
    QuizPanel(Exercise exercise) {
        this(exercise, ThreadLocalRandom.current().nextInt());
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
        QuizWording wording = new QuizWording(this::getTranslation, quiz);
        question.add(Texts.paragraph(wording.question()));
        for (Option option : quiz.options()) {
            NativeButton choice = new NativeButton(wording.label(option));
            choice.addClickListener(event -> answer(wording, option, choice));
            choices.add(choice);
        }
    }

    private void answer(QuizWording wording, Option option, NativeButton choice) {
        choices.getChildren()
                .forEach(one -> one.getElement().setAttribute("aria-pressed", one.equals(choice) ? "true" : "false"));
        answer.removeAll();
        answer.add(Texts.paragraph(wording.said(option)), Texts.paragraph(wording.why(option)));
    }
}
