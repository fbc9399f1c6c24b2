package org.stride.start;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an administrator may choose of the interface for programs.
 *
 * @param checks functions that a caller may have checked in a minute
 * @param uploads the same for files
 * @param jobs how many of a caller's checks may be under way or waiting
 */
@ConfigurationProperties("stride.api")
record ApiProperties(
        @DefaultValue("30") int checks,
        @DefaultValue("10") int uploads,
        @DefaultValue("20") int jobs) {
    private static final int MOST = 10_000;
    private static final int MOST_JOBS = 1000;

    ApiProperties {
        check("checks", checks, MOST);
        check("uploads", uploads, MOST);
        check("jobs", jobs, MOST_JOBS);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw RunnerProperties.outOfRange("api." + name, value, "1 to " + most);
        }
    }
}
