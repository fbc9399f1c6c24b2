package org.stride.ui.part;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stride.report.Translator;

/** Says when something was, in the browser's time zone, and how long it took. */
public final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Translator texts;
    private final ZoneId zone;
    private final LocalDate today;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter days;

    Times(Translator texts, Locale locale, ZonedDateTime now) {
        this.texts = texts;
        zone = now.getZone();
        today = now.toLocalDate();
        dates = DateTimeFormatter.ofPattern(texts.text("time.pattern.date"), locale);
        days = DateTimeFormatter.ofPattern(texts.text("time.pattern.day"), locale);
    }

    /** For the page of the browser that is asking; where it does not tell its time zone, the clock's is taken. */
    public static Times now(Translator texts, Clock clock) {
        UI ui = UI.getCurrent();
        ZoneId zone = zone(ui.getPage().getExtendedClientDetails(), clock.getZone());
        return new Times(texts, ui.getLocale(), clock.instant().atZone(zone));
    }

    private static ZoneId zone(@Nullable ExtendedClientDetails details, ZoneId otherwise) {
        String name = details == null ? null : details.getTimeZoneId();
        try {
            return name == null || name.isEmpty() ? otherwise : ZoneId.of(name);
        } catch (DateTimeException e) {
            // The browser knows one that Java does not
            return otherwise;
        }
    }

    public LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** Such as 12:03. */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** Today, yesterday, or the date. */
    public String day(Instant instant) {
        return day(date(instant));
    }

    /** Today, yesterday, or the date. */
    public String day(LocalDate day) {
        if (day.equals(today)) {
            return texts.text("time.today");
        }
        return day.equals(today.minusDays(1)) ? texts.text("time.yesterday") : date(day);
    }

    /** Such as 12 Nov 2026. */
    public String date(LocalDate day) {
        return dates.format(day);
    }

    /** Such as 12 Nov. */
    public String dayAndMonth(LocalDate day) {
        return days.format(day);
    }

    /** Such as today 12:03, within a sentence. */
    public String text(Instant instant) {
        LocalDate day = date(instant);
        if (day.equals(today)) {
            return texts.text("time.today_at", time(instant));
        }
        return day.equals(today.minusDays(1))
                ? texts.text("time.yesterday_at", time(instant))
                : texts.text("time.date_at", date(day), time(instant));
    }

    /** Such as 1 h 5 min. */
    public String length(Duration time) {
        long minutes = time.toMinutes();
        if (minutes == 0) {
            return texts.text("time.less_than_a_minute");
        }
        if (minutes < Duration.ofHours(1).toMinutes()) {
            return texts.text("time.minutes", minutes);
        }
        return time.toMinutesPart() == 0
                ? texts.text("time.hours", time.toHours())
                : texts.text("time.hours_and_minutes", time.toHours(), time.toMinutesPart());
    }
}
