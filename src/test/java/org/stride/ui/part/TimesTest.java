package org.stride.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.report.Translations;

class TimesTest {
    private final Times times = new Times(
            new Translations(), Locale.ENGLISH, ZonedDateTime.parse("2026-11-12T00:30:00+01:00[Europe/Berlin]"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-11T23:05:00Z | today 00:05
            2026-11-11T22:59:59Z | yesterday 23:59
            2026-11-10T22:59:59Z | 10 Nov 2026, 23:59
            2025-11-12T11:03:00Z | 12 Nov 2025, 12:03
            2026-11-13T11:03:00Z | 13 Nov 2026, 12:03
            """)
    void timesAreThoseOfTheZoneOfWhoeverLooks(String instant, String text) {
        assertThat(times.text(Instant.parse(instant))).isEqualTo(text);
    }

    @Test
    void aDayHasAName() {
        assertThat(times.day(Instant.parse("2026-11-11T23:05:00Z"))).isEqualTo("Today");
        assertThat(times.day(Instant.parse("2026-11-11T22:05:00Z"))).isEqualTo("Yesterday");
        assertThat(times.day(Instant.parse("2026-11-09T22:05:00Z"))).isEqualTo("9 Nov 2026");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"PT59S, less than a minute", "PT12M59S, 12 min", "PT1H, 1 h", "PT1H5M, 1 h 5 min", "PT25H1M, 25 h 1 min"
    })
    void howLongItTookIsSaidAsPeopleSayIt(Duration time, String text) {
        assertThat(times.length(time)).isEqualTo(text);
    }

    @Test
    void inChineseADateIsWrittenAsThere() {
        Locale chinese = Locale.forLanguageTag("zh-Hans");
        Times there = new Times(
                new Translations(chinese), chinese, ZonedDateTime.parse("2026-11-12T00:30:00+01:00[Europe/Berlin]"));

        assertThat(there.text(Instant.parse("2026-11-11T23:05:00Z"))).isEqualTo("今天 00:05");
        assertThat(there.text(Instant.parse("2025-11-12T11:03:00Z"))).isEqualTo("2025年11月12日 12:03");
        assertThat(there.length(Duration.ofMinutes(65))).isEqualTo("1 小时 5 分钟");
    }
}
