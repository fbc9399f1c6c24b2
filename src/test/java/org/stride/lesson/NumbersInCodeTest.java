package org.stride.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.lesson.LessonChecks.CATALOGUE;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.Cards;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.array.Value.Dictionary;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Tuple;
import org.stride.exercise.Arguments;
import org.stride.exercise.Exercise;
import org.stride.exercise.Seeds;

/** Shapes and results that lessons write as code, where a claim cannot stand: each is what the kernels give. */
class NumbersInCodeTest {
    private static final Pattern SHAPE_OR_RESULT = Pattern.compile("\\(\\d+,(?: ?\\d+,?)*\\)|-?\\d+\\.\\d+");

    /** Shapes of inputs and of dense layers, and amounts of padding: the text chooses them. */
    private static final Set<String> CHOSEN = Set.of(
            "(0, 0)",
            "(1, 1, 1)",
            "(4, 4, 3)",
            "(4, 3, 3, 2)",
            "(10, 64, 64, 3)",
            "(32, 32, 3)",
            "(120,)",
            "(84,)",
            "(10,)");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void shapesAndResultsInCodeAreThoseOfTheKernels(String language) {
        Set<String> computed = new TreeSet<>(theNetwork());
        computed.add(shape(card(
                "zero_pad",
                "pads_all_axes",
                Arguments.none().with("X", NdArray.zeros(4, 3, 3, 2)).with("pad", Scalar.of(3)))));
        computed.add(shape(part(CATALOGUE.get("conv_backward").reference(published("conv_backward")))));
        computed.add(shape(part(card("conv_backward", "padding_not_cut_off", published("conv_backward")))));
        computed.add(result(CATALOGUE.get("conv_single_step").reference(published("conv_single_step"))));
        computed.add(result(card("conv_single_step", "bias_inside_sum", published("conv_single_step"))));

        Set<String> written = LessonChecks.stems()
                .flatMap(
                        stem -> LessonChecks.read(stem + "_" + language + ".md").words())
                .filter(Inline.Code.class::isInstance)
                .map(word -> ((Inline.Code) word).text())
                .filter(SHAPE_OR_RESULT.asMatchPredicate())
                .filter(text -> !CHOSEN.contains(text))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written).isEqualTo(computed);
    }

    /** What leaves each layer of the closing lesson's network, without the axis of the examples. */
    private static Set<String> theNetwork() {
        Set<String> shapes = new HashSet<>();
        NdArray image = NdArray.zeros(1, 32, 32, 3);
        for (int filters : new int[] {8, 16}) {
            int channels = image.shape().length(3);
            image = part(CATALOGUE
                    .get("conv_forward")
                    .reference(Arguments.none()
                            .with("A_prev", image)
                            .with("W", NdArray.zeros(5, 5, channels, filters))
                            .with("b", NdArray.zeros(1, 1, 1, filters))
                            .with(
                                    "hparameters",
                                    Dictionary.of("stride", Scalar.of(1)).with("pad", Scalar.of(0)))));
            shapes.add(shape(image).replace("(1, ", "("));
            image = part(CATALOGUE
                    .get("pool_forward")
                    .reference(Arguments.none()
                            .with("A_prev", image)
                            .with(
                                    "hparameters",
                                    Dictionary.of("f", Scalar.of(2)).with("stride", Scalar.of(2)))
                            .with("mode", new Value.Text("max"))));
            shapes.add(shape(image).replace("(1, ", "("));
        }
        return shapes;
    }

    private static Arguments published(String exercise) {
        Seeds any = new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8));
        return CATALOGUE.get(exercise).cases(any).getFirst().arguments();
    }

    private static Value card(String name, String id, Arguments arguments) {
        Exercise exercise = CATALOGUE.get(name);
        return Cards.card(exercise, id).kernel().apply(arguments);
    }

    /** The first of several results. */
    private static NdArray part(Value result) {
        return (NdArray) ((Tuple) result).parts().getFirst();
    }

    private static String shape(Value array) {
        return ((NdArray) array).shape().toString();
    }

    private static String result(Value number) {
        return String.format(Locale.ROOT, "%.8f", ((Scalar) number).value());
    }
}
