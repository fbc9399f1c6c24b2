/**
 * The right solutions with one expression in place of another: for each, the very line, and what it gives. A flaw of
 * {@code kernel.flaw} is a mistake with a name; a slip is any small one, made by rule. A new line of an exercise goes into its
 * {@code …Slips}, the expression in braces.
 */
@NullMarked
package org.stride.kernel.slip;

import org.jspecify.annotations.NullMarked;
