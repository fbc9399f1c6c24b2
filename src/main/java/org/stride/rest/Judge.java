package org.stride.rest;

import org.stride.grading.CheckCancelledException;
import org.stride.grading.file.FileListener;
import org.stride.report.FileReport;

/** Whoever judges files. */
@FunctionalInterface
interface Judge {
    /**
     * Judges one.
     *
     * @throws ProblemException if it cannot be judged now
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    FileReport judge(Check check, String caller, FileListener listener);
}
