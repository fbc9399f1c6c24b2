package org.stride.report.format;

/** A text that holds no reports, or broken ones; the message says which and where, what was expected and what came. */
public final class UnreadableReportException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableReportException(String message) {
        super(message);
    }
}
