package org.stride.learner;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** When a learner has worked, and for how long. */
public final class Activity {
    /** What was done on one day. */
    public record Day(LocalDate date, Duration time) {}

    private final List<TimeSpent> times;

    public Activity(List<TimeSpent> times) {
        this.times = List.copyOf(times);
    }

    public Duration total() {
        return sum(spent -> true);
    }

    public Duration of(String exercise) {
        return sum(spent -> spent.exercise().equals(exercise));
    }

    /** So many days in a row up to the last one, also those on which nothing was done. */
    public List<Day> days(LocalDate last, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(day -> last.minusDays((long) count - day))
                .map(date -> new Day(date, sum(spent -> spent.day().equals(date))))
                .toList();
    }

    private Duration sum(Predicate<TimeSpent> which) {
        return times.stream().filter(which).map(TimeSpent::time).reduce(Duration.ZERO, Duration::plus);
    }
}
