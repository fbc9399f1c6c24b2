package org.stride.grading.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.HintLadder;
import org.stride.grading.CheckListener;
import org.stride.python.PythonRunner;

/** The puzzle and the solution at the end of the hints, on real Python. */
@Timeout(300)
class HintLadderTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static PythonRunner runner;
    private static CodeGrader grader;

    @BeforeAll
    static void start() {
        runner = CodeGraders.runner();
        grader = CodeGraders.grader(CATALOGUE, runner);
    }

    @AfterAll
    static void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    static List<Exercise> exercises() {
        return CATALOGUE.exercises();
    }

    private static boolean passes(Exercise exercise, List<String> pieces) {
        return grader.judge(exercise, exercise.hints().assembled(pieces), "", CheckListener.NONE)
                .passed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void theLinesInTheirOrderPassAndShuffledTheyDoNot(Exercise exercise) {
        HintLadder ladder = exercise.hints();
        List<String> right = ladder.statements().subList(1, ladder.statements().size());

        assertThat(passes(exercise, right)).isTrue();
        assertThat(ladder.beginning(ladder.lineCount()))
                .isEqualTo(ladder.solution().listing().code());
        assertThat(ladder.shuffled())
                .containsAll(right)
                .containsAll(ladder.strays())
                .hasSize(right.size() + ladder.strays().size())
                .isEqualTo(CATALOGUE.get(exercise.name()).hints().shuffled());
        assertThat(passes(exercise, ladder.shuffled()))
                .as("shuffled, with the strays")
                .isFalse();
    }

    /** Whichever line it takes the place of. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void noStrayBelongsInTheSolution(Exercise exercise) {
        HintLadder ladder = exercise.hints();
        List<String> right = ladder.statements().subList(1, ladder.statements().size());
        for (String stray : ladder.strays()) {
            assertThat(right).doesNotContain(stray);
            for (int place = 0; place < right.size(); place++) {
                List<String> wrong = new ArrayList<>(right);
                wrong.set(place, stray);
                assertThat(passes(exercise, wrong)).as(stray + " at " + place).isFalse();
            }
        }
    }
}
