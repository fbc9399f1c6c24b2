package org.stride.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Seeds;
import org.stride.python.PythonRunner;
import org.stride.python.RunnerSupport;

/**
 * Every variant of every right solution that is another function is caught, and no sentence on one is untrue. By itself this
 * takes a seeded sample; with {@code -Dstride.variants=all}, as {@code ./stride variants} has it, all of them on more cases.
 */
@Timeout(3600)
class VariantsTest {
    private static final boolean ALL = "all".equals(System.getProperty("stride.variants"));

    /** One in this many. */
    private static final int SAMPLE = ALL ? 1 : 20;

    /** How many cases a sentence is held against. */
    private static final int FRESH = ALL ? 200 : 40;

    /** How many cases a variant that passes has to pass as well. */
    private static final int PROOF = ALL ? 1000 : 100;

    /** The part of what is caught that gets a sentence on what is wrong, by the hundred, at the least. */
    private static final double SPECIFIC = 70;

    private static PythonRunner runner;

    @BeforeAll
    static void start() {
        runner = PythonRunner.start(RunnerSupport.setup().withSlots(2));
    }

    @AfterAll
    static void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    @Test
    void everyVariantThatIsAnotherFunctionIsCaughtAndNoSentenceIsUntrue() throws Exception {
        Grader grader = new Grader(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)));
        List<Judgement> judgements = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Exercise exercise : Catalogue.load().exercises()) {
                VariantJudge judge = new VariantJudge(exercise, grader, new VariantRuns(runner), FRESH, PROOF);
                judgements.addAll(judged(threads, judge, sample(exercise)));
            }
        }
        VariantTable table = new VariantTable(judgements);
        Files.writeString(Path.of("target", "variants.txt"), table.text());

        assertThat(judgements)
                .filteredOn(judgement -> judgement.kind() == Judgement.Kind.BLIND)
                .as("passes, and is another function")
                .isEmpty();
        assertThat(judgements)
                .filteredOn(judgement -> judgement.untrue() != null)
                .as("untrue of its own results")
                .isEmpty();
        assertThat(table.specific()).isGreaterThanOrEqualTo(SPECIFIC);
        if (ALL) {
            // A sample has too few of some exercises
            assertThat(table.specificByExercise())
                    .allSatisfy((exercise, specific) ->
                            assertThat(specific).as(exercise).isGreaterThanOrEqualTo(SPECIFIC));
        }
    }

    private static List<Variant> sample(Exercise exercise) {
        Random random = new Random(exercise.number());
        return Variant.of(exercise).stream()
                .filter(variant -> random.nextInt(SAMPLE) == 0)
                .toList();
    }

    private static List<Judgement> judged(ExecutorService threads, VariantJudge judge, List<Variant> variants)
            throws Exception {
        List<Callable<Judgement>> tasks = variants.stream()
                .<Callable<Judgement>>map(variant -> () -> judge.judge(variant))
                .toList();
        List<Judgement> judgements = new ArrayList<>();
        for (Future<Judgement> judgement : threads.invokeAll(tasks)) {
            judgements.add(judgement.get());
        }
        return judgements;
    }
}
