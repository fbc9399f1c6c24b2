package org.stride.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.stride.array.DType;
import org.stride.array.LegacyRandom;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Implementation;
import org.stride.exercise.Seeds;
import org.stride.exercise.Slip;
import org.stride.python.Outcome;

/** What no flaw explains is told by its relation to what is wanted, if there is a plain one. */
class RelationsTest {
    private final Catalogue catalogue = Catalogue.load();
    private final Grader grader = new Grader(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)));

    private Diagnosis diagnose(String exercise, Function<Value, Value> spoil) {
        Exercise e = catalogue.get(exercise);
        Implementation spoilt = a -> new Outcome.Returned(spoil.apply(e.reference(a)));
        Verdict verdict = grader.grade(e, spoilt, CheckListener.NONE);
        assertThat(verdict.passed()).isFalse();
        return java.util.Objects.requireNonNull(verdict.diagnosis());
    }

    private static Function<Value, Value> onArray(UnaryOperator<NdArray> spoil) {
        return value -> spoil.apply((NdArray) value);
    }

    private static Function<Value, Value> onFirst(UnaryOperator<NdArray> spoil) {
        return value -> {
            List<Value> parts = new java.util.ArrayList<>(((Value.Tuple) value).parts());
            parts.set(0, spoil.apply((NdArray) parts.getFirst()));
            return new Value.Tuple(parts, false);
        };
    }

    private static NdArray atPlaces(NdArray array, java.util.function.Predicate<int[]> where) {
        NdArray spoilt = array.copy();
        for (int place = 0; place < array.size(); place++) {
            if (where.test(array.shape().index(place))) {
                spoilt.setFlat(array.flat(place) + 1 + place, place);
            }
        }
        return spoilt;
    }

    private static Diagnosis related(Relation relation) {
        return new Diagnosis.Related(relation);
    }

    @Test
    void swappedAxesAreFound() {
        assertThat(diagnose("zero_pad", onArray(x -> x.transpose(0, 2, 1, 3))))
                .isEqualTo(related(new Relation.Transposed("X_pad", List.of(1, 2))));
    }

    @Test
    void aFactorIsFound() {
        assertThat(diagnose("conv_forward", onFirst(z -> z.map(x -> 3 * x))))
                .isEqualTo(related(new Relation.Scaled("Z", 3)));
    }

    @Test
    void aFactorThatDependsOnTheCaseIsFound() {
        Diagnosis diagnosis =
                diagnose("conv_backward", onFirst(dA -> dA.asType(DType.FLOAT64).map(x -> x / (1 + dA.length(3)))));

        assertThat(diagnosis)
                .isInstanceOfSatisfying(
                        Diagnosis.Related.class,
                        r -> assertThat(r.relation()).isInstanceOf(Relation.ScaledByCase.class));
    }

    @Test
    void aConstantIsFound() {
        assertThat(diagnose("pool_forward", onFirst(a -> a.asType(DType.FLOAT64).map(x -> x + 0.5))))
                .isEqualTo(related(new Relation.Shifted("A", 0.5)));
    }

    @Test
    void nothingButZerosIsFound() {
        assertThat(diagnose("conv_forward", onFirst(z -> z.map(x -> 0))))
                .isEqualTo(related(new Relation.AllZero("Z", false)));
    }

    @Test
    void aWrongBorderIsFound() {
        assertThat(diagnose(
                        "conv_backward",
                        onFirst(dA -> atPlaces(
                                dA,
                                i -> i[1] == 0 || i[2] == 0 || i[1] == dA.length(1) - 1 || i[2] == dA.length(2) - 1))))
                .isEqualTo(related(new Relation.WrongAtTheBorder("dA_prev")));
    }

    @Test
    void aWrongLastColumnIsFound() {
        assertThat(diagnose("pool_backward", onArray(dA -> atPlaces(dA, i -> i[2] == dA.length(2) - 1))))
                .isEqualTo(related(new Relation.WrongInOneLine("dA_prev", Relation.Line.LAST_COLUMN)));
    }

    @Test
    void anExtraRowIsFound() {
        assertThat(diagnose("zero_pad", onArray(RelationsTest::withExtraRow)))
                .isEqualTo(related(new Relation.OtherLength("X_pad", 1, 0)));
    }

    private static NdArray withExtraRow(NdArray x) {
        NdArray longer = NdArray.zeros(x.dtype(), Shape.of(x.length(0), x.length(1) + 1, x.length(2), x.length(3)));
        for (int place = 0; place < x.size(); place++) {
            longer.set(x.flat(place), x.shape().index(place));
        }
        return longer;
    }

    @Test
    void partsInAnotherOrderAreFound() {
        assertThat(diagnose("conv_backward", value -> {
                    List<Value> parts = ((Value.Tuple) value).parts();
                    return Value.Tuple.of(parts.get(2), parts.get(0), parts.get(1));
                }))
                .isEqualTo(related(new Relation.PartsSwapped(List.of("db", "dA_prev", "dW"))));
    }

    @Test
    void aLostFirstExampleIsFound() {
        assertThat(diagnose("zero_pad", onArray(x -> only(x, i -> i[0] > 0))))
                .isEqualTo(related(new Relation.RestZero("X_pad", 0, Relation.Rest.FIRST)));
    }

    private static NdArray only(NdArray array, java.util.function.Predicate<int[]> where) {
        NdArray kept = array.copy();
        for (int place = 0; place < array.size(); place++) {
            if (!where.test(array.shape().index(place))) {
                kept.setFlat(0, place);
            }
        }
        return kept;
    }

    @Test
    void oneExampleForAllIsFound() {
        assertThat(diagnose("zero_pad", onArray(x -> from(x, i -> i[0] = 0))))
                .isEqualTo(related(new Relation.Repeated("X_pad", 0, true)));
    }

    @Test
    void aReversedAxisIsFound() {
        assertThat(diagnose("zero_pad", onArray(x -> from(x, i -> i[3] = x.length(3) - 1 - i[3]))))
                .isEqualTo(related(new Relation.Reversed("X_pad", 3)));
    }

    private static NdArray from(NdArray array, java.util.function.Consumer<int[]> source) {
        NdArray result = array.copy();
        for (int place = 0; place < array.size(); place++) {
            int[] index = array.shape().index(place);
            source.accept(index);
            result.setFlat(array.get(index), place);
        }
        return result;
    }

    @Test
    void fractionsThatAreCutOffAreFound() {
        assertThat(diagnose(
                        "conv_backward",
                        onFirst(dA -> dA.map(x -> x < 0 ? Math.ceil(x) : Math.floor(x))
                                .asType(DType.INT64))))
                .isEqualTo(related(new Relation.CutOff("dA_prev")));
    }

    @Test
    void theSameNumberEverywhereIsFound() {
        assertThat(diagnose("pool_backward", value -> ((NdArray) value).map(x -> 7)))
                .isEqualTo(related(new Relation.Uniform("dA_prev", 7, false)));
    }

    @Test
    void aPartThatIsMissingIsFound() {
        assertThat(diagnose(
                        "conv_backward",
                        value -> Value.Tuple.of(
                                ((Value.Tuple) value).parts().get(0),
                                ((Value.Tuple) value).parts().get(2))))
                .isEqualTo(related(new Relation.OnlyParts(Comparison.RESULT, List.of("dA_prev", "db"), List.of("dW"))));
    }

    @Test
    void nothingIsFound() {
        assertThat(diagnose("zero_pad", value -> Value.NONE)).isEqualTo(related(new Relation.NothingCameBack()));
    }

    @Test
    void theOneWrongPartIsFound() {
        assertThat(diagnose("conv_forward", onFirst(z -> {
                    NdArray noise = new LegacyRandom(7).randn(z.shape().lengths());
                    return z.combine(noise, Double::sum);
                })))
                .isEqualTo(related(new Relation.OnePartWrong("Z", List.of("cache"))));
    }

    @Test
    void aLineWithoutANameIsFound() {
        Exercise exercise = catalogue.get("conv_forward");
        Slip slip = exercise.slips().stream()
                .filter(s -> s.written().equals("vert_start = h * (stride - 1)"))
                .findFirst()
                .orElseThrow();

        assertThat(grader.grade(exercise, slip, CheckListener.NONE).diagnosis())
                .isEqualTo(new Diagnosis.OneLine(Condition.ALWAYS, slip));
    }

    @Test
    void aMistakeInOneBranchIsFoundWithItsCondition() {
        Exercise exercise = catalogue.get("pool_backward");
        Flaw flaw = exercise.flaws().stream()
                .filter(f -> f.id().equals("assigns_instead_of_adds"))
                .findFirst()
                .orElseThrow();
        Implementation max =
                a -> a.text("mode", "max").equals("max") ? flaw.run(a) : new Outcome.Returned(exercise.reference(a));

        assertThat(grader.grade(exercise, max, CheckListener.NONE).diagnosis())
                .isEqualTo(new Diagnosis.FlawWhere(new Condition(List.of(Condition.Property.MAX)), flaw));
    }

    @Test
    void whatFailsUnderOneConditionIsToldByIt() {
        Exercise exercise = catalogue.get("pool_backward");
        Implementation noisy = a -> {
            NdArray right = (NdArray) exercise.reference(a);
            NdArray noise = new LegacyRandom(7).randn(right.shape().lengths());
            return new Outcome.Returned(
                    a.text("mode", "max").equals("average") ? right.combine(noise, Double::sum) : right);
        };

        assertThat(grader.grade(exercise, noisy, CheckListener.NONE).diagnosis())
                .isEqualTo(new Diagnosis.Where(new Condition(List.of(Condition.Property.AVERAGE))));
    }

    @Test
    void noiseIsHonestlyUnknown() {
        assertThat(diagnose("zero_pad", onArray(x -> {
                    NdArray noise = new LegacyRandom(7).randn(x.shape().lengths());
                    return x.asType(DType.FLOAT64).combine(noise, Double::sum);
                })))
                .isEqualTo(new Diagnosis.Unknown());
    }

    @Test
    void aRelationThatHoldsInSomeFailingCasesOnlyIsNotClaimed() {
        int[] calls = {0};

        assertThat(diagnose(
                        "zero_pad",
                        onArray(x -> calls[0]++ % 2 == 0
                                ? x.map(v -> 3 * v)
                                : x.asType(DType.FLOAT64)
                                        .combine(
                                                new LegacyRandom(7)
                                                        .randn(x.shape().lengths()),
                                                Double::sum))))
                .isEqualTo(new Diagnosis.Unknown());
    }

    @Test
    void theFiltersGradientHasNeitherExamplesNorRows() {
        Diagnosis diagnosis = diagnose("conv_backward", value -> {
            List<Value> parts = new java.util.ArrayList<>(((Value.Tuple) value).parts());
            // Where the window is 1, there is no other row
            NdArray dW = ((NdArray) parts.get(1)).asType(DType.FLOAT64);
            parts.set(1, atPlaces(dW, i -> i[0] > 0 || dW.length(0) == 1));
            return new Value.Tuple(parts, false);
        });

        assertThat(diagnosis).isEqualTo(related(new Relation.OnePartWrong("dW", List.of("dA_prev", "db"))));
    }

    @Test
    void noNumberOfAHeldOutCaseIsTold() {
        Exercise exercise = catalogue.get("zero_pad");
        Implementation leak = a -> {
            NdArray wanted = (NdArray) exercise.reference(a);
            NdArray x = a.array("X");
            return new Outcome.Returned(x.length(0) == 1 ? wanted.map(v -> v + x.flat(0)) : wanted);
        };

        Verdict verdict = grader.grade(exercise, leak, CheckListener.NONE);

        assertThat(verdict.heldOut().failures()).hasSize(1);
        assertThat(verdict.diagnosis()).isEqualTo(new Diagnosis.Unknown());
    }

    @Test
    void anotherTypeErrorIsNotTakenForTheOneThatWeKnow() {
        Implementation raises = a -> new Outcome.Raised("TypeError", "'tuple' object is not callable");

        assertThat(grader.grade(catalogue.get("conv_forward"), raises, CheckListener.NONE)
                        .diagnosis())
                .isEqualTo(new Diagnosis.Unknown());
    }
}
