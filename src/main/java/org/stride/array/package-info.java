/**
 * Arrays with NumPy’s shapes and dtypes, the values that functions take and return, NumPy’s seeded random stream, and
 * printing as NumPy prints. Uses the JDK only; everything else may use it. What is added here must agree with NumPy bit
 * for bit and digit for digit, proved by the golden files under {@code src/test/resources/golden}.
 */
@NullMarked
package org.stride.array;

import org.jspecify.annotations.NullMarked;
