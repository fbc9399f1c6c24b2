/**
 * File reports as text, JSON, JUnit XML, Gradescope's results and tables. Uses nothing but {@code report}. A new format is one
 * {@link org.stride.report.format.ReportFormat} and its line in {@link org.stride.report.format.Formats}. What comes from a file
 * goes through {@code Visible} before anybody's terminal, page or spreadsheet gets it.
 */
@NullMarked
package org.stride.report.format;

import org.jspecify.annotations.NullMarked;
