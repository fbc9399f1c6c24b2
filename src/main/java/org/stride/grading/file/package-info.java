/**
 * Judges a whole file of typed code: finds in it the functions that are exercises, each with the code that it needs
 * ({@link org.stride.grading.file.Outline}), and judges each one. May use {@code grading}, {@code notebook} and what lies below.
 */
@NullMarked
package org.stride.grading.file;

import org.jspecify.annotations.NullMarked;
