/**
 * Verdicts in words. May use {@code grading} and what lies below it. Every sentence comes from {@code vaadin-i18n/}; this package
 * only decides which one, and what it fills in.
 */
@NullMarked
package org.stride.report;

import org.jspecify.annotations.NullMarked;
