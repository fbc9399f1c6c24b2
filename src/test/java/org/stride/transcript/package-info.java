/**
 * Everything that a learner can be told of a mistake, in each language, as text files that people read and CI compares. Typed code
 * that brings it about stands in {@code transcripts/typed}; a new kind of message needs one that triggers it.
 */
@NullMarked
package org.stride.transcript;

import org.jspecify.annotations.NullMarked;
