package org.stride.ui.exercise;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.exercise.ShapeQuiz;
import org.stride.exercise.ShapeQuizzes;
import org.stride.ui.ViewTest;

/** Questions about shapes at the end of a step's page. */
class QuizPanelTest extends ViewTest {
    private static String answer() {
        return textOf(byId("quiz-answer"));
    }

    private static void choose(ShapeQuiz quiz, boolean right) {
        int place =
                right ? quiz.options().indexOf(quiz.answer()) : quiz.options().indexOf(quiz.answer()) == 0 ? 1 : 0;
        _click(_find(byId("quiz"), NativeButton.class).get(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero_pad", "conv_forward", "pool_forward", "conv_backward", "pool_backward"})
    void eachAnswerIsExplainedAndThereIsAlwaysAnotherQuestion(String exercise) {
        UI.getCurrent().add(new QuizPanel(catalogue.get(exercise), 1));
        for (long seed = 1; seed < 12; seed++) {
            ShapeQuiz quiz = ShapeQuizzes.of(catalogue.get(exercise), seed);
            assertThat(answer()).isEmpty();
            assertThat(_find(byId("quiz"), NativeButton.class)).hasSize(4);

            choose(quiz, false);
            assertThat(answer()).contains("✗ That").doesNotContain("{", "quiz.");
            choose(quiz, true);
            assertThat(answer()).contains("✓ Right.").doesNotContain("✗", "{", "quiz.");

            _click(_get(Button.class, spec -> spec.withId("another-quiz")));
        }
    }

    @Test
    void anotherVisitBeginsWithAnotherQuestion() {
        Set<String> questions = new HashSet<>();
        for (int visit = 0; visit < 10; visit++) {
            open("");
            open("exercise/zero_pad");
            questions.add(textOf(byId("quiz")));
        }

        assertThat(questions).hasSizeGreaterThan(1);
    }

    @Test
    void whereNoShapeIsAskedForThereIsNoPanel() {
        open("exercise/conv_single_step");

        assertThat(_find(QuizPanel.class)).isEmpty();
    }
}
