package org.stride.start;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line on standard error why the application does not start, and what to do about it. */
public final class OneLineReport implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("Stride: " + line(analysis));
    }

    static String line(FailureAnalysis analysis) {
        String line = analysis.getAction() == null
                ? analysis.getDescription()
                : analysis.getDescription() + ". " + analysis.getAction();
        return line.replaceAll("\\s*\\R\\s*", " ") + ".";
    }
}
