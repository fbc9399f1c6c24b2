/**
 * What there is to read: a lesson for each exercise, and the three chapters around them. May use {@code exercise}, {@code kernel}
 * and {@code array}; knows no framework. A lesson is a Markdown file beside its exercise, one per language; what it may hold is
 * told in {@link org.stride.lesson.Lesson}. To add one, write the files: tests hold every number in them against the kernels.
 */
@NullMarked
package org.stride.lesson;

import org.jspecify.annotations.NullMarked;
