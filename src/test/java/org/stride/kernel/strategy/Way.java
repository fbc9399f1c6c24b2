package org.stride.kernel.strategy;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.kernel.Convolution;
import org.stride.kernel.Convolution.Gradients;
import org.stride.kernel.Pooling;
import org.stride.kernel.Pooling.Mode;

/**
 * One strategy under its listing's name, called with the notebook's arguments; the table that all contract tests share.
 */
record Way(String exercise, String id, Function<Arguments, Value> kernel, ToLongFunction<Arguments> multiplications) {

    /** Every strategy there is. */
    static List<Way> all() {
        return List.of(
                zeroPad("np_pad", PaddingStrategies::npPad),
                zeroPad("zeros_and_slice", PaddingStrategies::zerosAndSlice),
                zeroPad("concatenate", PaddingStrategies::concatenate),
                singleStep("multiply_and_sum", SingleStepStrategies::multiplyAndSum),
                singleStep("flatten_dot", SingleStepStrategies::flattenDot),
                singleStep("einsum", SingleStepStrategies::einsum),
                forward("four_loops", ForwardStrategies::fourLoops),
                forward("windows_at_once", ForwardStrategies::windowsAtOnce),
                forward("im2col", ForwardStrategies::im2col),
                forward("strided_windows", ForwardStrategies::stridedWindows),
                backward("four_loops", BackwardStrategies::fourLoops, Way::convBackward),
                backward("windows_at_once", BackwardStrategies::windowsAtOnce, Way::convBackward),
                backward("im2col", BackwardStrategies::im2col, Way::convBackward),
                backward("strided_windows", BackwardStrategies::stridedWindows, Way::convBackwardStridedWindows),
                mask("compare_with_max", MaskStrategies::compareWithMax),
                mask("argmax", MaskStrategies::argmax),
                mask("where", MaskStrategies::where),
                distribute("full", DistributeStrategies::full, a -> 0),
                distribute("ones_times_average", DistributeStrategies::onesTimesAverage, Way::onesTimesAverage),
                distribute("broadcast", DistributeStrategies::broadcast, a -> 0),
                poolForward("four_loops", PoolForwardStrategies::fourLoops),
                poolForward("windows_at_once", PoolForwardStrategies::windowsAtOnce),
                poolForward("strided_windows", PoolForwardStrategies::stridedWindows),
                poolForward("reshape", PoolForwardStrategies::reshape),
                poolBackward("four_loops", PoolBackwardStrategies::fourLoops),
                poolBackward("windows_at_once", PoolBackwardStrategies::windowsAtOnce),
                poolBackward("reshape_or_loops", PoolBackwardStrategies::reshapeOrLoops));
    }

    /** The specification, called in the same manner. */
    static Value reference(String exercise, Arguments arguments) {
        Way way = switch (exercise) {
            case "zero_pad" -> zeroPad("reference", Convolution::zeroPad);
            case "conv_single_step" -> singleStep("reference", Convolution::singleStep);
            case "conv_forward" -> forward("reference", Convolution::forward);
            case "conv_backward" -> backward("reference", Convolution::backward, a -> 0);
            case "create_mask_from_window" -> mask("reference", Pooling::mask);
            case "distribute_value" -> distribute("reference", Pooling::distribute, a -> 0);
            case "pool_forward" -> poolForward("reference", Pooling::forward);
            case "pool_backward" -> poolBackward("reference", Pooling::backward);
            default -> throw new IllegalArgumentException("no exercise " + exercise);
        };
        return way.kernel().apply(arguments);
    }

    @Override
    public String toString() {
        return exercise + " by " + id;
    }

    private interface ZeroPad {
        NdArray apply(NdArray x, int pad);
    }

    private static Way zeroPad(String id, ZeroPad kernel) {
        return new Way("zero_pad", id, a -> kernel.apply(a.array("X"), a.integer("pad")), a -> 0);
    }

    private interface SingleStep {
        double apply(NdArray aSlicePrev, NdArray filter, NdArray bias);
    }

    private static Way singleStep(String id, SingleStep kernel) {
        return new Way(
                "conv_single_step",
                id,
                a -> Value.Scalar.of(kernel.apply(a.array("a_slice_prev"), a.array("W"), a.array("b"))),
                a -> Multiplications.singleStep(a.array("W")));
    }

