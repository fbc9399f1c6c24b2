package org.stride.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.array.NdArray;
import org.stride.array.Value;

class FigureTest {
    private static Figure figure(String operation, String arguments) {
        String text = "# F\n\n```figure\nname: fig\noperation: " + operation + "\narguments: " + arguments
                + "\ncaption: Look.\n```\n";
        return LessonChecks.parse("f.md", text).figure("fig").orElseThrow();
    }

    private static NdArray written(Figure figure, String name) {
        return figure.part(name).orElseThrow().written();
    }

    @Test
    void theArgumentsAreThoseOfTheRealFunction() {
        Figure edge = Samples.lesson().figure("edge").orElseThrow();

        assertThat(edge.arguments().array("A_prev").shape()).hasToString("(1, 3, 3, 1)");
        assertThat(edge.arguments().array("W").shape()).hasToString("(3, 3, 1, 1)");
        assertThat(edge.arguments().array("b").shape()).hasToString("(1, 1, 1, 1)");
        assertThat(edge.arguments().entry("hparameters", "stride")).isEqualTo(1);
        assertThat(edge.part("Z").orElseThrow().full().shape()).hasToString("(1, 1, 1, 1)");
        assertThat(written(edge, "Z").get(0, 0)).isEqualTo(-5);
        assertThat(edge.part("A_prev").orElseThrow().axes()).containsExactly("n_H_prev", "n_W_prev");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            zero_pad                | {X: [[1,2],[3,4]], pad: 1}                                         | X_pad   | [[0 0 0 0], [0 1 2 0], [0 3 4 0], [0 0 0 0]]
            conv_single_step        | {a_slice_prev: [[1,2],[3,4]], W: [[1,0],[0,-1]], b: 10}            | Z       | 7.0
            conv_forward            | {A_prev: [[1,2,3]], W: [[2]], b: 1}                                | Z       | [[3 5 7]]
            conv_forward            | {A_prev: [[1,2]], W: [[[[2,3]]]], b: [0,1]}                        | Z       | [[[2 4], [4 7]]]
            pool_forward            | {A_prev: [[1,3],[4,2]], f: 2, stride: 2, mode: average}            | A       | [[2.5]]
            pool_forward            | {A_prev: [[[1,5],[3,4]],[[4,1],[2,6]]], f: 2, stride: 2}           | A       | [[[4 6]]]
            conv_backward           | {A_prev: [[1,2],[3,4]], W: [[5]], b: 0, stride: 1, pad: 0, dZ: [[1,0],[0,1]]} | dW | [[5]]
            conv_backward           | {A_prev: [[1,2],[3,4]], W: [[5]], b: 0, stride: 1, pad: 0, dZ: [[1,0],[0,1]]} | db | 2
            conv_backward           | {A_prev: [[1,2],[3,4]], W: [[5]], b: 0, stride: 1, pad: 0, dZ: [[1,0],[0,1]]} | dA_prev | [[5 0], [0 5]]
            create_mask_from_window | {x: [[1,3],[4,2]]}                                                 | mask    | [[False False], [True False]]
            distribute_value        | {dz: 1, shape: [2, 2]}                                             | a       | [[0.25 0.25], [0.25 0.25]]
            pool_backward           | {A_prev: [[1,3],[4,2]], f: 2, stride: 2, mode: max, dA: [[8]]}     | dA_prev | [[0 0], [8 0]]
            touches                 | {X: [[1,1,1],[1,1,1],[1,1,1]], f: 2, stride: 1}                    | touched | [[1 2 1], [2 4 2], [1 2 1]]
            """)
    void everyOperationIsComputedByTheSpecification(String operation, String arguments, String part, String result) {
        String printed = written(figure(operation, arguments), part).toString();

        assertThat(printed.replaceAll("\\]\\s*\\[", "], [")
                        .replaceAll("\\[ +", "[")
                        .replaceAll(" +", " "))
                .isEqualTo(result);
    }

    @Test
    void aPictureIsItsArray() {
        Figure picture = figure("picture", "{a: [[0.5, 1]]}");

        assertThat(picture.results()).isEmpty();
        assertThat(written(picture, "a").get(0, 0)).isEqualTo(0.5);
    }

    @Test
    void settingsStandBesideTheArrays() {
        Figure pooled = figure("pool_forward", "{A_prev: [[1,3],[4,2]], f: 2, stride: 1, mode: max}");

        assertThat(pooled.settings().integer("f")).isEqualTo(2);
        assertThat(pooled.settings().value("mode")).isEqualTo(new Value.Text("max"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            operation: conv_forward | operation: conv_sideways   | f.md:3: figure edge: operation must be the name of an exercise, touches or picture, got conv_sideways
            name: edge              | name: an edge              | f.md:3: a figure’s name has letters, digits and '_', got an edge
            name: edge              | nam: edge                  | f.md:3: a figure has name, operation, arguments, caption, not nam
            caption: A              | caption: A: B              | f.md:7: a figure must be YAML: mapping values are not allowed here
            b: 0,                   | b: [0,                     | f.md:6: a figure must be YAML: expected ',' or ']', but got }
            b: 0,                   | bias: 0,                   | f.md:3: figure edge: arguments must have b
            b: 0,                   | b: 0, padd: 1,             | f.md:3: figure edge: arguments has [padd], which the operation does not take
            [1,5,8]                 | [1,5]                      | f.md:3: figure edge: A_prev has a row of 2 beside one of 3
            [1,5,8]                 | [1,5,eight]                | f.md:3: figure edge: A_prev must be numbers in lists of one depth, got eight
            stride: 1               | stride: 0                  | f.md:3: figure edge: conv_forward: stride must be
            pad: 0                  | pad: none                  | f.md:3: figure edge: pad must be a whole number, got none
            """)
    void aBrokenFigureIsNamedByFileLineAndWhatWasExpected(String part, String replacement, String message) {
        assertThatThrownBy(() -> LessonChecks.parse("f.md", "# F\n\n" + Samples.FIGURE.replace(part, replacement)))
                .isInstanceOf(LessonException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void twoFiguresOfOneNameAreRefused() {
        assertThatThrownBy(() -> LessonChecks.parse("f.md", "# F\n\n" + Samples.FIGURE + "\n" + Samples.FIGURE))
                .hasMessage("f.md:10: another figure of this lesson is named edge");
    }
}
