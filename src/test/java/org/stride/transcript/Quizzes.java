package org.stride.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.stride.exercise.Exercise;
import org.stride.exercise.ShapeQuiz;
import org.stride.exercise.ShapeQuiz.Option;
import org.stride.exercise.ShapeQuizzes;
import org.stride.report.QuizWording;

/** Questions about shapes with all that is said of their answers. */
final class Quizzes {
    private static final int SEEDS = 200;

    private Quizzes() {}

    /** The first questions of an exercise that between them ask everything and meet every mistake. */
    static List<ShapeQuiz> of(Exercise exercise) {
        Set<String> met = new TreeSet<>();
        List<ShapeQuiz> quizzes = new ArrayList<>();
        LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> ShapeQuizzes.of(exercise, seed))
                .filter(quiz -> met.addAll(quiz.options().stream()
                        .map(option -> quiz.asked() + " " + option.mistake())
                        .toList()))
                .forEach(quizzes::add);
        return quizzes;
    }

    static void tell(Transcript transcript, Exercise exercise) {
        transcript.section(transcript.texts().text("exercise." + exercise.name() + ".title"));
        for (ShapeQuiz quiz : of(exercise)) {
            QuizWording wording = new QuizWording(transcript.texts(), quiz);
            transcript.paragraph(wording.question());
            for (Option option : quiz.options()) {
                transcript.line(wording.label(option));
                transcript.under(wording.said(option));
                transcript.under(wording.why(option));
            }
            transcript.gap();
        }
    }
}
