package org.stride.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.ShapeQuiz.Layer;
import org.stride.exercise.ShapeQuiz.Mistake;
import org.stride.exercise.ShapeQuiz.Option;

class ShapeQuizzesTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    static List<Exercise> exercises() {
        return CATALOGUE.exercises().stream().filter(ShapeQuizzes::possible).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void exactlyOneAnswerIsRightAndAllDiffer(Exercise exercise) {
        for (long seed = 0; seed < 400; seed++) {
            ShapeQuiz quiz = ShapeQuizzes.of(exercise, seed);

            assertThat(quiz).isEqualTo(ShapeQuizzes.of(exercise, seed));
            assertThat(quiz.options()).as("seed %d", seed).hasSize(4).doesNotHaveDuplicates();
            assertThat(quiz.options().stream().filter(option -> option.mistake() == Mistake.NONE))
                    .hasSize(1);
            if (quiz.asked().equals(ShapeQuiz.IMPOSSIBLE)) {
                quiz.options().forEach(option -> assertPossibleOrNot(exercise, option));
            } else {
                assertThat(quiz.options()).extracting(Option::shape).doesNotHaveDuplicates();
                assertThat(quiz.answer().shape()).isEqualTo(ShapeQuizzes.right(exercise, quiz.layer(), quiz.asked()));
            }
        }
    }

    /** The kernel itself says whether a layer can be: one without a single window refuses its input, or gives nothing at all. */
    private static void assertPossibleOrNot(Exercise exercise, Option option) {
        assertThat(cells(exercise, ShapeQuizzes.arguments(exercise, option.layer())) > 0)
                .as("%s", option)
                .isEqualTo(option.mistake() == Mistake.POSSIBLE);
    }

    private static int cells(Exercise exercise, Arguments arguments) {
        try {
            Value.Tuple result = (Value.Tuple) exercise.reference(arguments);
            return ((NdArray) result.parts().getFirst()).size();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void theFormulaOfTheExplanationGivesTheAnswer(Exercise exercise) {
        for (long seed = 0; seed < 200; seed++) {
            ShapeQuiz quiz = ShapeQuizzes.of(exercise, seed);
            Layer l = quiz.layer();
            if (quiz.asked().equals(ShapeQuiz.IMPOSSIBLE)) {
                assertThat(quiz.answer().layer().possible()).isFalse();
                continue;
            }
            Shape expected = switch (quiz.asked()) {
                case "X_pad" -> Shape.of(l.m(), l.nH() + 2 * l.pad(), l.nW() + 2 * l.pad(), l.nC());
                case "Z" -> Shape.of(l.m(), l.windows(l.nH()), l.windows(l.nW()), l.filters());
                case "A" -> Shape.of(l.m(), l.windows(l.nH()), l.windows(l.nW()), l.nC());
                case "dW" -> Shape.of(l.f(), l.f(), l.nC(), l.filters());
                default -> l.input();
            };
            assertThat(quiz.answer().shape()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void everyMistakeIsOnOffer() {
        Set<Mistake> met = EnumSet.noneOf(Mistake.class);
        exercises().forEach(exercise -> {
            for (long seed = 0; seed < 200; seed++) {
                ShapeQuizzes.of(exercise, seed).options().forEach(option -> met.add(option.mistake()));
            }
        });
        assertThat(met).containsExactlyInAnyOrder(Mistake.values());
    }
}
