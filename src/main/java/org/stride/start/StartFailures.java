package org.stride.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.stride.exercise.CatalogueException;

/** Finds, in whatever kept the application from starting, the sentence that helps. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailures implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PortInUseException e -> {
                    return new FailureAnalysis(
                            "Port " + e.getPort() + " is taken",
                            "Stop what uses it, or choose another: ./stride serve --port " + (e.getPort() + 1),
                            e);
                }
                case CatalogueException e -> {
                    return new FailureAnalysis(
                            "The catalogue is broken: " + e.getMessage(), "Mend that file and build again", e);
                }
                case StartException e -> {
                    return new FailureAnalysis(e.getMessage(), e.remedy(), e);
                }
                default -> {
                    // The cause may be further down.
                }
            }
        }
        return null;
    }
}
