package org.stride.notebook;

/**
 * A stretch of code in a file.
 *
 * @param number of the notebook's cells, text cells counted too, from 1; for a script 0
 * @param source with {@code \n} between its lines
 */
public record CodeCell(int number, String source) {}
