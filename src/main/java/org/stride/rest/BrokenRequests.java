package org.stride.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers requests that are so broken that Tomcat refuses them before any filter. */
final class BrokenRequests extends ErrorReportValve {
    private final Problems problems;

    BrokenRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            problems.answerBroken(response, status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
