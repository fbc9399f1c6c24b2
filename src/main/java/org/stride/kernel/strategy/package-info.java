/**
 * Other right ways to compute what {@code kernel} specifies, one class per function and one method per strategy, each
 * doing what its NumPy listing {@code exercises/<function>/listings/<strategy>.py} does, down to the dtype of integer
 * results. Names are those of {@code kernel}. May use {@code array} and {@code kernel}. A new strategy is a method
 * here, a listing, and a line in the tests' table, which hold all three against each other.
 */
@NullMarked
package org.stride.kernel.strategy;

import org.jspecify.annotations.NullMarked;
