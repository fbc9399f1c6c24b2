/**
 * A learner's work as a file: everything that Stride knows about them, written by one installation and read by another. May use
 * {@code learner}; docs/work-file.md says what is in it.
 */
@NullMarked
package org.stride.learner.file;

import org.jspecify.annotations.NullMarked;
