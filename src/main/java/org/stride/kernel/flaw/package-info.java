/**
 * The named wrong ways to write the exercises, each giving exactly the numbers, or the {@link NumpyError}, that the
 * learner's code gives. One class per exercise; {@code all()} lists its flaws by id. Uses {@code array} and
 * {@code kernel}. A flaw is added in three places: here, as {@code exercises/<exercise>/listings/<id>.py} with its wrong
 * lines marked {@code #:}, and as a name and a sentence in the translations.
 */
@NullMarked
package org.stride.kernel.flaw;

import org.jspecify.annotations.NullMarked;
