package org.stride.python;

import org.stride.python.Traceback.Part;

/**
 * A warning of Python or NumPy.
 *
 * @param category such as {@code DeprecationWarning}
 * @param line counted from 1, in the learner’s own code; 0 if it was not there
 */
public record Warning(String category, String message, Part part, int line) {}
