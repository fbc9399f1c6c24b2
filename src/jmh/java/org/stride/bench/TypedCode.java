package org.stride.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Strategy;
import org.stride.grading.CheckListener;
import org.stride.grading.Diagnosis;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeGrader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a learner might have typed.
 *
 * @param flaw as which it is to be named; {@code null} if it is right, or wrong in a way that has no name
 */
record TypedCode(Exercise exercise, String source, @Nullable Flaw flaw) {
    private static final Path SINGLE_FAULTS = Path.of("src/test/python/single_faults.py");

    /** The way that follows the text of the exercise most closely: loops, where there are any. */
    static TypedCode right(Exercise exercise) {
        Strategy plain = exercise.strategies().stream()
                .filter(strategy -> strategy.id().equals("four_loops"))
                .findFirst()
                .orElseGet(() -> exercise.strategies().getFirst());
        return new TypedCode(exercise, plain.listing().code(), null);
    }

    /** Wrong ways that have a name, in the order of their cards. */
    static List<TypedCode> flawed(Exercise exercise) {
        return exercise.flaws().stream()
                .filter(flaw -> !flaw.advisory())
                .map(flaw -> new TypedCode(exercise, flaw.listing().code(), flaw))
                .toList();
    }

    /** The right way with one thing wrong, in an order that is mixed, but always the same. */
    static List<TypedCode> variants(Exercise exercise, Path python) throws IOException {
        Path listing = Files.createTempFile("stride-listing", ".py");
        Files.writeString(listing, right(exercise).source());
        Process process = new ProcessBuilder(python.toString(), "-B", SINGLE_FAULTS.toString(), listing.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<TypedCode> variants = new ArrayList<>();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).get("source").asString())
                .forEach(source -> variants.add(new TypedCode(exercise, source, null)));
        Collections.shuffle(variants, new Random(exercise.number()));
        return variants;
    }

    Verdict check(CodeGrader grader, String owner, CheckListener listener) {
        return grader.grade(exercise, source, owner, listener).verdict();
    }

    /** Whether a verdict is the right one for a right way, or for one that has a name. */
    boolean fits(Verdict verdict) {
        return flaw == null
                ? verdict.passed()
                : !verdict.passed()
                        && verdict.diagnosis() instanceof Diagnosis.KnownFlaw known
                        && known.flaws().contains(flaw);
    }
}
