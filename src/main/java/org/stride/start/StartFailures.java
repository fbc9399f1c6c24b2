package org.stride.start;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import org.stride.exercise.CatalogueException;
import org.stride.installation.UnusableDataFolderException;
import org.stride.learner.store.DatabaseTrouble;

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
                // What a constructor of properties has to say is further down
                case BindException e
                when !(NestedExceptionUtils.getRootCause(e) instanceof StartException) -> {
                    return new FailureAnalysis(described(e), "Correct it, or leave it out", e);
                }
                case StartException e -> {
                    return new FailureAnalysis(e.getMessage(), e.remedy(), e);
                }
                case UnusableDataFolderException e -> {
                    return new FailureAnalysis(e.getMessage(), e.remedy(), e);
                }
                default -> {
                    // The cause may be further down.
                }
            }
        }
        return DatabaseTrouble.of(failure)
                .map(trouble -> new FailureAnalysis(trouble.sentence(), trouble.remedy(), failure))
                .orElse(null);
    }

    private static String described(BindException e) {
        ConfigurationProperty property = e.getProperty();
        return property == null
                ? e.getName() + " cannot be understood"
                : e.getName() + " cannot be " + property.getValue() + ": it must be "
                        + kind(e.getTarget().getType().resolve(Object.class));
    }

    private static String kind(Class<?> type) {
        if (type == Duration.class) {
            return "a time, such as 10s or 500ms";
        }
        return type == DataSize.class ? "a size, such as 64KB or 512MB" : "a whole number";
    }
}
