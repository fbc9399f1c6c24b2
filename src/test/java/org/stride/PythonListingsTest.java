package org.stride;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Scalar;
import org.stride.exercise.Arguments;
import org.stride.python.Outcome;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonListingsTest {
    private PythonListings python;

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

    @Test
    void everyKindOfValueComesBackAsItWasSent() {
        Value value = Value.Tuple.of(
                NdArray.of(Shape.of(2, 2), 0.1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY),
                NdArray.of(DType.INT64, Shape.of(1, 3), 1, -2, 1L << 53),
                NdArray.of(DType.FLOAT32, Shape.SCALAR, 0.1),
                NdArray.of(DType.BOOL, Shape.of(2), 1, 0),
                NdArray.zeros(0, 3),
                new Scalar(2.5, Scalar.Type.PYTHON_FLOAT),
                new Scalar(-3, Scalar.Type.PYTHON_INT),
                new Scalar(1, Scalar.Type.PYTHON_BOOL),
                new Scalar(2.5, Scalar.Type.NUMPY_FLOAT),
                new Scalar(7, Scalar.Type.NUMPY_INT),
                new Scalar(0, Scalar.Type.NUMPY_BOOL),
                new Value.Text("größer “als”\n"),
                Value.Dictionary.of("stride", Scalar.of(2)).with("pad", Value.NONE),
                new Value.Tuple(List.of(Value.NONE), true));
        assertThat(run("return x", value)).isEqualTo(new Outcome.Returned(value));
    }

    @Test
    void whatHasNoValueComesBackAsTheNameOfItsType() {
        assertThat(run("return {1, 2}", Value.NONE)).isEqualTo(new Outcome.Returned(new Value.Other("set")));
    }

    @Test
    void aFunctionWithoutReturnGivesNone() {
        assertThat(run("x + 1", Scalar.of(1))).isEqualTo(new Outcome.Returned(Value.NONE));
    }

    @Test
    void anExceptionComesBackAsTypeAndMessage() {
        assertThat(run("return np.zeros((2, x))", Scalar.of(-1)))
                .isEqualTo(new Outcome.Raised("ValueError", "negative dimensions are not allowed"));
        assertThat(run("return y", Value.NONE)).isEqualTo(new Outcome.Raised("NameError", "name 'y' is not defined"));
    }

    @Test
    void aListingThatIsNotPythonRaises() {
        assertThat(run("return (", Value.NONE))
                .isInstanceOfSatisfying(
                        Outcome.Raised.class,
                        raised -> assertThat(raised.type()).isEqualTo("SyntaxError"));
    }

    @Test
    void printingDoesNotDisturbTheAnswer() {
        assertThat(run("print('{}'); return x", Scalar.of(3))).isEqualTo(new Outcome.Returned(Scalar.of(3)));
    }

    @Test
    void theOtherExercisesFunctionsAreInScope() {
        NdArray pixel = NdArray.of(Shape.of(1, 1, 1, 1), 5);
        assertThat(run("return zero_pad(x, 1).sum() + distribute_value(3, (1, 3)).sum()", pixel))
                .isEqualTo(new Outcome.Returned(Scalar.of(8.0)));
    }

    @Test
    void aCallLeavesNothingBehindForTheNext() {
        run("global left; left = x; return x", Scalar.of(1));
        assertThat(run("return left", Value.NONE)).isInstanceOf(Outcome.Raised.class);
    }

    private Outcome run(String body, Value argument) {
        return python.run(
                "function",
                "def function(x):\n    " + body + "\n",
                Arguments.none().with("x", argument));
    }
}
