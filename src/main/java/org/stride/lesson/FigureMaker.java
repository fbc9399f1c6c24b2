package org.stride.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.kernel.Convolution;

/** Makes the arguments of an operation from a figure’s short data, and calls the specification with them. */
final class FigureMaker {
    private static final int IMAGE_AXES = 4;

    private final Optional<Exercise> exercise;
    private final FigureData data;
    private final List<Figure.Part> inputs = new ArrayList<>();
    private final List<Figure.Part> results = new ArrayList<>();
    private Arguments settings = Arguments.none();
    private Arguments arguments = Arguments.none();

    private FigureMaker(Optional<Exercise> exercise, FigureData data) {
        this.exercise = exercise;
        this.data = data;
    }

    static Figure make(
            String name, String operation, Optional<Exercise> exercise, FigureData data, List<Inline> caption) {
        FigureMaker maker = new FigureMaker(exercise, data);
        maker.compute(operation);
        data.allRead();
        return new Figure(
                name, operation, exercise, maker.arguments, maker.settings, maker.inputs, maker.results, caption);
    }

    private void compute(String operation) {
        switch (operation) {
            case Figure.PICTURE -> add(inputs, "a", data.array("a"), data.array("a"));
            case Figure.TOUCHES -> touches();
            case "zero_pad" -> {
                NdArray x = image("X");
                arguments = Arguments.none().with("X", x).with("pad", setting("pad", data.integer("pad")));
                result("X_pad", array(returned()), dropped(data.array("X")));
            }
            case "conv_single_step" -> {
                arguments = Arguments.none()
                        .with("a_slice_prev", window("a_slice_prev"))
                        .with("W", window("W"))
                        .with("b", bias(Shape.of(1, 1, 1)));
                result("Z", array(returned()), List.of());
            }
            case "conv_forward" -> {
                arguments = convolution().with("hparameters", steps("pad"));
                result("Z", array(part(returned(), 0)), droppedByFilters());
            }
            case "conv_backward" -> {
                Arguments cache = convolution().with("hparameters", steps("pad"));
                arguments = Arguments.none().with("dZ", image("dZ")).with("cache", tuple(cache));
                Value gradients = returned();
                result("dA_prev", array(part(gradients, 0)), dropped(data.array("A_prev")));
                result("dW", array(part(gradients, 1)), droppedOfFilters());
                result("db", array(part(gradients, 2)), droppedOfBias());
            }
            case "pool_forward" -> {
                arguments = Arguments.none().with("A_prev", image("A_prev")).with("hparameters", steps("f"));
                arguments = arguments.with("mode", mode());
                result("A", array(part(returned(), 0)), dropped(data.array("A_prev")));
            }
            case "pool_backward" -> {
                Arguments cache =
                        Arguments.none().with("A_prev", image("A_prev")).with("hparameters", steps("f"));
                arguments = Arguments.none()
                        .with("dA", image("dA"))
                        .with("cache", tuple(cache))
                        .with("mode", mode());
                result("dA_prev", array(returned()), dropped(data.array("A_prev")));
            }
            case "create_mask_from_window" -> {
                NdArray x = data.array("x");
                add(inputs, "x", x, x);
                arguments = Arguments.none().with("x", x);
                result("mask", array(returned()), List.of());
            }
            case "distribute_value" -> {
                NdArray dz = data.array("dz");
                NdArray shape = data.array("shape");
                add(inputs, "dz", dz, dz);
                arguments =
                        Arguments.none().with("dz", Value.Scalar.of(dz.sum())).with("shape", lengths(shape));
                result("a", array(returned()), List.of());
            }
            default -> throw new IllegalArgumentException("no figure is made of " + operation);
        }
    }

    /** How many windows touch each cell: the gradient that each would get if every weight and every dZ were 1. */
    private void touches() {
        String name = data.has("A_prev") ? "A_prev" : "X";
        NdArray image = image(name);
        int f = (int) ((Value.Scalar) setting("f", data.integer("f"))).value();
        int stride = data.integer("stride", 1);
        int pad = data.integer("pad", 0);
        setting("stride", stride);
        setting("pad", pad);
        NdArray one = image.reshape(image.shape().lengths());
        NdArray filter =
                NdArray.zeros(DType.INT64, Shape.of(f, f, one.length(3), 1)).map(zero -> 1);
        NdArray bias = NdArray.zeros(DType.INT64, Shape.of(1, 1, 1, 1));
        NdArray gradient = Convolution.forward(one, filter, bias, stride, pad).map(any -> 1);
        NdArray touched = Convolution.backward(gradient, one.map(any -> 1), filter, stride, pad)
                .dAPrev();
        add(results, "touched", touched.asType(DType.INT64), dropped(data.array(name)), imageAxes());
    }

    /** The arguments that both ways of a convolution share. */
    private Arguments convolution() {
        NdArray aPrev = image("A_prev");
        NdArray written = data.array("W");
        int[] shape = written.shape().lengths();
        NdArray filters = written.reshape(extended(shape, "W", 2));
        add(inputs, "W", filters, written);
        NdArray b = bias(Shape.of(1, 1, 1, filters.length(3)));
        return Arguments.none().with("A_prev", aPrev).with("W", filters).with("b", b);
    }

    /** An image with two axes has one example and one channel, one with three has one example. */
    private NdArray image(String name) {
        NdArray written = data.array(name);
        int[] shape = written.shape().lengths();
        NdArray full = written.reshape(
                switch (shape.length) {
                    case 2 -> new int[] {1, shape[0], shape[1], 1};
                    case 3 -> new int[] {1, shape[0], shape[1], shape[2]};
                    case IMAGE_AXES -> shape;
                    default ->
                        throw new IllegalArgumentException(name + " must have 2, 3 or 4 axes, got " + shape.length);
                });
        List<Integer> left = dropped(written);
        add(inputs, name, full, left, parameterAxes(name).orElseGet(FigureMaker::imageAxes));
        return full;
    }

