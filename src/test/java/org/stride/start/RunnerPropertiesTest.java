package org.stride.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.stride.python.Limits;
import org.stride.python.Mode;
import org.stride.python.Setup;

class RunnerPropertiesTest {
    private static RunnerProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("stride", RunnerProperties.class);
    }

    @Test
    void nothingSaidIsAMachineOfOnesOwn() {
        assertThat(bind(Map.of()).setup()).isEqualTo(Setup.of(null, Mode.LOCAL));
    }

    @Test
    void everythingCanBeSaid() {
        Setup setup = bind(Map.of(
                        "stride.mode", "hosted",
                        "stride.python", "/opt/python",
                        "stride.slots", "3",
                        "stride.limits.wall", "20s",
                        "stride.limits.cpu", "7s",
                        "stride.limits.memory", "1GB",
                        "stride.limits.output", "8KB",
                        "stride.limits.result", "2MB",
                        "stride.limits.source", "5000"))
                .setup();
        assertThat(setup)
                .isEqualTo(Setup.of(Path.of("/opt/python"), Mode.STRICT)
                        .withSlots(3)
                        .within(new Limits(
                                Duration.ofSeconds(20), Duration.ofSeconds(7), 1 << 30, 8 << 10, 2 << 20, 5000)));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                stride.mode          | strict   | stride.mode must be local or hosted, it is strict. Leave it out for a machine of your own, or write --stride.mode=hosted.
                stride.slots         | 0        | stride.slots must be from 1 to 256, it is 0. Choose a value in that range, or leave it out.
                stride.slots         | many     | stride.slots cannot be many: it must be a whole number. Correct it, or leave it out.
                stride.limits.wall   | 1h       | stride.limits.wall must be from 100ms to 600s, it is 3600s. Choose a value in that range, or leave it out.
                stride.limits.cpu    | soon     | stride.limits.cpu cannot be soon: it must be a time, such as 10s or 500ms. Correct it, or leave it out.
                stride.limits.memory | 5        | stride.limits.memory must be from 16MB to 65536MB, it is 5B. Choose a value in that range, or leave it out.
                stride.limits.result | 1 potato | stride.limits.result cannot be 1 potato: it must be a size, such as 64KB or 512MB. Correct it, or leave it out.
                """)
    void aWrongValueIsOneLineThatNamesIt(String name, String value, String line) {
        Throwable failure = catchThrowable(() -> bind(Map.of(name, value)));
        assertThat(OneLineReport.line(Objects.requireNonNull(new StartFailures().analyze(failure))))
                .isEqualTo(line);
    }
}
