package org.stride.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.Golden;

class ArrayPrinterTest {
    /** An array with what NumPy prints for it. */
    record Printed(String name, NdArray array, String print, String repr) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("printed")
    void arraysArePrintedAsNumPyPrintsThem(Printed golden) {
        assertThat(ArrayPrinter.print(golden.array())).isEqualTo(golden.print());
        assertThat(ArrayPrinter.repr(golden.array())).isEqualTo(golden.repr());
    }

    @Test
    void scalarsArePrintedAsPythonPrintsFloats() throws IOException {
        NdArray scalars = Golden.array("golden/array/scalars.npz", "scalars");
        assertThat(Arrays.stream(scalars.toArray()).mapToObj(ArrayPrinter::scalar))
                .containsExactlyElementsOf(resource("scalars.txt").lines().toList());
    }

    @Test
    void aMatrixIsPrintedInColumns() {
        NdArray matrix = NdArray.matrix(new double[] {1, -2.5}, new double[] {10.25, 0});
        assertThat(matrix).hasToString("[[ 1.   -2.5 ]\n [10.25  0.  ]]");
        assertThat(ArrayPrinter.repr(matrix)).isEqualTo("array([[ 1.  , -2.5 ],\n       [10.25,  0.  ]])");
    }

    @Test
    void onlyWhatIsShownDecidesTheFormat() {
        NdArray array = NdArray.zeros(1001);
        array.setFlat(1e-9, 500);
        assertThat(array).hasToString("[0. 0. 0. ... 0. 0. 0.]");
    }

    @Test
    void scalarsTurnToExponentsBelowATenThousandthAndFromTenToTheSixteenth() {
        assertThat(Stream.of(0.0001, 0.00001, 9999999999999998.0, 1e16, -6.999089450680221, 1.0)
                        .map(ArrayPrinter::scalar))
                .containsExactly("0.0001", "1e-05", "9999999999999998.0", "1e+16", "-6.999089450680221", "1.0");
    }

    static Stream<Printed> printed() throws IOException {
        // The first text is the remark at the top of the file; each other one belongs to one array.
        Iterator<String> texts =
                List.of(resource("printed.txt").split("(^|\n)## ")).iterator();
        texts.next();
        List<Printed> printed = Golden.read("golden/array/printed.npz").values().stream()
                .map(array -> printed(texts.next(), array))
                .toList();
        assertThat(texts.hasNext()).as("texts without an array").isFalse();
        return printed.stream();
    }

    private static Printed printed(String text, NdArray array) {
        String[] nameAndRest = text.split("\n", 2);
        String[] printAndRepr = nameAndRest[1].split("\n--\n", 2);
        return new Printed(nameAndRest[0], array, printAndRepr[0], printAndRepr[1].stripTrailing());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Golden.class.getResourceAsStream("/golden/array/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
