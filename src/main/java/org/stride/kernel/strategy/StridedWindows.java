package org.stride.kernel.strategy;

import org.stride.array.NdArray;

/**
 * All windows of all images as one array {@code (m, nH, nW, nC, f, f)} that copies nothing: like NumPy's
 * {@code sliding_window_view}, it only turns an index of six numbers into a place in the images.
 */
record StridedWindows(NdArray images, int f, int stride) {

    StridedWindows {
        if (f > images.length(1) || f > images.length(2)) {
            throw new IllegalArgumentException(
                    "sliding_window_view: a window of " + f + " does not fit into images of shape " + images.shape());
        }
    }

    int m() {
        return images.length(0);
    }

    int nH() {
        return (images.length(1) - f) / stride + 1;
    }

    int nW() {
        return (images.length(2) - f) / stride + 1;
    }

    int nC() {
        return images.length(3);
    }

    double get(int image, int row, int column, int channel, int i, int j) {
        return images.get(image, row * stride + i, column * stride + j, channel);
    }
}
