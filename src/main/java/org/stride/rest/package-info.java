/**
 * The rim for programs: REST under {@code /api/v1}, described at {@code /api/v1/docs} and in {@code docs/rest.md}. Thin: it decides who
 * may come, how often and with how much, hands files to {@code autograder}, and writes what comes back. May use {@code autograder},
 * {@code report}, {@code notebook}, {@code grading}, {@code exercise} and {@code python}. Whatever goes wrong is a
 * {@link org.stride.rest.ProblemType}.
 */
@NullMarked
package org.stride.rest;

import org.jspecify.annotations.NullMarked;
