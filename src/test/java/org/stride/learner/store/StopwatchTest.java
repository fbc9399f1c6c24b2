package org.stride.learner.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.stride.learner.TimeSpent;

class StopwatchTest extends StoreTest {
    private final AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 1);

    private Stopwatch stopwatch() {
        return new Stopwatch(
                part(Store.class),
                part(LearnerRepository.class),
                part(TimeRepository.class),
                part(Forgotten.class),
                CLOCK,
                nanoseconds::get);
    }

    private void pass(Duration time) {
        nanoseconds.addAndGet(time.toNanos());
    }

    private static TimeSpent spent(String exercise, String day, Duration time) {
        return new TimeSpent(exercise, LocalDate.parse(day), time);
    }

    @Test
    void theTimeBetweenSignsOfLifeIsSummedUpByExerciseAndDay() {
        Stopwatch stopwatch = stopwatch();
        stopwatch.touch(learner, "zero_pad");
        pass(Duration.ofSeconds(90));
        stopwatch.touch(learner, "zero_pad");
        stopwatch.touch(learner, "conv_forward");
        pass(Duration.ofMillis(1500));
        stopwatch.touch(learner, "conv_forward");
        stopwatch.flush();
        pass(Duration.ofSeconds(10));
        stopwatch.touch(learner, "conv_forward");
        CLOCK.now = CLOCK.now.plus(Duration.ofDays(1));
        stopwatch.flush();

        assertThat(stopwatch.all(learner))
                .containsExactly(
                        spent("conv_forward", "2026-03-01", Duration.ofMillis(1500)),
                        spent("zero_pad", "2026-03-01", Duration.ofSeconds(90)),
                        spent("conv_forward", "2026-03-02", Duration.ofSeconds(10)));
        assertThat(stopwatch.all(another)).isEmpty();
    }

    @Test
    void aPauseDoesNotCount() {
        Stopwatch stopwatch = stopwatch();
        stopwatch.touch(learner, "zero_pad");
        pass(Stopwatch.PAUSE.plusNanos(1));
        stopwatch.touch(learner, "zero_pad");
        pass(Duration.ofSeconds(5));
        stopwatch.touch(learner, "zero_pad");
        stopwatch.flush();

        assertThat(stopwatch.all(learner)).containsExactly(spent("zero_pad", "2026-03-01", Duration.ofSeconds(5)));
    }

    @Test
    void aClockThatIsSetBackTakesNoTimeAway() {
        Stopwatch stopwatch = stopwatch();
        stopwatch.touch(learner, "zero_pad");
        pass(Duration.ofSeconds(5));
        stopwatch.touch(learner, "zero_pad");
        CLOCK.now = CLOCK.now.minus(Duration.ofDays(3));
        stopwatch.flush();
        pass(Duration.ofSeconds(5));
        stopwatch.touch(learner, "zero_pad");
        stopwatch.flush();

        assertThat(stopwatch.all(learner)).containsExactly(spent("zero_pad", "2026-02-26", Duration.ofSeconds(10)));
    }

    @Test
    void lessThanAMillisecondIsNotLost() {
        Stopwatch stopwatch = stopwatch();
        stopwatch.touch(learner, "zero_pad");
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofNanos(250_000));
            stopwatch.touch(learner, "zero_pad");
            stopwatch.flush();
        }

        assertThat(stopwatch.all(learner)).containsExactly(spent("zero_pad", "2026-03-01", Duration.ofMillis(2)));
    }
}
