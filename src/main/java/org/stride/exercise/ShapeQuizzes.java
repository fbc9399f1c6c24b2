package org.stride.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Dictionary;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Tuple;
import org.stride.exercise.ShapeQuiz.Layer;
import org.stride.exercise.ShapeQuiz.Mistake;
import org.stride.exercise.ShapeQuiz.Option;

/** Makes questions about shapes from seeds. What is right, the kernels say: they are run on zeros of these sizes. */
public final class ShapeQuizzes {
    private static final int OPTIONS = 4;
    private static final List<String> EXERCISES =
            List.of("zero_pad", "conv_forward", "pool_forward", "conv_backward", "pool_backward");

    private ShapeQuizzes() {}

    /** Whether there is anything to ask about the exercise's shapes. */
    public static boolean possible(Exercise exercise) {
        return EXERCISES.contains(exercise.name());
    }

    /** The same seed gives the same question. */
    public static ShapeQuiz of(Exercise exercise, long seed) {
        Random random = new Random(seed);
        while (true) {
            Optional<ShapeQuiz> quiz = exercise.name().endsWith("_forward") && random.nextInt(3) == 0
                    ? impossible(exercise, random)
                    : shape(exercise, random);
            if (quiz.isPresent()) {
                return quiz.get();
            }
        }
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static Layer layer(Exercise exercise, Random random) {
        boolean convolution = exercise.name().startsWith("conv");
        boolean padding = convolution || exercise.name().equals("zero_pad");
        return new Layer(
                between(random, 2, 6),
                between(random, 5, 12),
                between(random, 5, 12),
                between(random, 2, 4),
                between(random, 2, 4),
                between(random, 1, 3),
                padding ? between(random, exercise.name().equals("conv_forward") ? 0 : 1, 2) : 0,
                convolution ? between(random, 5, 9) : 0);
    }

    /** Empty if the sizes of this draw leave too few different answers. */
    private static Optional<ShapeQuiz> shape(Exercise exercise, Random random) {
        Layer layer = layer(exercise, random);
        String asked = asked(exercise, random);
        Map<Shape, Mistake> answers = new LinkedHashMap<>();
        answers.put(right(exercise, layer, asked), Mistake.NONE);
        List<Map.Entry<Shape, Mistake>> wrong = new ArrayList<>(wrong(exercise, layer, asked));
        Collections.shuffle(wrong, random);
        wrong.forEach(one -> answers.putIfAbsent(one.getKey(), one.getValue()));
        if (answers.size() < OPTIONS) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>(answers.entrySet().stream()
                .limit(OPTIONS)
                .map(answer -> new Option(answer.getKey(), layer, answer.getValue()))
                .toList());
        Collections.shuffle(options, random);
        return Optional.of(new ShapeQuiz(exercise.name(), asked, layer, options));
    }

    private static String asked(Exercise exercise, Random random) {
        return exercise.name().equals("conv_backward")
                ? List.of("dA_prev", "dW").get(random.nextInt(2))
                : exercise.returns().getFirst().name();
    }

    /** Three layers that can be, and one whose filter does not fit into its padded input. */
    private static Optional<ShapeQuiz> impossible(Exercise exercise, Random random) {
        List<Layer> layers = new ArrayList<>();
        while (layers.size() < OPTIONS - 1) {
            Layer layer = layer(exercise, random);
            if (layer.possible() && !layers.contains(layer)) {
                layers.add(layer);
            }
        }
        Layer one = layers.getFirst();
        int shortest = between(random, 1, 3);
        int f = shortest + 2 * one.pad() + between(random, 1, 2);
        layers.add(new Layer(
                one.m(), shortest, Math.max(one.nW(), f), one.nC(), f, one.stride(), one.pad(), one.filters()));
        Collections.shuffle(layers, random);
        List<Option> options = layers.stream()
                .map(layer -> new Option(layer.input(), layer, layer.possible() ? Mistake.POSSIBLE : Mistake.NONE))
                .toList();
        return Optional.of(new ShapeQuiz(exercise.name(), ShapeQuiz.IMPOSSIBLE, one, options));
    }

    /** What the kernel returns. */
    static Shape right(Exercise exercise, Layer layer, String asked) {
        Value result = exercise.reference(arguments(exercise, layer));
        if (result instanceof Tuple tuple) {
            List<String> names =
                    exercise.returns().stream().map(Parameter::name).toList();
            result = tuple.parts().get(names.indexOf(asked));
        }
        return ((NdArray) result).shape();
    }

    static Arguments arguments(Exercise exercise, Layer layer) {
        NdArray input = NdArray.zeros(layer.m(), layer.nH(), layer.nW(), layer.nC());
        NdArray w = NdArray.zeros(layer.f(), layer.f(), layer.nC(), layer.filters());
        NdArray b = NdArray.zeros(1, 1, 1, layer.filters());
        Dictionary convolution =
                Dictionary.of("stride", Scalar.of(layer.stride())).with("pad", Scalar.of(layer.pad()));
        Dictionary pooling = Dictionary.of("f", Scalar.of(layer.f())).with("stride", Scalar.of(layer.stride()));
        Arguments none = Arguments.none();
        return switch (exercise.name()) {
            case "zero_pad" -> none.with("X", input).with("pad", Scalar.of(layer.pad()));
            case "conv_forward" ->
                none.with("A_prev", input).with("W", w).with("b", b).with("hparameters", convolution);
            case "pool_forward" -> none.with("A_prev", input).with("hparameters", pooling);
            case "conv_backward" ->
                none.with("dZ", output(layer, layer.filters())).with("cache", Tuple.of(input, w, b, convolution));
            default -> none.with("dA", output(layer, layer.nC())).with("cache", Tuple.of(input, pooling));
        };
    }

    private static NdArray output(Layer layer, int channels) {
        return NdArray.zeros(layer.m(), layer.windows(layer.nH()), layer.windows(layer.nW()), channels);
    }

    private static List<Map.Entry<Shape, Mistake>> wrong(Exercise exercise, Layer layer, String asked) {
        return switch (exercise.name()) {
            case "zero_pad" -> ofPadding(layer);
            case "conv_forward" -> ofWindows(layer, layer.filters());
            case "pool_forward" -> ofWindows(layer, layer.nC());
            default -> ofGradients(layer, asked);
        };
    }

    private static List<Map.Entry<Shape, Mistake>> ofPadding(Layer l) {
        int pad = l.pad();
        return List.of(
                Map.entry(
                        Shape.of(l.m() + 2 * pad, l.nH() + 2 * pad, l.nW() + 2 * pad, l.nC() + 2 * pad),
                        Mistake.ALL_AXES),
                Map.entry(Shape.of(l.m(), l.nH() + pad, l.nW() + pad, l.nC()), Mistake.PAD_ONCE),
                Map.entry(Shape.of(l.m(), l.nH() + 2 * pad, l.nW(), l.nC()), Mistake.HEIGHT_ONLY),
                Map.entry(l.input(), Mistake.PAD_LEFT_OUT),
                Map.entry(Shape.of(l.m(), l.nW() + 2 * pad, l.nH() + 2 * pad, l.nC()), Mistake.SWAPPED));
    }

    private static List<Map.Entry<Shape, Mistake>> ofWindows(Layer l, int channels) {
        int h = l.windows(l.nH());
        int w = l.windows(l.nW());
        List<Map.Entry<Shape, Mistake>> wrong = new ArrayList<>(List.of(
                Map.entry(Shape.of(l.m(), h - 1, w - 1, channels), Mistake.WITHOUT_PLUS_ONE),
                Map.entry(Shape.of(l.m(), ceil(l, l.nH()), ceil(l, l.nW()), channels), Mistake.CEIL),
                Map.entry(Shape.of(l.m(), h, h, channels), Mistake.N_W_FROM_N_H),
                Map.entry(
                        Shape.of(
                                l.m(),
                                (l.nH() - l.f() + l.pad()) / l.stride() + 1,
                                (l.nW() - l.f() + l.pad()) / l.stride() + 1,
                                channels),
                        Mistake.PAD_ONCE),
                Map.entry(
                        Shape.of(l.m(), l.nH() - l.f() + 2 * l.pad() + 1, l.nW() - l.f() + 2 * l.pad() + 1, channels),
                        Mistake.STRIDE_LEFT_OUT)));
        if (channels != l.nC()) {
            wrong.add(Map.entry(Shape.of(l.m(), h, w, l.nC()), Mistake.CHANNELS_OF_THE_INPUT));
        }
        return wrong;
    }

    private static int ceil(Layer l, int length) {
        return Math.ceilDiv(length - l.f() + 2 * l.pad(), l.stride()) + 1;
    }

    private static List<Map.Entry<Shape, Mistake>> ofGradients(Layer l, String asked) {
        int channels = l.filters() == 0 ? l.nC() : l.filters();
        Shape output = output(l, channels).shape();
        // Pooling has no weights, but a mask
        Shape w = l.filters() == 0 ? Shape.of(l.f(), l.f()) : Shape.of(l.f(), l.f(), l.nC(), channels);
        if (asked.equals("dW")) {
            return List.of(
                    Map.entry(output, Mistake.OTHER_GRADIENT),
                    Map.entry(l.input(), Mistake.OTHER_GRADIENT),
                    Map.entry(Shape.of(l.m(), l.f(), l.f(), l.nC()), Mistake.EXAMPLES_IN_FRONT),
                    Map.entry(Shape.of(l.f(), l.f(), channels, l.nC()), Mistake.SWAPPED));
        }
        return List.of(
                Map.entry(output, Mistake.OTHER_GRADIENT),
                Map.entry(w, Mistake.OTHER_GRADIENT),
                Map.entry(Shape.of(l.m(), l.nH() + 2 * l.pad(), l.nW() + 2 * l.pad(), l.nC()), Mistake.STILL_PADDED),
                Map.entry(Shape.of(l.m(), l.nW(), l.nH(), l.nC()), Mistake.SWAPPED));
    }
}
