/**
 * The verdict: runs an implementation on an exercise's cases, compares what it returns with the reference, and finds the cause
 * of a difference from the numbers. May use {@code exercise} and {@code array}; knows no user, no database
 * and no web. A new kind of difference or relation is one more record of a sealed family; the compiler then names every place
 * that must word it.
 */
@NullMarked
package org.stride.grading;

import org.jspecify.annotations.NullMarked;
