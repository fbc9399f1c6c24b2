package org.stride.kernel.strategy;

import static org.stride.kernel.Convolution.outputLength;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Scalar;
import org.stride.exercise.Arguments;

/**
 * Arguments of awkward sizes for any exercise, the same for the same seed: height and width differ, strides leave
 * remainders, padding may exceed the window. Of five seeds in a row, one gives integers and one single precision.
 */
public final class RaggedArguments {
    private final Random random;
    private final DType dtype;

    private RaggedArguments(int seed) {
        random = new Random(seed);
        dtype = switch (seed % 5) {
            case 3 -> DType.INT64;
            case 4 -> DType.FLOAT32;
            default -> DType.FLOAT64;
        };
    }

    public static Arguments of(String exercise, int seed) {
        RaggedArguments ragged = new RaggedArguments(seed);
        return switch (exercise) {
            case "zero_pad" ->
                Arguments.none().with("X", ragged.numbers(ragged.sizes())).with("pad", Scalar.of(ragged.between(0, 4)));
            case "conv_single_step" -> ragged.singleStep();
            case "conv_forward" -> ragged.layer(ragged.between(1, 4), ragged.between(1, 3), ragged.between(0, 3));
            case "conv_backward" ->
                backward(ragged.layer(ragged.between(1, 4), ragged.between(1, 3), ragged.between(0, 3)), ragged);
            case "create_mask_from_window" ->
                Arguments.none().with("x", ragged.distinct(ragged.between(1, 4), ragged.between(1, 5)));
            case "distribute_value" -> ragged.distribute();
            case "pool_forward" -> ragged.poolForward(seed);
            case "pool_backward" -> ragged.poolBackward(seed);
            default -> throw new IllegalArgumentException("no exercise " + exercise);
        };
    }

    /** Whether any number is kept in single precision, so that results agree less closely. */
    static boolean singlePrecision(int seed) {
        return seed % 5 == 4;
    }

    /** A case in which height is too small for a single window, which is where rounding down shows. */
    static Arguments withoutWindow(String exercise) {
        RaggedArguments ragged = new RaggedArguments(0);
        int[] flat = {1, 2, 5, 2};
        return switch (exercise) {
            case "conv_forward" -> ragged.layer(flat, 3, 2, 0);
            case "conv_backward" -> backward(ragged.layer(flat, 3, 2, 0), ragged);
            case "pool_forward" -> ragged.pool(flat, 3, 2, "max");
            case "pool_backward" -> ragged.poolBackward(ragged.pool(flat, 3, 2, "max"));
            default -> throw new IllegalArgumentException("no windows in " + exercise);
        };
    }

    private Arguments singleStep() {
        int f = between(1, 4), nCPrev = between(1, 5);
        return Arguments.none()
                .with("a_slice_prev", numbers(f, f, nCPrev))
                .with("W", numbers(f, f, nCPrev))
                .with("b", numbers(1, 1, 1));
    }

    private Arguments layer(int f, int stride, int pad) {
        int[] sizes = sizes();
        sizes[1] = Math.max(sizes[1], f - 2 * pad);
        sizes[2] = Math.max(sizes[2], f - 2 * pad);
        return layer(sizes, f, stride, pad);
    }

    private Arguments layer(int[] sizes, int f, int stride, int pad) {
        int nC = between(1, 5);
        return Arguments.none()
                .with("A_prev", numbers(sizes))
                .with("W", numbers(f, f, sizes[3], nC))
                .with("b", numbers(1, 1, 1, nC))
                .with(
                        "hparameters",
                        Value.Dictionary.of("stride", Scalar.of(stride)).with("pad", Scalar.of(pad)));
    }

    private static Arguments backward(Arguments forward, RaggedArguments ragged) {
        NdArray aPrev = forward.array("A_prev"), filters = forward.array("W");
        int f = filters.length(0), stride = forward.entry("hparameters", "stride");
        int pad = forward.entry("hparameters", "pad");
        int nH = outputLength(aPrev.length(1), f, stride, pad), nW = outputLength(aPrev.length(2), f, stride, pad);
        return Arguments.none()
                .with("dZ", ragged.numbers(aPrev.length(0), nH, nW, filters.length(3)))
                .with("cache", Value.Tuple.of(forward.values().values().toArray(Value[]::new)));
    }

    private Arguments distribute() {
        Scalar dz = switch (dtype) {
            case INT64 -> Scalar.of(between(-9, 9));
            case FLOAT32 -> new Scalar(between(-9, 9) / 4.0, Scalar.Type.PYTHON_FLOAT);
            default -> Scalar.of(random.nextGaussian());
        };
        return Arguments.none()
                .with("dz", dz)
                .with("shape", Value.Tuple.of(Scalar.of(between(1, 6)), Scalar.of(between(1, 6))));
    }

    /** Every other seed has windows that tile the image, every other pair of seeds is about averages. */
    private Arguments poolForward(int seed) {
        int f = between(1, 4);
        int[] sizes = sizes();
        sizes[1] = Math.max(sizes[1], f);
        sizes[2] = Math.max(sizes[2], f);
        return pool(sizes, f, seed % 2 == 0 ? f : between(1, 3), seed / 2 % 2 == 0 ? "max" : "average");
    }

    private Arguments pool(int[] sizes, int f, int stride, String mode) {
        return Arguments.none()
                .with("A_prev", numbers(sizes))
                .with("hparameters", Value.Dictionary.of("f", Scalar.of(f)).with("stride", Scalar.of(stride)))
                .with("mode", new Value.Text(mode));
    }

    private Arguments poolBackward(int seed) {
        return poolBackward(poolForward(seed));
    }

    private Arguments poolBackward(Arguments forward) {
        NdArray aPrev = forward.array("A_prev");
        int f = forward.entry("hparameters", "f"), stride = forward.entry("hparameters", "stride");
        int nH = outputLength(aPrev.length(1), f, stride, 0), nW = outputLength(aPrev.length(2), f, stride, 0);
        return Arguments.none()
                .with("dA", numbers(aPrev.length(0), nH, nW, aPrev.length(3)))
                .with("cache", Value.Tuple.of(aPrev, forward.value("hparameters")))
                .with("mode", forward.value("mode"));
    }

    /** Examples, height, width, channels; height and width differ. */
    private int[] sizes() {
        int nH = between(1, 9), nW = between(1, 8);
        return new int[] {between(1, 3), nH, nW >= nH ? nW + 1 : nW, between(1, 4)};
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Normal numbers, small integers, or quarters, which single precision adds up without error. */
    private NdArray numbers(int... lengths) {
        NdArray numbers = NdArray.zeros(lengths);
        return switch (dtype) {
            case INT64 -> numbers.map(zero -> between(-9, 9)).asType(dtype);
            case FLOAT32 -> numbers.map(zero -> between(-9, 9) / 4.0).asType(dtype);
            default -> numbers.map(zero -> random.nextGaussian());
        };
    }

    /** Halves of integers, or integers, of which no two are equal. */
    private NdArray distinct(int... lengths) {
        Shape shape = Shape.of(lengths);
        List<Integer> steps = IntStream.range(0, shape.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(steps, random);
        double step = dtype == DType.INT64 ? 1 : 0.5;
        double[] values = steps.stream().mapToDouble(k -> (k - 3) * step).toArray();
        return NdArray.of(dtype, shape, values);
    }
}
