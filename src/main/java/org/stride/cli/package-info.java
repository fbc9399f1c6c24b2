/** The command line beside the web: {@code ./stride grade}, {@code notebook}, {@code gradescope-kit}. Thin, without Spring. */
@NullMarked
package org.stride.cli;

import org.jspecify.annotations.NullMarked;
