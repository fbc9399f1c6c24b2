package org.stride.report;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something is.
 *
 * @param cell of a notebook, counted from 1, text cells too; {@code null} in a script
 * @param line of the cell, or of the script, counted from 1
 * @param code what stands in that line
 */
public record Place(@Nullable Integer cell, int line, String code) {}
