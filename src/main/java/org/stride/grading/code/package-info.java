/**
 * Judges Python that a learner typed: runs it through {@code python} on the cases of an exercise, with the functions of earlier
 * steps at hand, and finds what keeps it from being judged ({@link org.stride.grading.code.CodeProblem}) or which of its
 * functions is to blame. May use {@code grading} and what lies below it. A new kind of problem is one more record of the sealed
 * family; the compiler then names the place that must word it.
 */
@NullMarked
package org.stride.grading.code;

import org.jspecify.annotations.NullMarked;
