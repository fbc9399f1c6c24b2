package org.stride.exercise;

/**
 * A mean that an older edition of the published notebooks printed, and that today's specification does not give.
 *
 * @param year the edition
 * @param caseId the case on which a learner may still meet it
 * @param part the returned part whose mean it is
 */
public record EditionFigure(int year, String caseId, String part, double mean) {}
