/**
 * The reference: the eight exercises as plain loops, as readable as the textbook's formulas, forward beside backward.
 * Uses {@code array} only. The notebook's names go by Java's rules: {@code A_prev} is {@code aPrev}, {@code
 * a_slice_prev} is {@code aSlicePrev}, {@code n_H_prev} is {@code nHPrev}; {@code W} and {@code b} are {@code filters}
 * and {@code bias}, and their gradients {@code dFilters} and {@code dBias}. A change here changes what counts as right:
 * the golden files must still agree.
 */
@NullMarked
package org.stride.kernel;

import org.jspecify.annotations.NullMarked;
