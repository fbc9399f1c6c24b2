/**
 * Runs Python code that nobody has to trust: {@link org.stride.python.PythonRunner} keeps a pool of confined processes and
 * says how each submission ended. Knows of no exercise and no expected value; uses the JDK and {@code array} only. What
 * runs in those processes is {@code src/main/python/stride_runner}. A new way to end becomes a record in
 * {@link org.stride.python.Outcome}, a letter in the child’s report, and an attack in the hostile tests.
 */
@NullMarked
package org.stride.python;

import org.jspecify.annotations.NullMarked;
