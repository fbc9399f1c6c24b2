package org.stride.transcript;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.stride.exercise.Catalogue;
import org.stride.exercise.ShapeQuizzes;
import org.stride.grading.CheckListener;
import org.stride.grading.code.CodeGrader;
import org.stride.grading.code.CodeVerdict;
import org.stride.grading.code.GradientCheck;
import org.stride.python.PythonRunner;
import org.stride.python.Unavailable;
import org.stride.transcript.TypedPair.Compared;

/** What is told beside the verdicts on typed code. */
record Asides(
        Catalogue catalogue,
        Map<TypedPair, Compared> gradients,
        Map<TypedOrder, CodeVerdict> orders,
        Map<String, Unavailable> unavailable) {
    /** The transcripts, each with the key of its title. */
    static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("gradients", "gradient.title");
        TITLES.put("puzzles", "puzzle.title");
        TITLES.put("quizzes", "quiz.title");
        TITLES.put("unavailable", "sandbox.title");
    }

    static Asides of(Catalogue catalogue, ExecutorService threads, PythonRunner runner, CodeGrader grader, Path folder)
            throws Exception {
        GradientCheck check = new GradientCheck(catalogue, runner);
        List<TypedPair> pairs = TypedPair.read(TranscriptFiles.FOLDER.resolve("typed/gradient.yaml"), catalogue);
        return new Asides(
                catalogue,
                TranscriptsTest.judged(threads, pairs, pair -> pair.compare(check, grader)),
                TranscriptsTest.judged(
                        threads,
                        TypedOrder.all(catalogue),
                        order -> grader.grade(order.exercise(), order.source(), "", CheckListener.NONE)),
                Unavailables.all(folder));
    }

    void tell(String name, Transcript transcript) {
        transcript.title(transcript.texts().text(TITLES.get(name)));
        switch (name) {
            case "gradients" -> {
                gradients.entrySet().stream()
                        .map(pair -> pair.getKey().explanation(transcript, pair.getValue()))
                        .distinct()
                        .forEach(transcript::paragraph);
                gradients.forEach((pair, compared) -> pair.tell(transcript, compared));
            }
            case "puzzles" -> orders.forEach((order, code) -> order.tell(transcript, code));
            case "quizzes" ->
                catalogue.exercises().stream()
                        .filter(ShapeQuizzes::possible)
                        .forEach(exercise -> Quizzes.tell(transcript, exercise));
            default -> unavailable.forEach((trigger, reason) -> Unavailables.tell(transcript, trigger, reason));
        }
    }
}
