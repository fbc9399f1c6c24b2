package org.stride.kernel.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.kernel.ValueAssertions.assertClose;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.PythonListings;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.python.Outcome;

/**
 * Each listing, run by real NumPy, does what the Java strategy of its name does, and multiplies as often as is claimed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingTest {
    private static final int SIZES = 30;
    private static final double DOUBLE_PRECISION = 1e-10;
    private static final double SINGLE_PRECISION = 1e-5;

    private PythonListings python;

    static List<Way> ways() {
        return Way.all();
    }

    static List<Way> waysThroughWindows() {
        return Way.all().stream()
                .filter(way -> way.exercise().matches("(conv|pool)_(forward|backward)"))
                .toList();
    }

    static List<Way> waysToAMask() {
        return Way.all().stream()
                .filter(way -> way.exercise().equals("create_mask_from_window"))
                .toList();
    }

    @BeforeAll
    void start() {
        python = PythonListings.start();
    }

    @AfterAll
    void close() {
        if (python != null) {
            python.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void theListingReturnsWhatTheStrategyReturns(Way way) {
        for (int seed = 0; seed < SIZES; seed++) {
            Arguments arguments = RaggedArguments.of(way.exercise(), seed);
            double tolerance = RaggedArguments.singlePrecision(seed) ? SINGLE_PRECISION : DOUBLE_PRECISION;
            assertSame(way + ", seed " + seed, way, arguments, tolerance);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void theListingMultipliesAsOftenAsClaimed(Way way) {
        for (int seed = 0; seed < SIZES; seed++) {
            Arguments arguments = RaggedArguments.of(way.exercise(), seed);
            assertThat(python.multiplications(way.exercise(), listing(way), arguments))
                    .as("%s, seed %d", way, seed)
                    .isEqualTo(way.multiplications().applyAsLong(arguments));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysThroughWindows")
    void theListingDoesAsTheStrategyWhereNoWindowFits(Way way) {
        Arguments arguments = RaggedArguments.withoutWindow(way.exercise());
        if (way.id().equals("strided_windows")) { // NumPy makes no view without a window
            assertThat(run(way, arguments)).isInstanceOf(Outcome.Raised.class);
        } else {
            assertSame(way.toString(), way, arguments, DOUBLE_PRECISION);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToAMask")
    void theListingDoesAsTheStrategyOnTiesAndNan(Way way) {
        List<NdArray> windows = List.of(
                NdArray.of(Shape.of(2, 3), 4, 7, 7, 7, 1, 0),
                NdArray.of(DType.INT64, Shape.of(3), 2, 2, 2),
                NdArray.of(Shape.of(2, 2), 1, Double.NaN, 5, Double.NaN),
                NdArray.of(Shape.of(1, 2, 2), -1, -1, -2, -3));
        for (NdArray window : windows) {
            assertSame(way + " of " + window, way, Arguments.none().with("x", window), 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void theListingLeavesItsArgumentsAlone(Way way) {
        // The listing under test becomes a helper of one that compares before and after.
        String watched = listing(way) + """

            def watch(*arguments):
                import copy
                before = copy.deepcopy(arguments)
                %s(*arguments)
                return repr(before) == repr(arguments)
            """.formatted(way.exercise());
        assertThat(python.run("watch", watched, RaggedArguments.of(way.exercise(), 1)))
                .isEqualTo(new Outcome.Returned(new Value.Scalar(1, Value.Scalar.Type.PYTHON_BOOL)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void theListingFitsOnACard(Way way) {
        List<String> lines = listing(way).lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(30);
        assertThat(lines.getFirst()).startsWith("def " + way.exercise() + "(").endsWith("):");
        assertThat(lines.stream().map(line -> line.replaceFirst("  #:$", "")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
        assertThat(lines.stream().filter(line -> line.endsWith("  #:"))).hasSizeBetween(1, 3);
        assertThat(listing(way)).doesNotContain("import", "\t").endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X * pad + X * X", "np.multiply(X, X) + np.zeros(X.shape) * X"})
    void theCountSeesEveryMultiplicationOfElements(String expression) {
        String listing = "def zero_pad(X, pad):\n    return " + expression + "\n";
        Arguments arguments = Arguments.none().with("X", NdArray.zeros(2, 3)).with("pad", Value.Scalar.of(2));
        assertThat(python.multiplications("zero_pad", listing, arguments)).isEqualTo(12);
    }

    private void assertSame(String what, Way way, Arguments arguments, double tolerance) {
        assertThat(run(way, arguments)).as(what).isInstanceOfSatisfying(Outcome.Returned.class, returned -> {
            Value java = way.kernel().apply(arguments);
            assertClose(what, returned.value(), java, tolerance);
            assertSameKind(what, returned.value(), java);
        });
    }

    /** Integers stay integers where they do in NumPy; widths may differ. */
    private static void assertSameKind(String what, Value python, Value java) {
        if (python instanceof NdArray listed && java instanceof NdArray array) {
            assertThat(array.dtype().kind())
                    .as("%s: kind", what)
                    .isEqualTo(listed.dtype().kind());
        }
        if (python instanceof Value.Tuple listed && java instanceof Value.Tuple tuple) {
            for (int part = 0; part < tuple.parts().size(); part++) {
                assertSameKind(
                        what + ", part " + part,
                        listed.parts().get(part),
                        tuple.parts().get(part));
            }
        }
    }

    private Outcome run(Way way, Arguments arguments) {
        return python.run(way.exercise(), listing(way), arguments);
    }

    private static String listing(Way way) {
        return PythonListings.listing(way.exercise(), way.id());
    }
}
