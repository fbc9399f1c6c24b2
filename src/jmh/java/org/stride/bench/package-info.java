/**
 * Measures what Stride promises of its speed and size, with {@code ./stride bench}. Nothing here is part of the jar.
 *
 * <p>A part of the measurement is a method that takes the {@link org.stride.bench.Setup} and the {@link
 * org.stride.bench.Report}; a new one is named in {@link org.stride.bench.Bench}. What can be measured inside the JVM is a
 * JMH benchmark, everything else is done to the jar, as a learner would.
 */
@NullMarked
package org.stride.bench;

import org.jspecify.annotations.NullMarked;