    /** A window, or a filter for one, with two axes has one channel. */
    private NdArray window(String name) {
        NdArray written = data.array(name);
        int[] shape = written.shape().lengths();
        NdArray full = shape.length == 2 ? written.reshape(shape[0], shape[1], 1) : written;
        add(inputs, name, full, written);
        return full;
    }

    /** One number counts for every filter. */
    private NdArray bias(Shape shape) {
        NdArray written = data.array("b");
        NdArray full = written.rank() == 0
                ? NdArray.zeros(written.dtype(), shape).map(zero -> written.sum())
                : written.reshape(shape.lengths());
        add(inputs, "b", full, written);
        return full;
    }

    private static int[] extended(int[] shape, String name, int least) {
        if (shape.length < least || shape.length > IMAGE_AXES) {
            throw new IllegalArgumentException(name + " must have 2, 3 or 4 axes, got " + shape.length);
        }
        int[] extended = {1, 1, 1, 1};
        System.arraycopy(shape, 0, extended, 0, shape.length);
        return extended;
    }

    private Value steps(String other) {
        Value stride = setting("stride", data.integer("stride", 1));
        Value second = setting(other, other.equals("pad") ? data.integer(other, 0) : data.integer(other));
        return other.equals("pad")
                ? Value.Dictionary.of("stride", stride).with(other, second)
                : Value.Dictionary.of(other, second).with("stride", stride);
    }

    private Value mode() {
        Value mode = new Value.Text(data.text("mode", "max"));
        settings = settings.with("mode", mode);
        return mode;
    }

    private Value setting(String name, int number) {
        Value value = Value.Scalar.of(number);
        settings = settings.with(name, value);
        return value;
    }

    private static Value lengths(NdArray shape) {
        if (shape.rank() != 1 || shape.size() != 2) {
            throw new IllegalArgumentException("shape must be two whole numbers, got " + shape);
        }
        return Value.Tuple.of(Value.Scalar.of((int) shape.flat(0)), Value.Scalar.of((int) shape.flat(1)));
    }

    private static Value tuple(Arguments parts) {
        return Value.Tuple.of(parts.values().values().toArray(Value[]::new));
    }

    private Value returned() {
        return exercise.orElseThrow().reference(arguments);
    }

    private static Value part(Value tuple, int place) {
        return ((Value.Tuple) tuple).parts().get(place);
    }

    private static NdArray array(Value value) {
        return switch (value) {
            case NdArray array -> array;
            case Value.Scalar scalar -> NdArray.full(Shape.SCALAR, scalar.value());
            default -> throw new IllegalArgumentException("no figure shows a " + value.typeName());
        };
    }

    /** The axes of an image that the figure does not write. */
    private static List<Integer> dropped(NdArray written) {
        return switch (written.rank()) {
            case 2 -> List.of(0, 3);
            case 3 -> List.of(0);
            default -> List.of();
        };
    }

    /** Of a convolution’s output: its examples are those of the input, its channels the filters. */
    private List<Integer> droppedByFilters() {
        List<Integer> axes = new ArrayList<>();
        if (data.array("A_prev").rank() < IMAGE_AXES) {
            axes.add(0);
        }
        if (data.array("W").rank() < IMAGE_AXES) {
            axes.add(3);
        }
        return axes;
    }

    private List<Integer> droppedOfFilters() {
        return IntStream.range(data.array("W").rank(), IMAGE_AXES).boxed().toList();
    }

    private List<Integer> droppedOfBias() {
        return IntStream.range(0, IMAGE_AXES - (data.array("W").rank() < IMAGE_AXES ? 0 : 1))
                .boxed()
                .toList();
    }

    private void result(String name, NdArray full, List<Integer> left) {
        add(results, name, full, left, returnedAxes(name));
    }

    private void add(List<Figure.Part> parts, String name, NdArray full, NdArray written) {
        List<String> axes = parameterAxes(name).orElse(List.of());
        List<Integer> left =
                IntStream.range(written.rank(), full.rank()).boxed().toList();
        parts.add(new Figure.Part(name, full, written, named(axes, left, written.rank())));
    }

    private static void add(List<Figure.Part> parts, String name, NdArray full, List<Integer> left, List<String> axes) {
        int[] shape = IntStream.range(0, full.rank())
                .filter(axis -> !left.contains(axis))
                .map(full::length)
                .toArray();
        NdArray written = full.reshape(shape);
        parts.add(new Figure.Part(name, full, written, named(axes, left, written.rank())));
    }

    private static List<String> named(List<String> axes, List<Integer> left, int rank) {
        List<String> names = IntStream.range(0, axes.size())
                .filter(axis -> !left.contains(axis))
                .mapToObj(axes::get)
                .toList();
        return names.size() == rank
                ? names
                : List.of("row", "column", "channel", "filter").subList(0, rank);
    }

    private Optional<List<String>> parameterAxes(String name) {
        return exercise.map(Exercise::parameters).stream()
                .flatMap(List::stream)
                .flatMap(parameter -> parameter.parts().isEmpty() ? Stream.of(parameter) : parameter.parts().stream())
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::axes)
                .findFirst();
    }

    private List<String> returnedAxes(String name) {
        return Parameter.find(exercise.orElseThrow().returns(), name)
                .map(Parameter::axes)
                .orElse(List.of());
    }

    private static List<String> imageAxes() {
        return List.of("m", "n_H", "n_W", "n_C");
    }
}
