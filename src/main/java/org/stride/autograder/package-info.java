/**
 * Files in, reports out: reads a file, has its functions judged, and words what was found; one file or a batch. May use
 * {@code notebook}, {@code grading} and {@code report}, and knows no rim.
 */
@NullMarked
package org.stride.autograder;

import org.jspecify.annotations.NullMarked;
