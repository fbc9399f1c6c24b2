package org.stride.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

class StartFailuresTest {
    private static String line(Throwable failure) {
        FailureAnalysis analysis = Objects.requireNonNull(new StartFailures().analyze(failure));
        return OneLineReport.line(analysis);
    }

    @Test
    void aTakenPortIsOneLineWithTheRemedy() {
        assertThat(line(new IllegalStateException("wrapped", new PortInUseException(8080))))
                .isEqualTo("Port 8080 is taken. Stop what uses it, or choose another: ./stride serve --port 8081.");
    }

    @Test
    void aFaultOfTheInstallationIsOneLineWithTheRemedy() {
        assertThat(line(new StartException("Something\nis off", "Mend it", null)))
                .isEqualTo("Something is off. Mend it.");
    }

    @Test
    void whatIsNotKnownIsLeftToOthers() {
        assertThat(new StartFailures().analyze(new IllegalStateException("unknown")))
                .isNull();
    }
}
