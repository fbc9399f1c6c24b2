package org.stride.ui.learner;

/**
 * A result that is an attempt.
 *
 * @param writtenDown false if that has to wait until the database is back
 */
public record Recorded<T>(T result, boolean writtenDown) {}
