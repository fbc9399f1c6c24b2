package org.stride.bench;

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
import org.stride.array.LegacyRandom;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Kernel;
import org.stride.exercise.Strategy;

/** The right ways of {@code conv_forward} on one layer, larger than the cases: 2.6 million multiplications. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class KernelBenchmark {
    static final String LAYER = "4×24×24×8 by 16 filters 3×3";

    /** Each strategy in turn, as {@link Microbenchmarks} says. */
    @Param("four_loops")
    public String strategy;

    private Kernel kernel;
    private Arguments layer;

    @Setup
    public void load() {
        kernel = Catalogue.load().get("conv_forward").strategies().stream()
                .filter(candidate -> candidate.id().equals(strategy))
                .map(Strategy::kernel)
                .findFirst()
                .orElseThrow();
        LegacyRandom random = new LegacyRandom(1);
        layer = Arguments.none()
                .with("A_prev", random.randn(4, 24, 24, 8))
                .with("W", random.randn(3, 3, 8, 16))
                .with("b", random.randn(1, 1, 1, 16))
                .with(
                        "hparameters",
                        Value.Dictionary.of("stride", Value.Scalar.of(1)).with("pad", Value.Scalar.of(1)));
    }

    @Benchmark
    public Value forward() {
        return kernel.apply(layer);
    }
}
