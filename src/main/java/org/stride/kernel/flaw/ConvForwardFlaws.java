package org.stride.kernel.flaw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.array.Value.Tuple;
import org.stride.kernel.Convolution;

/**
 * Wrong ways to write {@code conv_forward(A_prev, W, b, hparameters)}: four loops in which one line is wrong, or two
 * that belong together.
 *
 * <p>A window that runs past the edge comes out short, as slices do in NumPy. Multiplying it by the filter then raises,
 * unless the short side is 1 pixel long and is silently stretched; so the same flaw may raise on one input and give
 * wrong numbers on the next.
 */
public final class ConvForwardFlaws {
    private static final SequencedMap<String, Kernel> ALL = new LinkedHashMap<>();

    static {
        // Where the window lies. A stride that goes into the size only is a stride left out of both corners.
        ALL.put("stride_left_out_of_corner", but(it -> {
            it.vertStart = (h, w, f, stride) -> h;
            it.horizStart = (h, w, f, stride) -> w;
        }));
        ALL.put("stride_left_out_vertically", but(it -> it.vertStart = (h, w, f, stride) -> h));
        ALL.put("stride_left_out_horizontally", but(it -> it.horizStart = (h, w, f, stride) -> w));
        ALL.put("stride_fixed_at_one", but(it -> it.stride = (stride, pad) -> 1));
        ALL.put("steps_by_window_size", but(it -> {
            it.vertStart = (h, w, f, stride) -> h * f;
            it.horizStart = (h, w, f, stride) -> w * f;
        }));
        ALL.put("height_and_width_swapped", but(it -> {
            it.vertStart = (h, w, f, stride) -> w * stride;
            it.horizStart = (h, w, f, stride) -> h * stride;
        }));
        ALL.put("window_one_short", but(it -> it.end = (start, f) -> start + f - 1));

        // How many windows there are
        ALL.put("stride_left_out_of_size", but(it -> it.size = (length, f, stride, pad) -> length - f + 2 * pad + 1));
        ALL.put(
                "size_without_plus_one",
                but(it -> it.size = (length, f, stride, pad) -> Math.floorDiv(length - f + 2 * pad, stride)));
        ALL.put(
                "size_without_parentheses",
                but(it -> it.size = (length, f, stride, pad) -> (int) (length - f + 2 * pad / (double) stride) + 1));
        ALL.put(
                "ceil_instead_of_floor",
                but(it -> it.size = (length, f, stride, pad) -> Math.ceilDiv(length - f + 2 * pad, stride) + 1));
        ALL.put(
                "round_instead_of_floor",
                but(it -> it.size =
                        (length, f, stride, pad) -> (int) Math.rint((length - f + 2 * pad) / (double) stride) + 1));
        ALL.put(
                "size_left_a_float",
                but(it -> it.size = (length, f, stride, pad) -> {
                    throw NumpyError.floatAsInteger();
                }));
        ALL.put("n_w_from_n_h", but(it -> it.widthFrom = (nHPrev, nWPrev) -> nHPrev));
        ALL.put("width_before_height", but(it -> {
            it.heightFrom = (nHPrev, nWPrev) -> nWPrev;
            it.widthFrom = (nHPrev, nWPrev) -> nHPrev;
        }));

        // Padding
        ALL.put("pad_left_out", but(it -> it.padding = (aPrev, pad) -> aPrev));
        ALL.put(
                "pad_left_out_of_size",
                but(it -> it.size = (length, f, stride, pad) -> Convolution.outputLength(length, f, stride, 0)));
        ALL.put(
                "pad_counted_once",
                but(it -> it.size = (length, f, stride, pad) -> Math.floorDiv(length - f + pad, stride) + 1));
        ALL.put("pad_ignored", but(it -> it.pad = (stride, pad) -> 0));
        ALL.put("pad_read_from_stride", but(it -> it.pad = (stride, pad) -> stride));
        ALL.put("edge_padding", but(it -> it.padding = ZeroPadFlaws::edgeValues));
        ALL.put("reflect_padding", but(it -> it.padding = ZeroPadFlaws::reflectedValues));

        // Which example, which filter, which cell
        ALL.put("always_first_example", but(it -> it.example = (aPrevPad, i) -> aPrevPad.at(0)));
        ALL.put("example_not_picked", but(it -> it.example = (aPrevPad, i) -> aPrevPad));
        ALL.put("return_inside_loop", but(it -> it.examples = m -> Math.min(1, m)));
        ALL.put("first_filter_for_all", but(it -> it.weights = (filters, c) -> Numpy.channel(filters, 0)));
        ALL.put("filter_not_picked", but(it -> it.weights = (filters, c) -> filters));
        ALL.put("kernel_flipped", but(it -> it.weights = (filters, c) -> Numpy.turned(Numpy.channel(filters, c))));
        // The sum is made after the loop over c has ended, when c still has its last value
        ALL.put("last_channel_only", but(it -> it.firstFilter = nC -> nC - 1));
        ALL.put("loops_over_input_channels", but(it -> it.filterCount = (nCPrev, nC) -> nCPrev));
        ALL.put("input_channels_in_size", but(it -> it.channels = (nCPrev, nC) -> nCPrev));
        ALL.put("z_rows_and_columns_swapped", but(it -> it.cell = (i, h, w, c) -> new int[] {i, w, h, c}));

        // Bias
        ALL.put("bias_left_out", but(it -> it.step = (products, bias) -> products.sum()));
        ALL.put("bias_inside_sum", but(it -> it.step = (products, bias) -> products.sum() + products.size() * bias));
        ALL.put("first_bias_for_all", but(it -> it.biases = (biases, c) -> Numpy.channel(biases, 0)));

        // What is returned
        ALL.put(
                "cache_holds_padded_input",
                but(it -> it.answer = (z, aPrevPad, aPrev, filters, bias, hparameters) ->
                        Tuple.of(z, Tuple.of(aPrevPad, filters, bias, hparameters))));
        ALL.put(
                "cache_in_other_order",
                but(it -> it.answer = (z, aPrevPad, aPrev, filters, bias, hparameters) ->
                        Tuple.of(z, Tuple.of(filters, aPrev, bias, hparameters))));
        ALL.put(
                "cache_without_hparameters",
                but(it -> it.answer = (z, aPrevPad, aPrev, filters, bias, hparameters) ->
                        Tuple.of(z, Tuple.of(aPrev, filters, bias))));
        ALL.put("returns_z_only", but(it -> it.answer = (z, aPrevPad, aPrev, filters, bias, hparameters) -> z));
    }

    private ConvForwardFlaws() {}

    /** A wrong {@code conv_forward}. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * Runs the wrong function.
         *
         * @param aPrev {@code (m, nHPrev, nWPrev, nCPrev)}
         * @param filters {@code (f, f, nCPrev, nC)}
         * @param bias {@code (1, 1, 1, nC)}
         * @param stride 1 or more
         * @param pad 0 or more
         * @return what the wrong function returns, most often {@code (Z, (A_prev, W, b, hparameters))}
         * @throws NumpyError where it would raise
         */
        Value apply(NdArray aPrev, NdArray filters, NdArray bias, int stride, int pad);
    }

    /** Every flaw by its id. */
    public static SequencedMap<String, Kernel> all() {
        return Collections.unmodifiableSequencedMap(ALL);
    }

    private static Kernel but(Consumer<ConvForwardLoops> replaceLine) {
        ConvForwardLoops loops = new ConvForwardLoops();
        replaceLine.accept(loops);
        return loops;
    }
}
