package org.stride.learner;

import java.time.Instant;

/**
 * What stands in the editor of a step, as the database has it.
 *
 * @param revision counts what was saved, from 1
 * @param editor who wrote it last; empty if Stride did, such as by bringing back the starter code
 * @param sequence the editor's own count of its saves
 */
public record Draft(String exercise, String text, long revision, Instant savedAt, String editor, long sequence) {}
