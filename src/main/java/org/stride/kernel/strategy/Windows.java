package org.stride.kernel.strategy;

import java.util.List;
import java.util.stream.IntStream;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/** Cutting windows out of images, and filters out of their array. */
final class Windows {
    private Windows() {}

    /** {@code padded[image, top:top+f, left:left+f]}, shape {@code (f, f, nC)}. */
    static NdArray ofImage(NdArray padded, int image, int top, int left, int f) {
        int nC = padded.length(3);
        NdArray window = NdArray.zeros(padded.dtype(), Shape.of(f, f, nC));
        for (int i = 0; i < f; i++) {
            for (int j = 0; j < f; j++) {
                for (int channel = 0; channel < nC; channel++) {
                    window.set(padded.get(image, top + i, left + j, channel), i, j, channel);
                }
            }
        }
        return window;
    }

    /** {@code padded[:, top:top+f, left:left+f]}, one row of {@code f·f·nC} numbers per image. */
    static NdArray ofAllImages(NdArray padded, int top, int left, int f) {
        int m = padded.length(0), rowLength = f * f * padded.length(3);
        NdArray windows = NdArray.zeros(padded.dtype(), Shape.of(m, rowLength));
        for (int image = 0; image < m; image++) {
            NdArray window = ofImage(padded, image, top, left, f);
            for (int k = 0; k < rowLength; k++) {
                windows.setFlat(window.flat(k), image * rowLength + k);
            }
        }
        return windows;
    }

    /** {@code aPrev[image, top:top+f, left:left+f, channel]}, shape {@code (f, f)}. */
    static NdArray ofChannel(NdArray aPrev, int image, int top, int left, int channel, int f) {
        NdArray window = NdArray.zeros(aPrev.dtype(), Shape.of(f, f));
        for (int i = 0; i < f; i++) {
            for (int j = 0; j < f; j++) {
                window.set(aPrev.get(image, top + i, left + j, channel), i, j);
            }
        }
        return window;
    }

    /** {@code W[..., c]} or {@code b[..., c]} for every {@code c}. */
    static List<NdArray> byFilter(NdArray filters) {
        NdArray byFilter = filters.transpose(3, 0, 1, 2);
        return IntStream.range(0, byFilter.length(0)).mapToObj(byFilter::at).toList();
    }
}
