package org.stride.kernel.strategy;

import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * Images cut into tiles by reshaping alone: {@code (m, nH·f, nW·f, nC)} read as {@code (m, nH, f, nW, f, nC)}, the same
 * numbers in the same order. What does not fill a tile at the right and at the bottom is left away.
 *
 * @param tiled {@code (m, nH·f, nW·f, nC)}
 */
record Blocks(NdArray tiled, int f) {

    static Blocks of(NdArray images, int f) {
        int m = images.length(0), nH = images.length(1) / f, nW = images.length(2) / f, nC = images.length(3);
        NdArray tiled = NdArray.zeros(images.dtype(), Shape.of(m, nH * f, nW * f, nC));
        for (int image = 0; image < m; image++) {
            for (int row = 0; row < nH * f; row++) {
                for (int column = 0; column < nW * f; column++) {
                    for (int channel = 0; channel < nC; channel++) {
                        tiled.set(images.get(image, row, column, channel), image, row, column, channel);
                    }
                }
            }
        }
        return new Blocks(tiled, f);
    }

    /** {@code (m, nH, f, nW, f, nC)}. */
    Shape shape() {
        return Shape.of(tiled.length(0), tiled.length(1) / f, f, tiled.length(2) / f, f, tiled.length(3));
    }

    /** The greatest number of each block, {@code (m, nH, nW, nC)}, in one pass through memory. */
    NdArray max() {
        NdArray max = NdArray.full(reducedShape(), Double.NEGATIVE_INFINITY);
        for (int offset = 0; offset < tiled.size(); offset++) {
            int block = block(offset);
            max.setFlat(Math.max(max.flat(block), tiled.flat(offset)), block);
        }
        return max;
    }

    /** The mean of each block, {@code (m, nH, nW, nC)}. */
    NdArray mean() {
        NdArray sum = NdArray.full(reducedShape(), 0);
        for (int offset = 0; offset < tiled.size(); offset++) {
            int block = block(offset);
            sum.setFlat(sum.flat(block) + tiled.flat(offset), block);
        }
        return sum.map(total -> total / (f * f));
    }

    /** The place among the blocks of the number at {@code offset}: its index without the two axes inside the block. */
    int block(int offset) {
        int[] index = shape().index(offset);
        return reducedShape().offset(index[0], index[1], index[3], index[5]);
    }

    private Shape reducedShape() {
        return Shape.of(tiled.length(0), tiled.length(1) / f, tiled.length(2) / f, tiled.length(3));
    }
}
