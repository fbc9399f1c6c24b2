package org.stride.kernel.strategy;

import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * Between images and their patch matrix, which has one row of {@code f·f·nC} numbers for each window, {@code m·nH·nW}
 * in all. For each place {@code (i, j)} inside the window, the pixels of all windows at that place are one strided
 * slice of the image.
 */
record Im2col(int nH, int nW, int f, int stride) {

    /** Images to rows: each pixel is copied once for every window that it lies in. */
    NdArray patches(NdArray padded) {
        int m = padded.length(0), nC = padded.length(3);
        NdArray rows = NdArray.zeros(padded.dtype(), Shape.of(m * nH * nW, f * f * nC));
        for (int i = 0; i < f; i++) {
            for (int j = 0; j < f; j++) {
                for (int window = 0; window < m * nH * nW; window++) {
                    int image = window / (nH * nW), row = window / nW % nH, column = window % nW;
                    for (int channel = 0; channel < nC; channel++) {
                        double pixel = padded.get(image, row * stride + i, column * stride + j, channel);
                        rows.setFlat(pixel, (window * f * f + i * f + j) * nC + channel);
                    }
                }
            }
        }
        return rows;
    }

    /** Rows to images, the way back: each pixel collects what lies at its copies. */
    void addPatches(NdArray rows, NdArray padded) {
        int m = padded.length(0), nC = padded.length(3);
        for (int i = 0; i < f; i++) {
            for (int j = 0; j < f; j++) {
                for (int window = 0; window < m * nH * nW; window++) {
                    int image = window / (nH * nW), row = window / nW % nH, column = window % nW;
                    for (int channel = 0; channel < nC; channel++) {
                        double part = rows.flat((window * f * f + i * f + j) * nC + channel);
                        padded.add(part, image, row * stride + i, column * stride + j, channel);
                    }
                }
            }
        }
    }
}
