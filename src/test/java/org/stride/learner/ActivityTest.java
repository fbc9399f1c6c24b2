package org.stride.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 12);

    private static TimeSpent spent(String exercise, int daysAgo, int minutes) {
        return new TimeSpent(exercise, TODAY.minusDays(daysAgo), Duration.ofMinutes(minutes));
    }

    @Test
    void timesAreSummedUpByExerciseAndByDay() {
        Activity activity =
                new Activity(List.of(spent("zero_pad", 2, 10), spent("zero_pad", 0, 5), spent("conv_forward", 0, 20)));

        assertThat(activity.total()).isEqualTo(Duration.ofMinutes(35));
        assertThat(activity.of("zero_pad")).isEqualTo(Duration.ofMinutes(15));
        assertThat(activity.of("pool_forward")).isZero();
        assertThat(activity.days(TODAY, 3))
                .containsExactly(
                        new Activity.Day(TODAY.minusDays(2), Duration.ofMinutes(10)),
                        new Activity.Day(TODAY.minusDays(1), Duration.ZERO),
                        new Activity.Day(TODAY, Duration.ofMinutes(25)));
    }

    @Test
    void whatIsOlderThanTheDaysAskedForIsLeftOut() {
        Activity activity = new Activity(List.of(spent("zero_pad", 28, 10)));

        assertThat(activity.days(TODAY, 28))
                .hasSize(28)
                .allMatch(day -> day.time().isZero());
    }
}
