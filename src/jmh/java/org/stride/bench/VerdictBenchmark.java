package org.stride.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.grading.CheckListener;
import org.stride.grading.Grader;
import org.stride.grading.Verdict;

/** One verdict: a card on all cases of its exercise, with the diagnosis. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class VerdictBenchmark {
    /** Each exercise in turn, as {@link Microbenchmarks} says. */
    @Param("zero_pad")
    public String exerciseName;

    /** JMH samples every so many calls only: cards in their order would be sampled unevenly. */
    private final Random random = new Random(1);

    private final Grader grader = Microbenchmarks.grader();
    private Exercise exercise;

    @Setup
    public void load() {
        exercise = Catalogue.load().get(exerciseName);
    }

    @Benchmark
    public Verdict anyCard() {
        Choice card = exercise.deck().get(random.nextInt(exercise.deck().size()));
        return grader.grade(exercise, card, CheckListener.NONE);
    }
}