    private interface Forward {
        NdArray apply(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad);
    }

    private static Way forward(String id, Forward kernel) {
        return new Way(
                "conv_forward",
                id,
                a -> Value.Tuple.of(
                        kernel.apply(a.array("A_prev"), a.array("W"), a.array("b"), stride(a), pad(a)),
                        Value.Tuple.of(a.array("A_prev"), a.array("W"), a.array("b"), a.value("hparameters"))),
                a -> Multiplications.convForward(a.array("A_prev"), a.array("W"), stride(a), pad(a)));
    }

    private interface Backward {
        Gradients apply(NdArray dZ, NdArray aPrev, NdArray filters, int stride, int pad);
    }

    private static Way backward(String id, Backward kernel, ToLongFunction<Arguments> multiplications) {
        return new Way(
                "conv_backward",
                id,
                a -> {
                    Arguments c = convCache(a);
                    Gradients gradients =
                            kernel.apply(a.array("dZ"), c.array("A_prev"), c.array("W"), stride(c), pad(c));
                    return Value.Tuple.of(gradients.dAPrev(), gradients.dFilters(), gradients.dBias());
                },
                multiplications);
    }

    private static long convBackward(Arguments a) {
        return Multiplications.convBackward(a.array("dZ"), convCache(a).array("W"));
    }

    private static long convBackwardStridedWindows(Arguments a) {
        Arguments c = convCache(a);
        return Multiplications.convBackwardStridedWindows(a.array("dZ"), c.array("A_prev"), c.array("W"), pad(c));
    }

    private interface Mask {
        NdArray apply(NdArray window);
    }

    private static Way mask(String id, Mask kernel) {
        return new Way("create_mask_from_window", id, a -> kernel.apply(a.array("x")), a -> 0);
    }

    private interface Distribute {
        NdArray apply(double dz, int nH, int nW);
    }

    private static Way distribute(String id, Distribute kernel, ToLongFunction<Arguments> multiplications) {
        return new Way(
                "distribute_value",
                id,
                a -> {
                    Arguments shape = a.unpack("shape", "n_H", "n_W");
                    return kernel.apply(a.number("dz"), shape.integer("n_H"), shape.integer("n_W"));
                },
                multiplications);
    }

    private static long onesTimesAverage(Arguments a) {
        Arguments shape = a.unpack("shape", "n_H", "n_W");
        return Multiplications.onesTimesAverage(shape.integer("n_H"), shape.integer("n_W"));
    }

    private interface PoolForward {
        NdArray apply(NdArray aPrev, int f, int stride, Mode mode);
    }

    private static Way poolForward(String id, PoolForward kernel) {
        return new Way(
                "pool_forward",
                id,
                a -> Value.Tuple.of(
                        kernel.apply(a.array("A_prev"), f(a), stride(a), mode(a)),
                        Value.Tuple.of(a.array("A_prev"), a.value("hparameters"))),
                a -> 0);
    }

    private interface PoolBackward {
        NdArray apply(NdArray dA, NdArray aPrev, int f, int stride, Mode mode);
    }

    private static Way poolBackward(String id, PoolBackward kernel) {
        return new Way(
                "pool_backward",
                id,
                a -> {
                    Arguments c = a.unpack("cache", "A_prev", "hparameters");
                    return kernel.apply(a.array("dA"), c.array("A_prev"), f(c), stride(c), mode(a));
                },
                a -> Multiplications.poolBackward(
                        a.array("dA"), f(a.unpack("cache", "A_prev", "hparameters")), mode(a)));
    }

    private static Arguments convCache(Arguments a) {
        return a.unpack("cache", "A_prev", "W", "b", "hparameters");
    }

    private static int f(Arguments a) {
        return a.entry("hparameters", "f");
    }

    private static int stride(Arguments a) {
        return a.entry("hparameters", "stride");
    }

    private static int pad(Arguments a) {
        return a.entry("hparameters", "pad");
    }

    private static Mode mode(Arguments a) {
        return Mode.of(a.text("mode"));
    }
}
