package org.stride.kernel.flaw;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.array.Value.Dictionary;
import org.stride.array.Value.Scalar;
import org.stride.array.Value.Tuple;
import org.stride.kernel.Convolution;

/**
 * The notebook's {@code conv_forward}: four loops over examples, rows, columns and filters. Every line that learners
 * get wrong is a field, right to begin with; a flaw puts the learner's line in its place. Where the lines then do not
 * fit together, this raises what NumPy would raise.
 */
final class ConvForwardLoops implements ConvForwardFlaws.Kernel {
    /** {@code stride = hparameters["stride"]}. */
    IntBinaryOperator stride = (stride, pad) -> stride;

    /** {@code pad = hparameters["pad"]}. */
    IntBinaryOperator pad = (stride, pad) -> pad;

    /** {@code n_H = (n_H_prev - f + 2 * pad) // stride + 1}, and the same for {@code n_W}. */
    Size size = Convolution::outputLength;

    /** The length that {@code n_H} is made from. */
    IntBinaryOperator heightFrom = (nHPrev, nWPrev) -> nHPrev;

    /** The length that {@code n_W} is made from. */
    IntBinaryOperator widthFrom = (nHPrev, nWPrev) -> nWPrev;

    /** {@code A_prev_pad = zero_pad(A_prev, pad)}. */
    Padding padding = Convolution::zeroPad;

    /** The last length of {@code Z = np.zeros((m, n_H, n_W, n_C))}. */
    IntBinaryOperator channels = (nCPrev, nC) -> nC;

    /** How many examples {@code for i in range(m)} comes to. */
    IntUnaryOperator examples = m -> m;

    /** {@code a_prev_pad = A_prev_pad[i]}. */
    Pick example = NdArray::at;

    /** {@code vert_start = h * stride}. */
    Start vertStart = (h, w, f, stride) -> h * stride;

    /** {@code horiz_start = w * stride}. */
    Start horizStart = (h, w, f, stride) -> w * stride;

    /** {@code vert_end = vert_start + f}, and the same for {@code horiz_end}. */
    IntBinaryOperator end = (start, f) -> start + f;

    /** The first {@code c} of {@code for c in range(n_C)}. */
    IntUnaryOperator firstFilter = nC -> 0;

    /** How many filters {@code for c in range(n_C)} comes to. */
    IntBinaryOperator filterCount = (nCPrev, nC) -> nC;

    /** {@code weights = W[:, :, :, c]}. */
    Pick weights = Numpy::channel;

    /** {@code biases = b[:, :, :, c]}. */
    Pick biases = Numpy::channel;

    /** {@code np.sum(a_slice_prev * weights) + biases}. */
    Step step = (products, bias) -> products.sum() + bias;

    /** The index in {@code Z[i, h, w, c] = …}. */
    Cell cell = (i, h, w, c) -> new int[] {i, h, w, c};

    /** {@code return Z, (A_prev, W, b, hparameters)}. */
    Answer answer = (z, aPrevPad, aPrev, filters, bias, hparameters) ->
            Tuple.of(z, Tuple.of(aPrev, filters, bias, hparameters));

    @Override
    public Value apply(NdArray aPrev, NdArray filters, NdArray bias, int givenStride, int givenPad) {
        int m = aPrev.length(0), nHPrev = aPrev.length(1), nWPrev = aPrev.length(2);
        int f = filters.length(0), nCPrev = filters.length(2), nC = filters.length(3);
        int stride = this.stride.applyAsInt(givenStride, givenPad), pad = this.pad.applyAsInt(givenStride, givenPad);
        int nH = size.of(heightFrom.applyAsInt(nHPrev, nWPrev), f, stride, pad);
        int nW = size.of(widthFrom.applyAsInt(nHPrev, nWPrev), f, stride, pad);
        NdArray aPrevPad = padding.of(aPrev, pad);
        NdArray z = Numpy.zeros(m, nH, nW, channels.applyAsInt(nCPrev, nC));
        for (int i = 0; i < examples.applyAsInt(m); i++) {
            NdArray image = example.of(aPrevPad, i);
            for (int h = 0; h < nH; h++) {
                for (int w = 0; w < nW; w++) {
                    int top = vertStart.of(h, w, f, stride), bottom = end.applyAsInt(top, f);
                    int left = horizStart.of(h, w, f, stride), right = end.applyAsInt(left, f);
                    NdArray aSlicePrev = Numpy.slice(image, top, bottom, left, right);
                    for (int c = firstFilter.applyAsInt(nC); c < filterCount.applyAsInt(nCPrev, nC); c++) {
                        NdArray products = Numpy.multiply(aSlicePrev, weights.of(filters, c));
                        double value = step.of(products, biases.of(bias, c).flat(0));
                        Numpy.assign(z, value, cell.of(i, h, w, c));
                    }
                }
            }
        }
        var hparameters = Dictionary.of("stride", Scalar.of(givenStride)).with("pad", Scalar.of(givenPad));
        return answer.of(z, aPrevPad, aPrev, filters, bias, hparameters);
    }

    interface Size {
        int of(int length, int f, int stride, int pad);
    }

    interface Padding {
        NdArray of(NdArray aPrev, int pad);
    }

    /** One part of an array: the example {@code i}, or the last axis at {@code c}. */
    interface Pick {
        NdArray of(NdArray array, int place);
    }

    interface Start {
        int of(int h, int w, int f, int stride);
    }

    interface Step {
        double of(NdArray products, double bias);
    }

    interface Cell {
        int[] of(int i, int h, int w, int c);
    }

    interface Answer {
        Value of(NdArray z, NdArray aPrevPad, NdArray aPrev, NdArray filters, NdArray bias, Dictionary hparameters);
    }
}
