package org.stride.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ApiPropertiesTest {
    private static ApiProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("stride.api", ApiProperties.class);
    }

    @Test
    void nothingSaidIsWhatTheDocumentSays() {
        assertThat(bind(Map.of())).isEqualTo(new ApiProperties(30, 10, 20));
    }

    @Test
    void everythingCanBeSaid() {
        assertThat(bind(Map.of("stride.api.checks", "300", "stride.api.uploads", "600", "stride.api.jobs", "1000")))
                .isEqualTo(new ApiProperties(300, 600, 1000));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                stride.api.checks  | 0     | stride.api.checks must be from 1 to 10000, it is 0. Choose a value in that range, or leave it out.
                stride.api.uploads | 10001 | stride.api.uploads must be from 1 to 10000, it is 10001. Choose a value in that range, or leave it out.
                stride.api.jobs    | 1001  | stride.api.jobs must be from 1 to 1000, it is 1001. Choose a value in that range, or leave it out.
                stride.api.jobs    | many  | stride.api.jobs cannot be many: it must be a whole number. Correct it, or leave it out.
                """)
    void aWrongValueIsOneLineThatNamesIt(String name, String value, String line) {
        Throwable failure = catchThrowable(() -> bind(Map.of(name, value)));

        assertThat(OneLineReport.line(Objects.requireNonNull(new StartFailures().analyze(failure))))
                .isEqualTo(line);
    }
}
