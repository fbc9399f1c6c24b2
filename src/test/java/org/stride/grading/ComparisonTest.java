package org.stride.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Parameter;

class ComparisonTest {
    private static final Parameter Z = new Parameter("Z", List.of("n_H", "n_W"), null, List.of());
    private static final Parameter CACHE = new Parameter("cache", List.of(), "tuple", List.of(Z, Z));

    private static Difference difference(Value wanted, Value got) {
        Comparison comparison = Comparison.of(List.of(Z), wanted, got);
        assertThat(comparison.difference()).isNotNull();
        return java.util.Objects.requireNonNull(comparison.difference());
    }

    private static NdArray row(double... values) {
        return NdArray.of(Shape.of(1, values.length), values);
    }

    @Test
    void equalArraysHaveNoDifference() {
        assertThat(Comparison.of(List.of(Z), row(1, 2), row(1, 2)).equal()).isTrue();
    }

    @Test
    void nothingReturnedComesFirst() {
        assertThat(difference(row(1), Value.NONE)).isEqualTo(new Difference.NothingReturned());
    }

    @Test
    void aTupleIsNoArray() {
        assertThat(difference(row(1), Value.Tuple.of(row(1))))
                .isEqualTo(new Difference.WrongType("Z", "numpy.ndarray", "tuple"));
    }

    @Test
    void aShapeThatWouldBroadcastIsStillAnotherShape() {
        assertThat(difference(row(1, 1), NdArray.of(Shape.of(1, 1), 1))).isInstanceOf(Difference.WrongShape.class);
    }

    @Test
    void aScalarDoesNotStandForAnArray() {
        assertThat(difference(row(1, 1), Value.Scalar.of(1.0)))
                .isEqualTo(new Difference.WrongType("Z", "numpy.ndarray", "numpy.float64"));
    }

    @Test
    void wholeNumbersDoNotStandForFractions() {
        assertThat(difference(row(1, 2), row(1, 2).asType(DType.INT64)))
                .isEqualTo(new Difference.WrongKind("Z", DType.Kind.FLOATING, DType.Kind.INTEGER));
    }

    @Test
    void fractionsMayStandForWholeNumbersAndSinglePrecisionForDouble() {
        assertThat(Comparison.of(List.of(Z), row(1, 2).asType(DType.INT64), row(1, 2))
                        .equal())
                .isTrue();
        assertThat(Comparison.of(List.of(Z), row(1, 2), row(1, 2).asType(DType.FLOAT32))
                        .equal())
                .isTrue();
    }

    @Test
    void zeroAndOneForTruthValuesAreNotedButAccepted() {
        Comparison comparison = Comparison.of(List.of(Z), row(0, 1).asType(DType.BOOL), row(0, 1));

        assertThat(comparison.equal()).isTrue();
        assertThat(comparison.notes()).containsExactly(new Note.NumbersForBooleans("Z"));
    }

    @Test
    void otherNumbersForTruthValuesAreWrong() {
        assertThat(difference(row(0, 1).asType(DType.BOOL), row(0, 3.5))).isInstanceOf(Difference.WrongValues.class);
    }

    @Test
    void notANumberIsNamedWithItsPlace() {
        assertThat(difference(row(1, 2, 3), row(1, Double.NaN, 3)))
                .isEqualTo(new Difference.NotFinite("Z", List.of(0, 1), 2, Double.NaN));
    }

    @Test
    void theFirstWrongCellIsFoundWithBothNumbers() {
        Difference.WrongCells cells = ((Difference.WrongValues) difference(row(1, 2, 3, 4), row(1, 2.5, 3, 5))).cells();

        assertThat(cells.first()).containsExactly(0, 1);
        assertThat(cells.firstWanted()).isEqualTo(2);
        assertThat(cells.firstGot()).isEqualTo(2.5);
        assertThat(cells.count()).isEqualTo(2);
        assertThat(cells.wrong()).containsExactly(false, true, false, true);
    }

    @ParameterizedTest(name = "wanted {0}, got {1}: close is {2}")
    @CsvSource({
        "1, 1.00001, true",
        "1, 1.0000101, false",
        "0, 1e-8, true",
        "0, 1.1e-8, false",
        "-1000, -1000.01, true",
        "-1000, -1000.0101, false",
        "Infinity, Infinity, true",
        "Infinity, 5, false",
        "Infinity, -Infinity, false",
        "5, Infinity, false"
    })
    void closenessIsThatOfNumPysAllclose(double wanted, double got, boolean close) {
        assertThat(Comparison.close(wanted, got)).isEqualTo(close);
    }

    @Test
    void aZeroDimensionalArrayCountsAsItsNumber() {
        assertThat(Comparison.of(List.of(Z), Value.Scalar.of(2.5), NdArray.of(Shape.SCALAR, 2.5))
                        .equal())
                .isTrue();
    }

    @Test
    void anArrayOfOneNumberIsNoScalar() {
        assertThat(difference(Value.Scalar.of(2.5), NdArray.of(Shape.of(1, 1, 1), 2.5)))
                .isInstanceOf(Difference.WrongShape.class);
    }

    @Test
    void aPythonFloatIsAsGoodAsNumPys() {
        Value python = new Value.Scalar(2.5, Value.Scalar.Type.PYTHON_FLOAT);

        assertThat(Comparison.of(List.of(Z), Value.Scalar.of(2.5), python).equal())
                .isTrue();
    }

    @Test
    void aMissingPartIsCounted() {
        Comparison comparison = Comparison.of(
                List.of(Z, CACHE), Value.Tuple.of(row(1), Value.Tuple.of(row(1), row(2))), Value.Tuple.of(row(1)));

        assertThat(comparison.difference()).isEqualTo(new Difference.WrongPartCount("", 2, 1));
    }

    @Test
    void whatLiesInACacheIsNamedByPythonsPath() {
        Value wanted = Value.Tuple.of(row(1), Value.Tuple.of(row(1), row(2)));
        Value got = Value.Tuple.of(row(1), Value.Tuple.of(row(1), row(2, 3)));

        assertThat(Comparison.of(List.of(Z, CACHE), wanted, got).difference())
                .isEqualTo(new Difference.WrongShape("cache[1]", row(2), row(2, 3)));
    }

    @Test
    void numPysIntegersInADictionaryAreAsGoodAsPythons() {
        Value numpy = new Value.Scalar(2, Value.Scalar.Type.NUMPY_INT);

        assertThat(Comparison.of(
                                List.of(Z),
                                Value.Dictionary.of("stride", Value.Scalar.of(2)),
                                Value.Dictionary.of("stride", numpy).with("more", Value.NONE))
                        .equal())
                .isTrue();
    }

    @Test
    void aDictionaryMustHoldTheSameUnderTheSameKey() {
        Value.Dictionary wanted = Value.Dictionary.of("stride", Value.Scalar.of(2));

        assertThat(difference(wanted, Value.Dictionary.of("stride", Value.Scalar.of(1))))
                .isEqualTo(new Difference.WrongEntry("Z", "stride"));
        assertThat(difference(wanted, Value.Dictionary.of("step", Value.Scalar.of(2))))
                .isEqualTo(new Difference.WrongEntry("Z", "stride"));
    }
}
