/**
 * Files with code in them, in and out: notebooks of the formats 3 and 4, scripts, and the exercise set as a notebook. May use
 * {@code exercise}. Nothing of a file is run here.
 */
@NullMarked
package org.stride.notebook;

import org.jspecify.annotations.NullMarked;
